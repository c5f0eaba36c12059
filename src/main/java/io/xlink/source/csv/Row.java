package io.xlink.source.csv;

import io.xlink.config.keys.ColumnNumber;
import java.util.Arrays;

/**
 * The fields of one row, copied together into one array: the tokeniser reuses its buffer between two fields of a row,
 * and columns may be needed in any order. One object serves all rows of a file.
 */
final class Row {
    static final int MAX_COLUMNS = ColumnNumber.MAX;
    /** Chars in a row or field. The longest sensible row is far below; what exceeds it is an unclosed quote. */
    static final int MAX_LENGTH = 1 << 20;

    private char[] chars = new char[4096];
    private int length;
    private int columns;
    private long line;
    // Where a field begins and ends in chars, with and without surrounding blanks.
    private int[] rawEnd = new int[64];
    private int[] from = new int[64];
    private int[] to = new int[64];
    private boolean[] quoted = new boolean[64];

    void begin(long startingLine) {
        line = startingLine;
        length = 0;
        columns = 0;
    }

    /** Adds a field; false when the row exceeds its limits. */
    boolean add(char[] source, int offset, int count, boolean inQuotes) {
        if (columns == rawEnd.length && !growColumns() || count > chars.length - length && !growChars(count)) {
            return false;
        }
        System.arraycopy(source, offset, chars, length, count);
        int begin = length;
        length += count;
        int end = length;
        rawEnd[columns] = end;
        quoted[columns] = inQuotes;
        while (begin < end && chars[begin] <= ' ') {
            begin++;
        }
        while (begin < end && chars[end - 1] <= ' ') {
            end--;
        }
        from[columns] = begin;
        to[columns] = end;
        columns++;
        return true;
    }

    /** Number of the physical line on which the row starts. */
    long line() {
        return line;
    }

    int columns() {
        return columns;
    }

    /** The characters of all fields. */
    char[] chars() {
        return chars;
    }

    /** Where a field begins in {@link #chars}, leading blanks left out. */
    int from(int column) {
        return from[column];
    }

    /** Where a field ends in {@link #chars}, trailing blanks left out. */
    int to(int column) {
        return to[column];
    }

    String text(int column) {
        return new String(chars, from[column], to[column] - from[column]);
    }

    /** Whether no field holds anything: spreadsheets write such rows for lines that once had content. */
    boolean isBlank() {
        for (int i = 0; i < columns; i++) {
            if (from[i] < to[i]) {
                return false;
            }
        }
        return true;
    }

    /** The row as it stands in the file: quoting is put back, of which the strict tokeniser knows only one form. */
    String original(char separator) {
        StringBuilder text = new StringBuilder(length + columns);
        int begin = 0;
        for (int i = 0; i < columns; i++) {
            if (i > 0) {
                text.append(separator);
            }
            String field = new String(chars, begin, rawEnd[i] - begin);
            if (quoted[i]) {
                text.append('"').append(field.replace("\"", "\"\"")).append('"');
            } else {
                text.append(field);
            }
            begin = rawEnd[i];
        }
        return text.toString();
    }

    private boolean growColumns() {
        if (columns >= MAX_COLUMNS) {
            return false;
        }
        rawEnd = Arrays.copyOf(rawEnd, 2 * columns);
        from = Arrays.copyOf(from, 2 * columns);
        to = Arrays.copyOf(to, 2 * columns);
        quoted = Arrays.copyOf(quoted, 2 * columns);
        return true;
    }

    private boolean growChars(int count) {
        if (length + count > MAX_LENGTH) {
            return false;
        }
        chars = Arrays.copyOf(chars, Math.max(length + count, 2 * chars.length));
        return true;
    }
}
