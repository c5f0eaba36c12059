package io.xlink.source.csv;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Arrays;

/**
 * Makes a {@link Row} of a row's bytes, and knows where in the bytes its fields are. Fields may stand in quotation marks,
 * in which they may hold separators, line breaks and, doubled, quotation marks. Strict: what a field may not hold is left
 * to the tokeniser, which knows what to say about it.
 */
final class QuotedLines {
    /** The row does not end within the bytes. */
    static final int INCOMPLETE = -2;
    /** A field whose bytes are not its text. */
    static final int ELSEWHERE = -1;

    private static final NotPlain IRREGULAR = new NotPlain("a quotation mark where none may be");
    private static final NotPlain LONE_RETURN = new NotPlain("a carriage return without a line feed");
    private static final NotPlain TOO_LONG = new NotPlain("a row that is too long");

    private final byte separator;
    private final LineText text;
    private final Row row = new Row();
    private int columns;
    private int lines;
    private int[] begins = new int[64];
    private int[] ends = new int[64];
    private final Marks quoted = new Marks();
    private final Marks doubled = new Marks();
    private final Marks broken = new Marks();

    /** By column, whether something is so; no more columns than a row may have. */
    private static final class Marks {
        private boolean[] marks = new boolean[64];

        void set(int column, boolean mark) {
            if (column >= marks.length) {
                marks = Arrays.copyOf(marks, 2 * column);
            }
            marks[column] = mark;
        }

        boolean of(int column) {
            return marks[column];
        }
    }

    /** @param charset UTF-8, or a set of one byte for each character */
    QuotedLines(char separator, Charset charset) {
        this.separator = (byte) separator;
        this.text = new LineText(charset);
    }

    /** Whether a character may have several bytes. */
    boolean isUnicode() {
        return text.isUnicode();
    }

    /** The last row, until the next one is read; null when it was a line without anything. */
    Row row() {
        return isEmpty() ? null : row;
    }

    private boolean isEmpty() {
        return columns == 1 && begins[0] == ends[0] && !quoted.of(0);
    }

    /** How many lines it has. */
    int lines() {
        return lines;
    }

    /**
     * Where a field of it begins in the bytes, without its quotes, or {@link #ELSEWHERE}; so is also what holds line
     * breaks, because those who know a field by its bytes do not count lines.
     */
    int from(int column) {
        return doubled.of(column) || broken.of(column) ? ELSEWHERE : begins[column];
    }

    /** Where it ends. */
    int to(int column) {
        return ends[column];
    }

    /** Whether a field of the last row stands in quotation marks. */
    boolean hasQuotes() {
        for (int i = 0; i < columns; i++) {
            if (quoted.of(i)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Reads the row that begins at a place.
     *
     * @param to behind a line feed
     * @param line number of its line
     * @return the place behind its line feed, or {@link #INCOMPLETE}
     * @throws NotPlain when the file must be read in another way
     * @throws CharacterCodingException when it is not in its character set
     */
    int read(byte[] bytes, int from, int to, long line) throws NotPlain, CharacterCodingException {
        int next = scan(bytes, from, to);
        if (next == INCOMPLETE || isEmpty()) {
            return next;
        }
        row.begin(line);
        for (int i = 0; i < columns; i++) {
            int count =
                    doubled.of(i) ? text.readDoubled(bytes, begins[i], ends[i]) : text.read(bytes, begins[i], ends[i]);
            if (!row.add(text.chars(), 0, count, quoted.of(i))) {
                throw TOO_LONG;
            }
        }
        return next;
    }

    /** Finds the fields of a row, as {@link #read} does, and does not read them. */
    int scan(byte[] bytes, int from, int to) throws NotPlain {
        columns = 0;
        lines = 0;
        int at = from;
        while (true) {
            at = bytes[at] == '"' ? inQuotes(bytes, at + 1, to) : bare(bytes, at);
            if (at == INCOMPLETE) {
                return INCOMPLETE;
            }
            byte end = bytes[at];
            if (end == separator) {
                at++;
                continue;
            }
            if (end == '\r') {
                end = bytes[++at];
                if (end != '\n') {
                    throw LONE_RETURN;
                }
            }
            if (end != '\n') {
                throw IRREGULAR;
            }
            if (at - from > Row.MAX_LENGTH) {
                throw TOO_LONG;
            }
            lines++;
            return at + 1;
        }
    }

    /** Returns the place behind the closing mark. */
    private int inQuotes(byte[] bytes, int begin, int to) throws NotPlain {
        boolean marks = false;
        boolean breaks = false;
        for (int at = begin; at < to; at++) {
            byte b = bytes[at];
            if (b == '"') {
                // Behind it there is the line feed at least.
                if (bytes[at + 1] != '"') {
                    add(begin, at, true, marks, breaks);
                    return at + 1;
                }
                marks = true;
                at++;
            } else if (b == '\n') {
                lines++;
                breaks = true;
            } else if (b == '\r' && bytes[at + 1] != '\n') {
                throw LONE_RETURN;
            }
        }
        return INCOMPLETE;
    }

    private int bare(byte[] bytes, int begin) throws NotPlain {
        int at = begin;
        while (bytes[at] != separator && bytes[at] != '\n' && bytes[at] != '\r') {
            if (bytes[at++] == '"') {
                throw IRREGULAR;
            }
        }
        add(begin, at, false, false, false);
        return at;
    }

    private void add(int begin, int end, boolean marks, boolean twice, boolean breaks) throws NotPlain {
        if (columns == Row.MAX_COLUMNS) {
            throw TOO_LONG;
        }
        if (columns == begins.length) {
            begins = Arrays.copyOf(begins, 2 * columns);
            ends = Arrays.copyOf(ends, 2 * columns);
        }
        begins[columns] = begin;
        ends[columns] = end;
        quoted.set(columns, marks);
        doubled.set(columns, twice);
        broken.set(columns, breaks);
        columns++;
    }
}
