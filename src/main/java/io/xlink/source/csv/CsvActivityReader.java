package io.xlink.source.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import io.xlink.config.keys.Separator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.time.ZoneId;

/** Reads a file of agents' activities (specification, section 4, TimeLink), in one pass. */
public final class CsvActivityReader {
    private CsvActivityReader() {}

    /**
     * Reads a whole file. A row that cannot be read, or whose activity is not listed, goes to {@code rejects} and the rest
     * goes on.
     *
     * @param file the file, completely written
     * @param format the parameters of its external system
     * @param local the zone of local time
     * @param rejects takes the rows that are not imported; the caller closes it
     * @throws CsvException when the file cannot be read as a whole, or the rejects cannot be written
     */
    public static CsvActivityResult read(Path file, CsvActivityFormat format, ZoneId local, RejectSink rejects) {
        try {
            return read(file, false, format, local, rejects);
        } catch (CharacterCodingException e) {
            // Not UTF-8, which may show only at the file's end: what was read so far is read again.
            rejects.restart();
        } catch (IOException e) {
            throw unreadable(file, e);
        }
        try {
            return read(file, true, format, local, rejects);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static CsvActivityResult read(
            Path file, boolean windows, CsvActivityFormat format, ZoneId local, RejectSink rejects) throws IOException {
        try (CsvText text = CsvText.open(file, java.util.Optional.empty(), windows)) {
            int skipped = text.skipLines(format.headerLines(), new StringBuilder());
            char separator = separator(format, text);
            Rejections rejections = new Rejections(rejects, separator);
            ActivityRows rows = new ActivityRows(file, format, separator, local, rejections);
            readRows(file, text, separator, new RowHandler(file, skipped), rows);
            rejections.finish();
            return new CsvActivityResult(
                    rows.finish(),
                    rows.imported() + rows.leftOut() + rejections.broken() + rejections.unlisted(),
                    rows.imported(),
                    rows.leftOut(),
                    rejections.broken(),
                    rejections.unlisted(),
                    rejections.unlistedQueues(),
                    text.charset());
        }
    }

    private static void readRows(Path file, CsvText text, char separator, RowHandler handler, ActivityRows rows)
            throws IOException {
        try (CsvReader<Row> csv = CsvReader.builder()
                .fieldSeparator(separator)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .maxBufferSize(Row.MAX_LENGTH)
                .build(handler, text)) {
            for (Row row : csv) {
                if (text.exhausted()) {
                    throw notClosed(file, row.line(), row.columns(), "a quotation mark is never closed", null);
                }
                rows.take(row);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (CsvParseException e) {
            if (e.getCause() instanceof CsvException own) {
                throw own;
            }
            String reason = e.getCause() == null ? e.getMessage() : e.getCause().getMessage();
            Row row = handler.row();
            throw notClosed(
                    file,
                    row.line(),
                    row.columns() + 1,
                    "the quotation marks of this row do not match (" + reason + ")",
                    e);
        }
    }

    private static char separator(CsvActivityFormat format, CsvText text) throws IOException {
        if (format.separator() != Separator.DETECT) {
            return format.separator();
        }
        int needed = 0;
        for (int column : format.columns().needed()) {
            needed = Math.max(needed, column + 1);
        }
        return Separators.detect(text.sample(), format.columnNames().size(), needed);
    }

    private static CsvException unreadable(Path file, IOException cause) {
        String message = cause.getMessage() == null ? cause.toString() : cause.getMessage();
        return new CsvException(
                file,
                0,
                0,
                "the file cannot be read (" + message + ")",
                "Check that it exists, that it may be read and that the drive is connected",
                cause);
    }

    private static CsvException notClosed(Path file, long line, int column, String what, Exception cause) {
        return new CsvException(
                file,
                line,
                column,
                what,
                "Correct this line, or have the file exported again; nothing of it was imported",
                cause);
    }
}
