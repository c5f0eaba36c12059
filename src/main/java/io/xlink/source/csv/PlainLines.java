package io.xlink.source.csv;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Arrays;

/** Lines without quotation marks, each of which is a row. */
final class PlainLines implements ByteLines {
    private static final NotPlain QUOTED = NotPlain.quoted();
    private static final NotPlain LONE_RETURN = new NotPlain("a carriage return without a line feed");
    private static final NotPlain TOO_LONG = new NotPlain("a row that is too long");

    private final byte separator;
    private final LineText text;
    private final Row row = new Row();
    private boolean empty;
    private int[] begins = new int[64];
    private int[] ends = new int[64];

    /** @param charset UTF-8, or a set of one byte for each character */
    PlainLines(char separator, Charset charset) {
        this.separator = (byte) separator;
        this.text = new LineText(charset);
    }

    @Override
    public boolean isUnicode() {
        return text.isUnicode();
    }

    @Override
    public int from(int column) {
        return begins[column];
    }

    @Override
    public int to(int column) {
        return ends[column];
    }

    @Override
    public Row row() {
        return empty ? null : row;
    }

    @Override
    public int lines() {
        return 1;
    }

    @Override
    public int read(byte[] bytes, int from, int to, long line) throws NotPlain, CharacterCodingException {
        int next = from;
        while (bytes[next] != '\n') {
            next++;
        }
        int end = next > from && bytes[next - 1] == '\r' ? next - 1 : next;
        empty = end == from;
        if (!empty) {
            requirePlain(bytes, from, end);
            row.begin(line);
            split(bytes, from, end);
        }
        return next + 1;
    }

    private static void requirePlain(byte[] bytes, int from, int to) throws NotPlain {
        if (to - from > Row.MAX_LENGTH) {
            throw TOO_LONG;
        }
        for (int i = from; i < to; i++) {
            if (bytes[i] == '"') {
                throw QUOTED;
            } else if (bytes[i] == '\r') {
                throw LONE_RETURN;
            }
        }
    }

    private void split(byte[] bytes, int from, int to) throws NotPlain, CharacterCodingException {
        int columns = 0;
        int begin = from;
        for (int i = from; i <= to; i++) {
            if (i == to || bytes[i] == separator) {
                int count = text.read(bytes, begin, i);
                if (!row.add(text.chars(), 0, count, false)) {
                    throw TOO_LONG;
                }
                if (columns == begins.length) {
                    begins = Arrays.copyOf(begins, 2 * columns);
                    ends = Arrays.copyOf(ends, 2 * columns);
                }
                begins[columns] = begin;
                ends[columns++] = i;
                begin = i + 1;
            }
        }
    }
}
