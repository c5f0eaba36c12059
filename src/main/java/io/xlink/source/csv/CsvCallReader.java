package io.xlink.source.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.time.ZoneId;

/**
 * Reads a file of call data into sums by queue, local day and interval (specification, section 4, PhoneLink), in one pass
 * and without keeping its rows. Memory depends on queues and days, not on the length of the file.
 */
public final class CsvCallReader {
    private CsvCallReader() {}

    /**
     * Reads a whole file. A row that cannot be read, or whose queue is not listed, goes to {@code rejects} and the rest
     * goes on. A file without rows gives a table without pages.
     *
     * @param file the file, completely written
     * @param format the parameters of its external system
     * @param externalSystem name of the external system
     * @param local the zone whose days and intervals are filled
     * @param rejects takes the rows that are not imported; the caller closes it
     * @throws CsvRefusedException when the file as it stands is not to be imported
     * @throws CsvException when the file cannot be read as a whole, or the rejects cannot be written
     */
    public static CsvCallResult read(
            Path file, CsvCallFormat format, String externalSystem, ZoneId local, RejectSink rejects) {
        try {
            return read(file, false, format, externalSystem, local, rejects);
        } catch (CharacterCodingException e) {
            // Not UTF-8, which may show only at the file's end: what was read so far is read again.
            rejects.restart();
        } catch (IOException e) {
            throw unreadable(file, e);
        }
        try {
            return read(file, true, format, externalSystem, local, rejects);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static CsvCallResult read(
            Path file,
            boolean windows,
            CsvCallFormat configured,
            String externalSystem,
            ZoneId local,
            RejectSink rejects)
            throws IOException {
        try (CsvText text = CsvText.open(file, configured.charset(), windows)) {
            StringBuilder header = new StringBuilder();
            int skipped = text.skipLines(configured.headerLines(), header);
            FileLayout layout = FileLayout.of(file, configured, header.toString(), text.sample());
            CsvCallFormat format = layout.format();
            char separator = format.separator();
            Rejections rejections = new Rejections(rejects, separator);
            CallRows rows = new CallRows(file, format, separator, local, rejections);
            readRows(file, text, separator, new RowHandler(file, skipped), rows);
            rejections.finish();
            long rowsRead = rows.imported() + rejections.broken() + rejections.unlisted();
            RejectLimit.check(file, format, rowsRead, rejections);
            CallTotals totals = rows.finish();
            return new CsvCallResult(
                    totals.table(externalSystem),
                    totals,
                    rowsRead,
                    rows.imported(),
                    rejections.broken(),
                    rejections.unlisted(),
                    rejections.unlistedQueues(),
                    layout.notes(),
                    text.charset());
        }
    }

    private static void readRows(Path file, CsvText text, char separator, RowHandler handler, CallRows rows)
            throws IOException {
        try (CsvReader<Row> csv = CsvReader.builder()
                .fieldSeparator(separator)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .maxBufferSize(Row.MAX_LENGTH)
                .build(handler, text)) {
            for (Row row : csv) {
                if (text.exhausted()) {
                    throw unclosedQuote(file, row);
                }
                rows.take(row);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (CsvParseException e) {
            throw wrapped(file, handler.row(), e);
        }
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

    private static CsvException unclosedQuote(Path file, Row row) {
        return new CsvException(
                file,
                row.line(),
                row.columns(),
                "a quotation mark is never closed",
                "Correct this line, or have the file exported again; nothing of it was imported",
                null);
    }

    /** The tokeniser wraps whatever goes wrong, its handler's errors included. */
    private static CsvException wrapped(Path file, Row row, CsvParseException e) {
        if (e.getCause() instanceof CsvException own) {
            return own;
        }
        String reason = e.getCause() == null ? e.getMessage() : e.getCause().getMessage();
        return new CsvException(
                file,
                row.line(),
                row.columns() + 1,
                "the quotation marks of this row do not match (" + reason + ")",
                "Correct this line, or have the file exported again; nothing of it was imported",
                e);
    }
}
