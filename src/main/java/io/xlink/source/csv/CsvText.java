package io.xlink.source.csv;

import java.io.IOException;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/**
 * The characters of a file, made ready for the tokeniser. A byte order mark decides about the character set; without
 * one the text is strict UTF-8 until the caller asks for Windows-1252. Two things are changed:
 *
 * <ul>
 *   <li>A carriage return without a line feed becomes a line feed. FastCSV 4.1.0 loses a field, and joins its row to the
 *       next, when a quoted field holds a lone carriage return and the row ends in a line feed.
 *   <li>A line feed is added to the end. After it, nothing can be left but an unclosed quote, which FastCSV would
 *       otherwise take for the end of a field; see {@link #exhausted}.
 * </ul>
 */
final class CsvText extends Reader {
    private static final int CHUNK = 1 << 16;
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private final Charset charset;
    private final Reader in;
    private final char[] chunk = new char[CHUNK];
    private int from;
    private int to;
    /** A carriage return behind {@code to} whose successor has not been read. */
    private boolean held;

    private boolean ended;
    private boolean exhausted;

    private CsvText(FileChannel channel, Charset charset, boolean strict) {
        this.charset = charset;
        CodingErrorAction action = strict ? CodingErrorAction.REPORT : CodingErrorAction.REPLACE;
        CharsetDecoder decoder = charset.newDecoder().onMalformedInput(action).onUnmappableCharacter(action);
        this.in = Channels.newReader(channel, decoder, CHUNK);
    }

    /**
     * @param windows whether a file without a byte order mark is Windows-1252 instead of UTF-8
     */
    static CsvText open(Path file, boolean windows) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            ByteBuffer first = ByteBuffer.allocate(3);
            while (first.hasRemaining() && channel.read(first) >= 0) {
                continue;
            }
            int mark = 0;
            for (int i = 0; i < 3; i++) {
                mark = mark << 8 | (i < first.position() ? first.get(i) & 0xFF : 0);
            }
            // A mark is a declaration: a damaged character behind it spoils its row, not the choice of the set.
            if (mark == 0xEFBBBF) {
                return new CsvText(channel.position(3), StandardCharsets.UTF_8, false);
            }
            if (mark >> 8 == 0xFFFE) {
                return new CsvText(channel.position(2), StandardCharsets.UTF_16LE, false);
            }
            if (mark >> 8 == 0xFEFF) {
                return new CsvText(channel.position(2), StandardCharsets.UTF_16BE, false);
            }
            channel.position(0);
            return windows ? new CsvText(channel, WINDOWS, false) : new CsvText(channel, StandardCharsets.UTF_8, true);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    Charset charset() {
        return charset;
    }

    /** Whether the tokeniser has asked for more than there is. A row that it delivers then is an unclosed quote's. */
    boolean exhausted() {
        return exhausted;
    }

    /**
     * Skips physical lines and returns how many there were.
     *
     * @param seen takes their characters, as far as they are fewer than those of a long row
     */
    int skipLines(int lines, StringBuilder seen) throws IOException {
        int skipped = 0;
        while (skipped < lines && (from < to || fill())) {
            char c = chunk[from++];
            if (seen.length() < Row.MAX_LENGTH) {
                seen.append(c);
            }
            if (c == '\n') {
                skipped++;
            }
        }
        return skipped;
    }

    /** What comes next, for a look ahead: the rest of a chunk, or nothing at the end. */
    String sample() throws IOException {
        return from < to || fill() ? new String(chunk, from, to - from) : "";
    }

    @Override
    public int read(char[] target, int offset, int count) throws IOException {
        Objects.checkFromIndexSize(offset, count, target.length);
        if (from == to && !fill()) {
            exhausted = true;
            return -1;
        }
        int length = Math.min(count, to - from);
        System.arraycopy(chunk, from, target, offset, length);
        from += length;
        return length;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private boolean fill() throws IOException {
        from = 0;
        to = 0;
        while (to == 0 && !ended) {
            int length = 0;
            if (held) {
                chunk[length++] = '\r';
            }
            int count = in.read(chunk, length, CHUNK - length);
            if (count < 0) {
                ended = true;
                chunk[length++] = '\n';
            } else {
                length += count;
            }
            to = unifyLineEnds(length);
        }
        return to > 0;
    }

    /** Replaces lone carriage returns; returns how much of the chunk can be handed on. */
    private int unifyLineEnds(int length) {
        int last = length - 1;
        for (int i = 0; i < last; i++) {
            if (chunk[i] == '\r' && chunk[i + 1] != '\n') {
                chunk[i] = '\n';
            }
        }
        held = chunk[last] == '\r';
        return held ? last : length;
    }
}
