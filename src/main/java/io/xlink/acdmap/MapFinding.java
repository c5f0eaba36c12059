package io.xlink.acdmap;

import io.xlink.config.Problem;
import java.nio.file.Path;
import java.util.OptionalInt;

/**
 * A line of acd_map.ini whose ids are not those of the server (specification, section 3,
 * {@code AutomaticMappingCorrection}).
 *
 * @param kind what can be done about it
 * @param line the line
 * @param parent the right parent id, when that is what the line lacks
 * @param why what the server says, without a full stop
 */
public record MapFinding(Kind kind, MapLine line, OptionalInt parent, String why) {

    /** What can be done about a line without losing anything. */
    public enum Kind {
        /** The queue stands under another parent: the line can be rewritten. */
        MOVED,
        /** A valid target says the same already: the line can go. */
        DUPLICATE,
        /** Only somebody who knows what is meant can tell. */
        UNCLEAR
    }

    /** Whether {@link AcdMapEdit#correct} does something about it. */
    public boolean correctable() {
        return kind != Kind.UNCLEAR;
    }

    /** The finding as a warning, for when the line is left as it is. */
    public Problem warning(Path file) {
        String remedy = switch (kind) {
            case MOVED ->
                "Write " + parent.orElseThrow() + " as the parent, or AutomaticMappingCorrection=1 in [GENERAL]";
            case DUPLICATE -> "Remove the line, or write AutomaticMappingCorrection=1 in [GENERAL]";
            case UNCLEAR -> "Correct or remove the line; it is never changed by itself";
        };
        return Problem.warning(
                file, line.line(), line.column(), "Invalid Mapping detected: " + line.target() + ": " + why, remedy);
    }
}
