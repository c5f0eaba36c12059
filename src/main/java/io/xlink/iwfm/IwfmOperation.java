package io.xlink.iwfm;

import java.util.Arrays;

/** What can be asked of a server. */
public enum IwfmOperation {
    /**
     * Delivers an {@link io.xlink.model.Import}, of call data or activities; the answer is a
     * {@link io.xlink.model.Receipt}.
     */
    IMPORT("import"),
    /** Asks for the {@link io.xlink.model.Catalogue}. */
    CATALOGUE("catalogue"),
    /** Asks for one {@link io.xlink.model.ExportSlice}; the body is an {@link io.xlink.model.ExportQuery}. */
    EXPORT("export"),
    /** Asks for one {@link io.xlink.model.ActivitySlice}; the body is an {@link io.xlink.model.ActivityQuery}. */
    EXPORT_ACTIVITIES("exportActivities");

    private final String text;

    IwfmOperation(String text) {
        this.text = text;
    }

    /** As headers and options write it. */
    public String text() {
        return text;
    }

    /**
     * The operation of that name.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static IwfmOperation of(String text) {
        return Arrays.stream(values())
                .filter(o -> o.text.equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "operation " + text + " is none of import, catalogue, export, exportActivities"));
    }
}
