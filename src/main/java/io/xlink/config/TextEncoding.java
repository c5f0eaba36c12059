package io.xlink.config;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * How a text file of an installation is encoded (specification, section 3): UTF-8 with or without a byte order mark,
 * UTF-16 with one, otherwise Windows-1252.
 */
enum TextEncoding {
    UTF_8_MARKED(StandardCharsets.UTF_8, 0xEF, 0xBB, 0xBF),
    UTF_16LE(StandardCharsets.UTF_16LE, 0xFF, 0xFE),
    UTF_16BE(StandardCharsets.UTF_16BE, 0xFE, 0xFF),
    UTF_8(StandardCharsets.UTF_8),
    WINDOWS(Charset.forName("windows-1252"));

    private static final List<TextEncoding> MARKED = List.of(UTF_8_MARKED, UTF_16LE, UTF_16BE);

    private final Charset charset;
    private final byte[] mark;

    TextEncoding(Charset charset, int... mark) {
        this.charset = charset;
        this.mark = new byte[mark.length];
        for (int i = 0; i < mark.length; i++) {
            this.mark[i] = (byte) mark[i];
        }
    }

    /** The encoding of a file's content; a byte order mark stands above whatever is damaged behind it. */
    static TextEncoding of(byte[] bytes) {
        for (TextEncoding encoding : MARKED) {
            if (encoding.marks(bytes)) {
                return encoding;
            }
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return UTF_8;
        } catch (CharacterCodingException e) {
            return WINDOWS;
        }
    }

    private boolean marks(byte[] bytes) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if (bytes[i] != mark[i]) {
                return false;
            }
        }
        return true;
    }

    Charset charset() {
        return charset;
    }

    /** Whether a byte order mark says so, and nothing else. */
    boolean isMarked() {
        return mark.length > 0;
    }

    /** The byte order mark; empty when there is none. */
    byte[] mark() {
        return mark.clone();
    }

    /** How many bytes a line end's character takes. */
    int unit() {
        return this == UTF_16LE || this == UTF_16BE ? 2 : 1;
    }

    /** The character at a place, as far as it can be part of a line end; -1 where there is none. */
    int unitAt(byte[] bytes, int at) {
        if (at + unit() > bytes.length) {
            return -1;
        }
        return switch (this) {
            case UTF_16LE -> (bytes[at] & 0xFF) | (bytes[at + 1] & 0xFF) << 8;
            case UTF_16BE -> (bytes[at] & 0xFF) << 8 | (bytes[at + 1] & 0xFF);
            default -> bytes[at] & 0xFF;
        };
    }

    /** The bytes of a text; empty when a character of it does not exist in this encoding. */
    Optional<byte[]> encode(String text) {
        try {
            ByteBuffer encoded = charset.newEncoder().encode(CharBuffer.wrap(text));
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return Optional.of(bytes);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
