package io.xlink.importer;

import io.xlink.config.IniSection;
import io.xlink.config.SystemKind;
import io.xlink.config.keys.CsvActivityKeys;
import io.xlink.config.keys.CsvCallKeys;
import io.xlink.config.keys.Key;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where an external system leaves its CSV files, and what becomes of a file that was delivered (specification, section
 * 4, "Directory parameters").
 *
 * @param folder the watched folder
 * @param disposal what happens to a file after the receipt
 * @param destination where delivered files are moved to, when they are moved
 */
public record CsvFolder(Path folder, Disposal disposal, Optional<Path> destination) {

    /** How names end while a browser, a transfer or another program still writes the file. */
    private static final List<String> UNFINISHED = List.of(".tmp", ".part", ".filepart", ".crdownload");

    /** The numbers of {@code DeleteImportFiles} stand for these, in this order. */
    public enum Disposal {
        STAY,
        MOVE,
        DELETE
    }

    /** The keys of one of the two kinds of data. */
    private record Keys(Key source, Key destination, Key deletion) {
        static final Keys CALLS =
                new Keys(CsvCallKeys.SOURCE, CsvCallKeys.DESTINATION, CsvCallKeys.DELETE_IMPORT_FILES);
        static final Keys ACTIVITIES = new Keys(
                CsvActivityKeys.ACTIVITY_SOURCE,
                CsvActivityKeys.ACTIVITY_DESTINATION,
                CsvActivityKeys.DELETE_ACTIVITY_IMPORT_FILES);
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
                && path(section, CsvCallKeys.SOURCE)
                        .filter(folder.folder::equals)
                        .isPresent()) {
            // A file in it would be read as both.
            throw section.error(
                    CsvActivityKeys.ACTIVITY_SOURCE,
                    "ActivitySource is the same folder as Source",
                    "Name another folder, and have the activities written there");
        }
        return folder;
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
        return new CsvFolder(folder, disposal, destination);
    }

    /** Whether a file's name is not that of one on its way here, or of something that editors leave. */
    boolean isData(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return !name.startsWith(".")
                && !name.startsWith("~$")
                && UNFINISHED.stream().noneMatch(name::endsWith);
    }

    /** The folder of a system whose section names none. */
    public static Path absent(String system, Path data) {
        return data.resolve("in").resolve(fileName(system));
    }

    /** The folder of a system whose section names none for activities. */
    public static Path absentForActivities(String system, Path data) {
        return data.resolve("in").resolve(fileName(system) + "-activities");
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
