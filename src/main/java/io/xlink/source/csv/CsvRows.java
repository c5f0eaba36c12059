package io.xlink.source.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Cuts a file into rows. Quotation marks that do not match refuse it. */
final class CsvRows {
    private static final String REMEDY =
            "Correct this line, or have the file exported again; nothing of it was imported";

    private CsvRows() {}

    /**
     * Hands all rows on, in their order and each in the same object.
     *
     * @param text the file behind its header lines
     * @param skipped how many header lines there are
     * @param stopped whether nobody wants more of them
     * @throws CsvRefusedException when quotation marks do not match, or a row is too long
     */
    static void read(Path file, CsvText text, long skipped, char separator, Consumer<Row> rows, BooleanSupplier stopped)
            throws IOException {
        RowHandler handler = new RowHandler(file, skipped);
        try (CsvReader<Row> csv = CsvReader.builder()
                .fieldSeparator(separator)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .maxBufferSize(Row.MAX_LENGTH)
                .build(handler, text)) {
            for (Row row : csv) {
                if (text.exhausted()) {
                    throw new CsvRefusedException(
                            file, row.line(), row.columns(), "a quotation mark is never closed", REMEDY);
                }
                rows.accept(row);
                if (stopped.getAsBoolean()) {
                    return;
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (CsvParseException e) {
            throw wrapped(file, handler.row(), e);
        }
    }

    /** A file that cannot be read for a reason that is not in it. */
    static CsvException unreadable(Path file, IOException cause) {
        String message = cause.getMessage() == null ? cause.toString() : cause.getMessage();
        return new CsvException(
                file,
                0,
                0,
                "the file cannot be read (" + message + ")",
                "Check that it exists, that it may be read and that the drive is connected",
                cause);
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
                REMEDY,
                e);
    }
}
