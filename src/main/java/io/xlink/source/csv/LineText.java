package io.xlink.source.csv;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** The characters of a row's fields. */
final class LineText {
    private final boolean unicode;
    private final CharsetDecoder decoder;
    private char[] chars = new char[256];

    /** @param charset UTF-8, or a set of one byte for each character */
    LineText(Charset charset) {
        this.unicode = charset.equals(StandardCharsets.UTF_8);
        CodingErrorAction action = unicode ? CodingErrorAction.REPORT : CodingErrorAction.REPLACE;
        this.decoder = charset.newDecoder().onMalformedInput(action).onUnmappableCharacter(action);
    }

    /** Whether a character may have several bytes. */
    boolean isUnicode() {
        return unicode;
    }

    /** The characters that were read last. */
    char[] chars() {
        return chars;
    }

    /** Reads the characters of a field, from the beginning of {@link #chars} on, and returns how many they are. */
    int read(byte[] bytes, int from, int to) throws CharacterCodingException {
        if (chars.length < to - from) {
            chars = new char[2 * (to - from)];
        }
        for (int i = from; i < to; i++) {
            if (bytes[i] < 0) {
                return decode(bytes, from, to);
            }
            chars[i - from] = (char) bytes[i];
        }
        return to - from;
    }

    /** As {@link #read}, of a field in which each quotation mark stands twice. */
    int readDoubled(byte[] bytes, int from, int to) throws CharacterCodingException {
        int count = read(bytes, from, to);
        int kept = 0;
        for (int i = 0; i < count; i++) {
            chars[kept++] = chars[i];
            i += chars[i] == '"' ? 1 : 0;
        }
        return kept;
    }

    private int decode(byte[] bytes, int from, int to) throws CharacterCodingException {
        CharBuffer decoded = decoder.decode(ByteBuffer.wrap(bytes, from, to - from));
        int length = decoded.remaining();
        decoded.get(chars, 0, length);
        return length;
    }
}
