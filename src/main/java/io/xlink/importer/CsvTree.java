package io.xlink.importer;

import io.xlink.acdmap.Source;
import io.xlink.config.IniSection;
import io.xlink.config.NearestName;
import io.xlink.config.SystemKind;
import io.xlink.model.QueuePath;
import io.xlink.source.csv.CsvCallFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The part of the tree of external systems that a CSV section describes: groups, sub groups, value types. */
public final class CsvTree {
    private CsvTree() {}

    /**
     * What of a source the section does not have, with what was probably meant; empty when it has all of it, or when only
     * its files or its database can tell.
     */
    public static Optional<String> missing(IniSection section, Source source) {
        if (!SystemKind.of(section).hasCsvCalls()) {
            return Optional.empty();
        }
        CsvCallFormat format = CsvCallFormat.of(section);
        if (!format.queues().isEmpty() && !format.queues().contains(source.path())) {
            return Optional.of(missing(
                    section,
                    "queue",
                    source.path().toString(),
                    format.queues().stream().map(QueuePath::toString).toList()));
        }
        return format.valueTypes().contains(source.valueType())
                ? Optional.empty()
                : Optional.of(missing(section, "value type", source.valueType(), format.valueTypes()));
    }

    private static String missing(IniSection section, String kind, String name, List<String> known) {
        return "[" + section.name() + "] has no " + kind + " \"" + name + "\""
                + NearestName.of(name, known)
                        .map(near -> " (did you mean \"" + near + "\"?)")
                        .orElse("");
    }

    /** One line a node, indented by two blanks a level; every path of it can be the source of a mapping. */
    public static List<String> lines(IniSection section) {
        List<String> lines = new ArrayList<>();
        if (!SystemKind.of(section).hasCsvCalls()) {
            lines.add("(no call data in CSV files)");
            return lines;
        }
        CsvCallFormat format = CsvCallFormat.of(section);
        if (format.queues().isEmpty()) {
            lines.add("(queues as the files name them)");
        }
        List<String> open = List.of();
        for (QueuePath queue : format.queues()) {
            int level = 0;
            for (String part : queue.parts()) {
                if (level >= open.size()
                        || !open.subList(0, level + 1).equals(queue.parts().subList(0, level + 1))) {
                    lines.add("  ".repeat(level) + part);
                }
                level++;
            }
            open = queue.parts();
            String indent = "  ".repeat(level);
            format.valueTypes().forEach(type -> lines.add(indent + type));
        }
        return lines;
    }
}
