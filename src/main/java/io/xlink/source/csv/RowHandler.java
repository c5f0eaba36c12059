package io.xlink.source.csv;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.nio.file.Path;

/** Collects the tokeniser's fields into the one {@link Row}. */
final class RowHandler extends AbstractBaseCsvCallbackHandler<Row> {
    private final Path file;
    private final long skippedLines;
    private final Row row = new Row();

    /** @param skippedLines lines before, which the tokeniser has not seen */
    RowHandler(Path file, long skippedLines) {
        this.file = file;
        this.skippedLines = skippedLines;
    }

    Row row() {
        return row;
    }

    @Override
    protected void handleBegin(long startingLine) {
        row.begin(startingLine + skippedLines);
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
        if (!row.add(buffer, offset, length, quoted)) {
            throw new CsvRefusedException(
                    file,
                    row.line(),
                    0,
                    "a row has more than " + Row.MAX_COLUMNS + " columns or " + Row.MAX_LENGTH + " characters",
                    "Look for a quotation mark without its partner in this line, and check SeparatorCharacter");
        }
    }

    @Override
    protected Row buildRecord() {
        return row;
    }
}
