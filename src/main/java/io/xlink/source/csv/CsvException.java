package io.xlink.source.csv;

import java.nio.file.Path;

/**
 * A file that cannot be used as a whole: it cannot be read, its rejects cannot be written, or, as the subclass says, it is
 * refused for what is in it. Nothing of the file is imported. The message is complete for an administrator: where, what, and what to do.
 */
public class CsvException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Path file;
    private final long line;
    private final int column;

    /**
     * @param file the file concerned
     * @param line line number from 1, or 0 for the file as a whole
     * @param column column number from 1, or 0 for the line as a whole
     * @param what what is wrong
     * @param remedy what to do about it
     * @param cause the error underneath, or null
     */
    public CsvException(Path file, long line, int column, String what, String remedy, Throwable cause) {
        super(message(file, line, column, what, remedy), cause);
        this.file = file;
        this.line = line;
        this.column = column;
    }

    /** The file concerned; null once the exception has been serialised. */
    public Path file() {
        return file;
    }

    /** Line number from 1, or 0 for the file as a whole. */
    public long line() {
        return line;
    }

    /** Column number from 1, or 0 for the line as a whole. */
    public int column() {
        return column;
    }

    private static String message(Path file, long line, int column, String what, String remedy) {
        String where = file + (line > 0 ? ":" + line : "") + (column > 0 ? " column " + column : "");
        return where + ": " + what + ". " + remedy;
    }
}
