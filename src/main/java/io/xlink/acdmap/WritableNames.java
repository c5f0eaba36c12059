package io.xlink.acdmap;

import io.xlink.model.Target;
import java.util.Optional;

/** Which names can stand in acd_map.ini so that they are read as they were written; the notation has no escapes. */
final class WritableNames {
    private WritableNames() {}

    /** Why a target cannot be written; empty when it can. */
    static Optional<String> refusal(Target target) {
        String server = target.server();
        if (server.contains("=")) {
            return refused("server", server, "contains =, and the first = of a line ends its left side");
        }
        if (server.startsWith(";") || server.startsWith("#")) {
            return refused("server", server, "begins like a comment");
        }
        if (target.parent() < 0 || target.queue() < 0 || target.valueType() < 0) {
            return Optional.of("an id in " + target + " is negative");
        }
        Optional<String> common = commonRefusal("server", server);
        return common.isPresent() || MapNotation.target(target.toString()).equals(Optional.of(target))
                ? common
                : refused("server", server, "would be read as another one");
    }

    /** Why a source cannot be written; empty when it can. */
    static Optional<String> refusal(Source source) {
        if (source.system().startsWith("$")) {
            return refused("external system", source.system(), "begins like a script");
        }
        Optional<String> refusal = namePart("external system", source.system())
                .or(() -> source.path().parts().stream()
                        .flatMap(part -> namePart("group", part).stream())
                        .findFirst());
        return refusal.or(() -> namePart("value type", source.valueType()))
                .or(() -> outerBlanks(
                        "external system", source.system(), source.system().stripLeading()))
                .or(() -> outerBlanks(
                        "value type", source.valueType(), source.valueType().stripTrailing()));
    }

    /** Why a name cannot be that of a script; empty when it can. */
    static Optional<String> scriptRefusal(String name) {
        Optional<String> common = commonRefusal("script", name);
        return common.isPresent() || MapNotation.isScript(name)
                ? common
                : refused("script", name, "is not of the form $1.BAS");
    }

    private static Optional<String> namePart(String kind, String name) {
        if (name.contains(":")) {
            return refused(kind, name, "contains :, which separates names");
        }
        return name.isBlank() ? Optional.of("the name of the " + kind + " is empty") : lineBreak(kind, name);
    }

    private static Optional<String> commonRefusal(String kind, String name) {
        if (name.isBlank()) {
            return Optional.of("the name of the " + kind + " is empty");
        }
        return lineBreak(kind, name).or(() -> outerBlanks(kind, name, name.strip()));
    }

    private static Optional<String> lineBreak(String kind, String name) {
        return name.chars().anyMatch(c -> c == '\n' || c == '\r' || c == 0)
                ? Optional.of("the name of the " + kind + " contains a line break or a zero character")
                : Optional.empty();
    }

    /** White space at the ends of a side does not count, so it would be lost. */
    private static Optional<String> outerBlanks(String kind, String name, String stripped) {
        return stripped.equals(name)
                ? Optional.empty()
                : refused(kind, name, "begins or ends with a blank, which would be lost");
    }

    private static Optional<String> refused(String kind, String name, String why) {
        return Optional.of("the name of the " + kind + " \"" + name + "\" " + why);
    }
}
