package io.xlink.importer;

import io.xlink.config.IniSection;
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
record CsvFolder(Path folder, Disposal disposal, Optional<Path> destination) {

    /** The numbers of {@code DeleteImportFiles} stand for these, in this order. */
    enum Disposal {
        STAY,
        MOVE,
        DELETE
    }

    /** Whether the section describes call data in CSV files rather than in a database. */
    static boolean isCallData(IniSection section) {
        boolean database = section.text("QueueSQL").isPresent()
                || section.text("CallDataTable").isPresent();
        return !database
                && (section.text("ColumnNames").isPresent()
                        || section.text("GroupColumn").isPresent());
    }

    /**
     * Reads the PhoneLink folder of a section.
     *
     * @param absent the folder when the section has no {@code Source}
     */
    static CsvFolder ofCallData(IniSection section, Path absent) {
        Disposal disposal = Disposal.values()[section.integer("DeleteImportFiles", 0, 0, 2)];
        Optional<Path> destination = path(section, "Destination");
        if (disposal == Disposal.MOVE && destination.isEmpty()) {
            throw section.error(
                    "DeleteImportFiles",
                    "DeleteImportFiles=1 moves delivered files, but there is no Destination",
                    "Name the folder to move them to with Destination=, or write DeleteImportFiles=0");
        }
        Path folder = path(section, "Source").orElse(absent);
        if (destination.filter(folder::equals).isPresent()) {
            throw section.error(
                    "Destination", "Destination is the same folder as Source", "Name another folder to move files to");
        }
        return new CsvFolder(folder, disposal, destination);
    }

    /** A relative path counts from the directory of the configuration file. */
    private static Optional<Path> path(IniSection section, String key) {
        try {
            return section.text(key)
                    .map(text ->
                            section.file().toAbsolutePath().resolveSibling(text).normalize());
        } catch (InvalidPathException e) {
            throw section.error(key, key + "=" + section.text(key).orElse("") + " is not a path", "Correct it");
        }
    }
}
