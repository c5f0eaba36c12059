package io.xlink.acdmap;

import io.xlink.model.QueuePath;
import io.xlink.model.Target;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the two sides of a mapping line are written (specification, section 3, acd_map.ini). White space around a whole
 * side and around ids does not count; inside a name it does, because queues of a database may be called so.
 */
public final class MapNotation {
    /** What to write instead of a line that is not understood. */
    static final String FORM = "Write server:parent:queue:valuetype=system:group:valuetype";

    /** The ids are the last three parts, whatever the server's name holds. */
    private static final Pattern LEFT =
            Pattern.compile("(?<server>.+):\\s*(?<parent>\\d+)\\s*:\\s*(?<queue>\\d+)\\s*:\\s*(?<valueType>\\d+)");

    /**
     * {@code $1.BAS}, and whatever else can only be meant for a script: taking it for a mistake would deliver the plain
     * sum in place of what the script computes.
     */
    private static final Pattern SCRIPT = Pattern.compile("[^:]*\\.BAS|\\$[^:]*", Pattern.CASE_INSENSITIVE);

    /** System, at least one part of a path, value type. */
    private static final int MIN_PARTS = 3;

    private MapNotation() {}

    /** The target that a left side names, such as {@code WFM:1:1002:3}; empty when it names none. */
    public static Optional<Target> target(String left) {
        Matcher parts = LEFT.matcher(left.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Target(
                    parts.group("server").strip(),
                    Integer.parseInt(parts.group("parent")),
                    Integer.parseInt(parts.group("queue")),
                    Integer.parseInt(parts.group("valueType"))));
        } catch (NumberFormatException e) {
            return Optional.empty(); // An id too large to be one.
        }
    }

    /** The source that a right side names, such as {@code ACD:Group:Calls}; empty when it names none. */
    public static Optional<Source> source(String right) {
        List<String> parts = List.of(right.strip().split(":", -1));
        int last = parts.size() - 1;
        if (parts.size() < MIN_PARTS || parts.stream().anyMatch(String::isBlank)) {
            return Optional.empty();
        }
        return Optional.of(new Source(parts.get(0), new QueuePath(parts.subList(1, last)), parts.get(last)));
    }

    /** Whether a right side can only be meant for an import script. */
    public static boolean isScript(String right) {
        return SCRIPT.matcher(right.strip()).matches();
    }

    /** The same line with another parent id, everything else in it as it was written. */
    static String withParent(String line, int parent) {
        int equals = line.indexOf('=');
        String left = line.substring(0, equals).stripTrailing();
        Matcher parts = LEFT.matcher(left);
        if (!parts.matches()) {
            throw new IllegalArgumentException("no target stands left of the first =");
        }
        return line.substring(0, parts.start("parent")) + parent + line.substring(parts.end("parent"));
    }
}
