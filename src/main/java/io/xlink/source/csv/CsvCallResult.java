package io.xlink.source.csv;

import io.xlink.model.CallTable;
import java.nio.charset.Charset;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a file of call data came to. {@code rowsRead = rowsImported + rowsRejected + rowsUnlisted}; header lines and
 * blank lines are not rows.
 *
 * @param table the sums by queue, day and interval; without pages when no row was imported
 * @param totals the same in the form to which other files' can be added
 * @param rowsRead all rows
 * @param rowsImported rows that are part of the sums
 * @param rowsRejected rows that could not be read
 * @param rowsUnlisted rows of queues that {@code Groups} and {@code SubGroups} do not name
 * @param unlisted how many rows each of those queues had, in the order of the file, at most 1,000 queues
 * @param notes what is remarkable about the file's columns; usually empty
 * @param charset the character set in which the file was read: the one that is declared, UTF-8, UTF-16LE, UTF-16BE, or
 *     windows-1252 when the file is not valid UTF-8
 */
public record CsvCallResult(
        CallTable table,
        CallTotals totals,
        long rowsRead,
        long rowsImported,
        long rowsRejected,
        long rowsUnlisted,
        Map<String, Long> unlisted,
        List<CsvNote> notes,
        Charset charset) {
    public CsvCallResult {
        unlisted = Collections.unmodifiableMap(new LinkedHashMap<>(unlisted));
        notes = List.copyOf(notes);
    }
}
