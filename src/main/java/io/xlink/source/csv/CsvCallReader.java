package io.xlink.source.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;

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
        return read(file, format, externalSystem, local, rejects, ReadPlan.quickest());
    }

    /** @param plan how the file may be read */
    static CsvCallResult read(
            Path file, CsvCallFormat format, String externalSystem, ZoneId local, RejectSink rejects, ReadPlan plan) {
        boolean windows = false;
        ReadPlan next = plan;
        while (true) {
            try (CsvText text = CsvText.open(file, format.charset(), windows)) {
                return read(file, text, format, externalSystem, local, rejects, next);
            } catch (CharacterCodingException e) {
                if (windows) {
                    throw unreadable(file, e);
                }
                windows = true;
            } catch (NotPlain e) {
                next = next.notPlain();
            } catch (OnePiece e) {
                next = next.inOnePiece();
            } catch (IOException e) {
                throw unreadable(file, e);
            }
            // Which may show only at the file's end: what was read so far is read again.
            rejects.restart();
        }
    }

    private static CsvCallResult read(
            Path file,
            CsvText text,
            CsvCallFormat configured,
            String externalSystem,
            ZoneId local,
            RejectSink rejects,
            ReadPlan plan)
            throws IOException, NotPlain, OnePiece {
        StringBuilder header = new StringBuilder();
        int skipped = text.skipLines(configured.headerLines(), header);
        FileLayout layout = FileLayout.of(file, configured, header.toString(), text.sample());
        CsvCallFormat format = layout.format();
        Optional<PlainColumns> plain = plan.plain() && text.isPlain() ? PlainColumns.of(format) : Optional.empty();
        if (plain.isPresent()) {
            PlainReading.Result result =
                    new PlainReading(file, format, plain.get(), text.encoding(), local, rejects).read(skipped, plan);
            return result(file, text, layout, externalSystem, result.rows(), result.rejections());
        }
        char separator = format.separator();
        Rejections rejections = new Rejections(rejects, separator);
        CallRows rows = new CallRows(file, format, local, new CallMemory(file), rejections);
        readRows(file, text, separator, new RowHandler(file, skipped), rows);
        return result(file, text, layout, externalSystem, rows, rejections);
    }

    private static CsvCallResult result(
            Path file, CsvText text, FileLayout layout, String externalSystem, CallRows rows, Rejections rejections) {
        rejections.finish();
        long rowsRead = rows.imported() + rejections.broken() + rejections.unlisted();
        RejectLimit.check(file, layout.format(), rowsRead, rejections);
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
        return new CsvRefusedException(
                file,
                row.line(),
                row.columns(),
                "a quotation mark is never closed",
                "Correct this line, or have the file exported again; nothing of it was imported");
    }

    /** The tokeniser wraps whatever goes wrong, its handler's errors included. */
    private static CsvException wrapped(Path file, Row row, CsvParseException e) {
        if (e.getCause() instanceof CsvException own) {
            return own;
        }
        String reason = e.getCause() == null ? e.getMessage() : e.getCause().getMessage();
        return new CsvRefusedException(
                file,
                row.line(),
                row.columns() + 1,
                "the quotation marks of this row do not match (" + reason + ")",
                "Correct this line, or have the file exported again; nothing of it was imported",
                e);
    }
}
