package io.xlink.importer;

import io.xlink.config.IniSection;
import io.xlink.config.Installation;
import io.xlink.config.SystemKind;
import io.xlink.config.keys.CsvActivityKeys;
import io.xlink.source.csv.CsvActivityFormat;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * An external system that leaves activities in CSV files.
 *
 * @param name its name, the section's
 * @param folder where the files are
 * @param format how they are read
 */
record CsvActivitySystem(String name, CsvFolder folder, CsvActivityFormat format) {

    /**
     * All such systems of an installation.
     *
     * @param calls those with call data, whose folders are not these
     * @param data the data directory, which has the folders of sections without an {@code ActivitySource}
     * @throws io.xlink.config.ConfigException when a section cannot be used
     */
    static List<CsvActivitySystem> of(Installation installation, List<CsvSystem> calls, Path data) {
        List<CsvActivitySystem> systems = new ArrayList<>();
        for (IniSection section : installation.externalSystems()) {
            if (SystemKind.of(section).hasCsvActivities()) {
                CsvFolder folder = CsvFolder.ofActivities(section, CsvFolder.absentForActivities(section.name(), data));
                for (CsvSystem other : calls) {
                    requireOther(section, folder, other);
                }
                systems.add(new CsvActivitySystem(section.name(), folder, CsvActivityFormat.of(section)));
            }
        }
        return systems;
    }

    /** A file in a folder of both would be read as both. */
    private static void requireOther(IniSection section, CsvFolder folder, CsvSystem calls) {
        if (calls.name().equals(source(section.name()))) {
            throw section.error(
                    CsvActivityKeys.ACTIVITY_COLUMN,
                    "[" + calls.name() + "] is what the activities of [" + section.name() + "] go by",
                    "Give one of the two sections another name");
        }
        if (folder.sharesFilesWith(calls.folder())) {
            throw section.error(
                    CsvActivityKeys.ACTIVITY_SOURCE,
                    "ActivitySource is the folder in which [" + calls.name() + "] has its call data",
                    CsvFolder.APART);
        }
    }

    /** What tells its files from those of call data: as its folder is called when none is named. */
    String source() {
        return source(name);
    }

    private static String source(String name) {
        return name + "-activities";
    }
}
