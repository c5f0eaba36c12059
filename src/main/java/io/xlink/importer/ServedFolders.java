package io.xlink.importer;

import io.xlink.config.IniSection;
import io.xlink.config.Installation;
import io.xlink.config.SystemKind;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The folders outside the data directory that an importer moves files from and to, or writes logs into. */
public final class ServedFolders {
    private ServedFolders() {}

    /**
     * All of them, absolute.
     *
     * @throws io.xlink.config.ConfigException when a section's folders cannot be used
     */
    public static List<Path> of(Installation installation, Path data) {
        Set<Path> folders = new TreeSet<>();
        for (IniSection section : installation.externalSystems()) {
            SystemKind kind = SystemKind.of(section);
            if (kind.hasCsvCalls()) {
                add(CsvFolder.ofCallData(section, CsvFolder.absent(section.name(), data)), folders);
            }
            if (kind.hasCsvActivities()) {
                add(CsvFolder.ofActivities(section, CsvFolder.absentForActivities(section.name(), data)), folders);
            }
        }
        folders.add(LogDirectory.of(installation.general(), installation.directory(), data));
        Path within = data.toAbsolutePath();
        return folders.stream()
                .map(Path::toAbsolutePath)
                .filter(folder -> !folder.startsWith(within))
                .toList();
    }

    private static void add(CsvFolder folder, Set<Path> folders) {
        folders.add(folder.folder());
        folder.destination().ifPresent(folders::add);
    }
}
