package io.xlink.importer;

import io.xlink.config.IniSection;
import io.xlink.config.Installation;
import io.xlink.config.SystemKind;
import io.xlink.config.keys.CsvFolderKeys;
import io.xlink.source.csv.CsvCallFormat;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An external system that leaves call data in CSV files.
 *
 * @param name its name, the section's
 * @param folder where the files are
 * @param format how they are read
 * @param summed tells contents of files apart when they add up; empty when a later one replaces figures
 */
record CsvSystem(String name, CsvFolder folder, CsvCallFormat format, Optional<FileContent> summed) {
    private static final Logger LOG = LoggerFactory.getLogger(CsvSystem.class);

    /**
     * All such systems of an installation; says which sections are something else.
     *
     * @param data the data directory, which has the folders of sections without a {@code Source}
     * @throws io.xlink.config.ConfigException when a section cannot be used
     */
    static List<CsvSystem> of(Installation installation, Path data) {
        List<CsvSystem> systems = new ArrayList<>();
        for (IniSection section : installation.externalSystems()) {
            if (SystemKind.of(section).hasCsvCalls()) {
                CsvFolder folder = CsvFolder.ofCallData(section, CsvFolder.absent(section.name(), data));
                Optional<FileContent> summed =
                        section.choice(CsvFolderKeys.OVERLAP).equals("sum")
                                ? Optional.of(new FileContent(
                                        section, installation.general().localTimeZone()))
                                : Optional.empty();
                systems.add(new CsvSystem(section.name(), folder, CsvCallFormat.of(section), summed));
            } else if (SystemKind.of(section).isDead()) {
                LOG.warn(
                        "{}:{}: [{}] is not imported: it has none of ColumnNames, ActivityColumn, QueueSQL and"
                                + " AgentActivityTable, so it describes nothing",
                        section.file(),
                        section.line(),
                        section.name());
            }
        }
        return systems;
    }

    /** The system's name, without the characters that mean something in a path. */
    String fileName() {
        return CsvFolder.fileName(name);
    }
}
