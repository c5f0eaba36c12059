package io.xlink.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Makes sections for tests out of plain {@code key=value} lines. */
public final class IniSections {
    private IniSections() {}

    /** The first section of a text. Values are taken as they stand; comments are whole lines. */
    public static IniSection of(Path file, String text) {
        List<IniEntry> entries = new ArrayList<>();
        String name = "Test";
        int header = 1;
        String[] lines = text.split("\\R", -1);
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i].strip();
            int equals = line.indexOf('=');
            if (line.startsWith("[")) {
                name = line.substring(1, line.indexOf(']'));
                header = i + 1;
            } else if (!line.startsWith(";") && equals > 0) {
                String value = line.substring(equals + 1).strip();
                entries.add(new IniEntry(line.substring(0, equals).strip(), value, i + 1));
            }
        }
        return new IniSection(file, name, header, entries);
    }
}
