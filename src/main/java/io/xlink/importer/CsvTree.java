package io.xlink.importer;

import io.xlink.config.IniSection;
import io.xlink.config.SystemKind;
import io.xlink.model.QueuePath;
import io.xlink.source.csv.CsvCallFormat;
import java.util.ArrayList;
import java.util.List;

/** The part of the tree of external systems that a CSV section describes: groups, sub groups, value types. */
public final class CsvTree {
    private CsvTree() {}

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
