package io.xlink.importer;

import io.xlink.model.Target;
import io.xlink.source.csv.CsvActivityResult;
import io.xlink.source.csv.CsvCallResult;
import io.xlink.source.csv.CsvNote;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A file that was read but not yet delivered. {@code rowsRead = rowsImported + rowsBroken + rowsUnlisted}.
 *
 * @param file its state when reading began
 * @param rowsRead all rows
 * @param rowsImported rows that are part of the figures
 * @param rowsBroken rows that could not be read
 * @param rowsUnlisted rows of what the configuration does not list
 * @param unlisted how many rows each of those had, in the order of the file; may be cut short
 * @param notes what is remarkable about its columns
 * @param charset the character set in which it was read
 * @param counted whether it was not read, because its content counts already
 * @param targets what it contributes to on the servers; empty when that is not known
 * @param rejects where the rows are that could not be used; empty when there are none
 */
record FileRead(
        FileStamp file,
        long rowsRead,
        long rowsImported,
        long rowsBroken,
        long rowsUnlisted,
        Map<String, Long> unlisted,
        List<CsvNote> notes,
        Charset charset,
        boolean counted,
        Set<Target> targets,
        Optional<Path> rejects) {

    static FileRead of(FileStamp file, CsvCallResult result, Set<Target> targets, Optional<Path> rejects) {
        return new FileRead(
                file,
                result.rowsRead(),
                result.rowsImported(),
                result.rowsRejected(),
                result.rowsUnlisted(),
                result.unlisted(),
                result.notes(),
                result.charset(),
                false,
                targets,
                rejects);
    }

    /** A file that was not read, because another one with the same content counts already. */
    static FileRead counted(FileStamp file, String other) {
        CsvNote note = new CsvNote(false, "same content as " + other + ", which counts already");
        return new FileRead(
                file, 0, 0, 0, 0, Map.of(), List.of(note), StandardCharsets.UTF_8, true, Set.of(), Optional.empty());
    }

    /** A file of activities; rows that are too short count as imported, because they say something about their agent's day. */
    static FileRead of(FileStamp file, CsvActivityResult result, Optional<Path> rejects) {
        return new FileRead(
                file,
                result.rowsRead(),
                result.rowsImported() + result.rowsLeftOut(),
                result.rowsRejected(),
                result.rowsUnlisted(),
                result.unlisted(),
                result.notes(),
                result.charset(),
                false,
                Set.of(),
                rejects);
    }

    /** Rows that are not part of the figures. */
    long rowsRejected() {
        return rowsRead - rowsImported;
    }
}
