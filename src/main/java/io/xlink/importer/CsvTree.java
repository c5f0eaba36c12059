package io.xlink.importer;

import io.xlink.config.IniSection;
import io.xlink.source.csv.CsvCallFormat;
import java.util.ArrayList;
import java.util.List;

/** The part of the tree of external systems that a CSV section describes: groups, sub groups, value types. */
public final class CsvTree {
    private CsvTree() {}

    /** One line a node, indented by two blanks a level; every path of it can be the source of a mapping. */
    public static List<String> lines(IniSection section) {
        List<String> lines = new ArrayList<>();
        if (!CsvFolder.isCallData(section)) {
            lines.add("(no call data in CSV files)");
            return lines;
        }
        CsvCallFormat format = CsvCallFormat.of(section);
        List<String> subGroups = section.list("SubGroups");
        for (String group : section.list("Groups")) {
            lines.add(group);
            if (subGroups.isEmpty()) {
                format.valueTypes().forEach(type -> lines.add("  " + type));
            }
            for (String subGroup : subGroups) {
                lines.add("  " + subGroup);
                format.valueTypes().forEach(type -> lines.add("    " + type));
            }
        }
        return lines;
    }
}
