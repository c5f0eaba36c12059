package io.xlink.iwfm;

import org.apache.camel.spi.Metadata;

/** Headers of the {@code iwfm} component. */
public final class IwfmConstants {
    @Metadata(
            description = "What is asked of the server. Overrides the option operation of a producer.",
            javaType = "String",
            enums = "import,catalogue,export,exportActivities")
    public static final String OPERATION = "CamelIwfmOperation";

    @Metadata(label = "consumer", description = "The user who logged in", javaType = "String")
    public static final String USER = "CamelIwfmUser";

    @Metadata(description = "The id of the import, as text; the same for every attempt at it", javaType = "String")
    public static final String IMPORT_ID = "CamelIwfmImportId";

    @Metadata(
            label = "producer",
            description = "Number of interval values or activities that the server stored",
            javaType = "long")
    public static final String STORED = "CamelIwfmStored";

    @Metadata(
            label = "producer",
            description =
                    "Number of interval values or activities that the server did not accept; the receipt says why",
            javaType = "long")
    public static final String REJECTED = "CamelIwfmRejected";

    private IwfmConstants() {}
}
