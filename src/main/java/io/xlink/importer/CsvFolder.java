package io.xlink.importer;

import io.xlink.config.IniSection;
import io.xlink.config.keys.CsvCallKeys;
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
 */
public record CsvFolder(Path folder, Disposal disposal, Optional<Path> destination) {

    /** The numbers of {@code DeleteImportFiles} stand for these, in this order. */
    public enum Disposal {
        STAY,
        MOVE,
        DELETE
    }

    /**
     * Reads the PhoneLink folder of a section.
     *
     * @param absent the folder when the section has no {@code Source}
     */
    public static CsvFolder ofCallData(IniSection section, Path absent) {
        Disposal disposal = Disposal.values()[Integer.parseInt(section.choice(CsvCallKeys.DELETE_IMPORT_FILES))];
        Optional<Path> destination = path(section, CsvCallKeys.DESTINATION);
        if (disposal == Disposal.MOVE && destination.isEmpty()) {
            throw section.error(
                    CsvCallKeys.DELETE_IMPORT_FILES,
                    "DeleteImportFiles=1 moves delivered files, but there is no Destination",
                    "Name the folder to move them to with Destination=, or write DeleteImportFiles=0");
        }
        Path folder = path(section, CsvCallKeys.SOURCE).orElse(absent);
        if (destination.filter(folder::equals).isPresent()) {
            throw section.error(
                    CsvCallKeys.DESTINATION,
                    "Destination is the same folder as Source",
                    "Name another folder to move files to");
        }
        return new CsvFolder(folder, disposal, destination);
    }

    /** The folder of a system whose section names none. */
    public static Path absent(String system, Path data) {
        return data.resolve("in").resolve(fileName(system));
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
