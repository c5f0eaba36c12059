package io.xlink.importer;

import io.xlink.config.IniSection;
import io.xlink.config.SystemKind;
import io.xlink.source.csv.CsvActivityFormat;
import io.xlink.source.csv.CsvCallFormat;
import java.util.ArrayList;
import java.util.List;

/** The part of the tree of external systems that a CSV section describes: groups, sub groups, value types; activities. */
public final class CsvTree {
    private CsvTree() {}

    /**
     * One line a node, indented by two blanks a level; every path of call data can be the source of a mapping. Activities
     * stand below them.
     */
    public static List<String> lines(IniSection section) {
        SystemKind kind = SystemKind.of(section);
        List<String> lines = new ArrayList<>();
        if (kind.hasCsvCalls()) {
            calls(CsvCallFormat.of(section), lines);
        }
        if (kind.hasCsvActivities()) {
            activities(CsvActivityFormat.of(section), lines);
        }
        return lines;
    }

    private static void activities(CsvActivityFormat format, List<String> lines) {
        lines.add("(activities)");
        if (format.activities().isEmpty()) {
            lines.add("  (as the files name them)");
        }
        format.activities()
                .forEach((id, description) -> lines.add("  " + id + (description.isEmpty() ? "" : "  " + description)));
    }

    private static void calls(CsvCallFormat format, List<String> lines) {
        if (format.queues().isEmpty()) {
            lines.add("(queues as the files name them)");
        }
        lines.addAll(TreeLines.of(format.queues(), format.valueTypes()));
    }
}
