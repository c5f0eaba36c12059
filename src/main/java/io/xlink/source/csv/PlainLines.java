package io.xlink.source.csv;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Makes a {@link Row} of a line's bytes, and knows where in the bytes its fields are. */
final class PlainLines {
    private static final NotPlain QUOTED = new NotPlain("a quotation mark");
    private static final NotPlain LONE_RETURN = new NotPlain("a carriage return without a line feed");
    private static final NotPlain TOO_LONG = new NotPlain("a row that is too long");

    private final byte separator;
    private final boolean unicode;
    private final CharsetDecoder decoder;
    private final Row row = new Row();
    private char[] chars = new char[256];
    private int[] begins = new int[64];
    private int[] ends = new int[64];

    /** @param charset UTF-8, or a set of one byte for each character */
    PlainLines(char separator, Charset charset) {
        this.separator = (byte) separator;
        this.unicode = charset.equals(StandardCharsets.UTF_8);
        CodingErrorAction action = unicode ? CodingErrorAction.REPORT : CodingErrorAction.REPLACE;
        this.decoder = charset.newDecoder().onMalformedInput(action).onUnmappableCharacter(action);
    }

    /** Whether a character may have several bytes. */
    boolean isUnicode() {
        return unicode;
    }

    /** Where a field of the last row begins in the bytes. */
    int from(int column) {
        return begins[column];
    }

    /** Where it ends. */
    int to(int column) {
        return ends[column];
    }

    /** The row of a line; the next call overwrites it. */
    Row row(byte[] bytes, int from, int to, long line) throws NotPlain, CharacterCodingException {
        if (to - from > Row.MAX_LENGTH) {
            throw TOO_LONG;
        }
        boolean ascii = true;
        for (int i = from; i < to; i++) {
            byte b = bytes[i];
            ascii &= b >= 0;
            if (b == '"') {
                throw QUOTED;
            } else if (b == '\r') {
                throw LONE_RETURN;
            }
        }
        if (chars.length < to - from) {
            chars = new char[to - from];
        }
        for (int i = from; ascii && i < to; i++) {
            chars[i - from] = (char) bytes[i];
        }
        row.begin(line);
        int columns = 0;
        int begin = from;
        for (int i = from; i <= to; i++) {
            if (i == to || bytes[i] == separator) {
                boolean added = ascii
                        ? row.add(chars, begin - from, i - begin, false)
                        : row.add(chars, 0, decode(bytes, begin, i), false);
                if (!added) {
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
        return row;
    }

    /** Puts a field's characters into {@link #chars} and returns how many they are. */
    private int decode(byte[] bytes, int from, int to) throws CharacterCodingException {
        CharBuffer decoded = decoder.decode(ByteBuffer.wrap(bytes, from, to - from));
        int length = decoded.remaining();
        decoded.get(chars, 0, length);
        return length;
    }
}
