package io.xlink.source.csv;

import java.nio.file.Path;

/**
 * A file that is refused whole as it stands: its header lacks a column, it contradicts the order of dates or {@code
 * Charset}, a quotation mark is never closed, or more of its rows are broken than {@code MaxRejects} allows. Nothing of it
 * is imported, and reading it again ends in the same way until the file or the configuration changes.
 */
public final class CsvRefusedException extends CsvException {
    private static final long serialVersionUID = 1L;

    /** Parameters as those of {@link CsvException}. */
    public CsvRefusedException(Path file, long line, int column, String what, String remedy) {
        this(file, line, column, what, remedy, null);
    }

    /** Parameters as those of {@link CsvException}. */
    public CsvRefusedException(Path file, long line, int column, String what, String remedy, Throwable cause) {
        super(file, line, column, what, remedy, cause);
    }
}
