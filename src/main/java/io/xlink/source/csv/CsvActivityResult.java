package io.xlink.source.csv;

import java.nio.charset.Charset;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a file of activities came to. {@code rowsRead = rowsImported + rowsLeftOut + rowsRejected + rowsUnlisted}; header
 * lines and blank lines are not rows.
 *
 * @param activities what the rows say
 * @param rowsRead all rows
 * @param rowsImported rows that are imported
 * @param rowsLeftOut rows without length, or shorter than {@code MinimumActivityDuration}; with a start alone that shows
 *     later
 * @param rowsRejected rows that could not be read
 * @param rowsUnlisted rows of activities that {@code ActivityIdentifiers} does not name
 * @param unlisted how many rows each of those activities had, in the order of the file, at most 1,000 activities
 * @param notes what is remarkable about the file's columns; usually empty
 * @param charset the character set in which the file was read: the one that {@code Charset} declares, else UTF-8,
 *     UTF-16LE, UTF-16BE, or windows-1252 when the file is not valid UTF-8
 */
public record CsvActivityResult(
        AgentActivities activities,
        long rowsRead,
        long rowsImported,
        long rowsLeftOut,
        long rowsRejected,
        long rowsUnlisted,
        Map<String, Long> unlisted,
        List<CsvNote> notes,
        Charset charset) {
    public CsvActivityResult {
        unlisted = Collections.unmodifiableMap(new LinkedHashMap<>(unlisted));
        notes = List.copyOf(notes);
    }
}
