package io.xlink.importer;

import io.xlink.config.IniSection;
import io.xlink.config.SystemKind;
import io.xlink.config.keys.CsvActivityKeys;
import io.xlink.config.keys.CsvCallKeys;
import io.xlink.config.keys.CsvFolderKeys;
import io.xlink.config.keys.Key;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where an external system leaves its CSV files, and what becomes of a file that was delivered (specification, section
 * 4, "Directory parameters").
 *
 * @param folder the watched folder
 * @param disposal what happens to a file after the receipt
 * @param destination where delivered files are moved to, when they are moved
 * @param names which names are those of data
 * @param subFolders whether folders within it are looked into, too
 */
public record CsvFolder(
        Path folder, Disposal disposal, Optional<Path> destination, FileNames names, boolean subFolders) {

    /** What to do about two kinds of data in one folder. */
    static final String APART =
            "Name another folder and have the activities written there, or tell the files apart with"
                    + " FileFilter and ActivityFileFilter";

    /** What stands behind the name of a system where its activities are meant. */
    static final String ACTIVITIES = "-activities";

    /** The numbers of {@code DeleteImportFiles} stand for these, in this order. */
    public enum Disposal {
        STAY,
        MOVE,
        DELETE
    }

    /** The keys of one of the two kinds of data. */
    private record Keys(Key source, Key destination, Key deletion, Key filter, Key subFolders, Key doneFile) {
        static final Keys CALLS = new Keys(
                CsvCallKeys.SOURCE,
                CsvCallKeys.DESTINATION,
                CsvCallKeys.DELETE_IMPORT_FILES,
                CsvFolderKeys.FILE_FILTER,
                CsvFolderKeys.SUB_FOLDERS,
                CsvFolderKeys.DONE_FILE);
        static final Keys ACTIVITIES = new Keys(
                CsvActivityKeys.ACTIVITY_SOURCE,
                CsvActivityKeys.ACTIVITY_DESTINATION,
                CsvActivityKeys.DELETE_ACTIVITY_IMPORT_FILES,
                CsvFolderKeys.ACTIVITY_FILE_FILTER,
                CsvFolderKeys.ACTIVITY_SUB_FOLDERS,
                CsvFolderKeys.ACTIVITY_DONE_FILE);
    }

    /**
     * Reads the PhoneLink folder of a section.
     *
     * @param absent the folder when the section has no {@code Source}
     */
    public static CsvFolder ofCallData(IniSection section, Path absent) {
        return of(section, Keys.CALLS, absent);
    }

    /**
     * Reads the TimeLink folder of a section.
     *
     * @param absent the folder when the section has no {@code ActivitySource}
     */
    public static CsvFolder ofActivities(IniSection section, Path absent) {
        CsvFolder folder = of(section, Keys.ACTIVITIES, absent);
        if (SystemKind.of(section).hasCsvCalls()
                && path(section, CsvCallKeys.SOURCE).isPresent()) {
            CsvFolder calls = of(section, Keys.CALLS, absent);
            if (folder.sharesFilesWith(calls)) {
                throw section.error(
                        CsvActivityKeys.ACTIVITY_SOURCE,
                        folder.folder.equals(calls.folder)
                                ? "ActivitySource is the same folder as Source"
                                : "of ActivitySource and Source one is within the other",
                        APART);
            }
        }
        return folder;
    }

    /** Whether a file might be read by both, because both look where it is and it fits their filters. */
    boolean sharesFilesWith(CsvFolder other) {
        return (looksInto(other.folder) || other.looksInto(folder)) && names.mayOverlap(other.names);
    }

    private boolean looksInto(Path path) {
        return subFolders ? path.startsWith(folder) : path.equals(folder);
    }

    private static CsvFolder of(IniSection section, Keys keys, Path absent) {
        Disposal disposal = Disposal.values()[Integer.parseInt(section.choice(keys.deletion))];
        Optional<Path> destination = path(section, keys.destination);
        if (disposal == Disposal.MOVE && destination.isEmpty()) {
            throw section.error(
                    keys.deletion,
                    keys.deletion + "=1 moves delivered files, but there is no " + keys.destination,
                    "Name the folder to move them to with " + keys.destination + "=, or write " + keys.deletion + "=0");
        }
        Path folder = path(section, keys.source).orElse(absent);
        if (destination.filter(folder::equals).isPresent()) {
            throw section.error(
                    keys.destination,
                    keys.destination + " is the same folder as " + keys.source,
                    "Name another folder to move files to");
        }
        return new CsvFolder(
                folder,
                disposal,
                destination,
                FileNames.of(section, keys.filter, keys.doneFile),
                section.isOn(keys.subFolders));
    }

    /** The folder of a system whose section names none. */
    public static Path absent(String system, Path data) {
        return data.resolve("in").resolve(fileName(system));
    }

    /** The folder of a system whose section names none for activities. */
    public static Path absentForActivities(String system, Path data) {
        return data.resolve("in").resolve(fileName(system) + ACTIVITIES);
    }

    /** A system's name, without the characters that mean something in a path. */
    static String fileName(String system) {
        return system.replaceAll("[\\\\/:*?\"<>|]|^\\.+", "_");
    }

    /** A relative path counts from the directory of the configuration file. */
    private static Optional<Path> path(IniSection section, Key key) {
        try {
            return section.text(key)
                    .map(text ->
                            section.file().toAbsolutePath().resolveSibling(text).normalize());
        } catch (InvalidPathException e) {
            throw section.error(key, key + "=" + section.text(key).orElse("") + " is not a path", "Correct it");
        }
    }
}
