package io.xlink.source.csv;

import java.io.IOException;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/**
 * The characters of a file ({@link FileEncoding}), made ready for the tokeniser. Two things are changed:
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

    private final FileEncoding encoding;
    private final Reader in;
    private final char[] chunk = new char[CHUNK];
    private int from;
    private int to;
    /** A carriage return behind {@code to} whose successor has not been read. */
    private boolean held;

    private boolean ended;
    private boolean exhausted;

    private CsvText(ReadableByteChannel channel, FileEncoding encoding) {
        this.encoding = encoding;
        CodingErrorAction action = encoding.strict() ? CodingErrorAction.REPORT : CodingErrorAction.REPLACE;
        CharsetDecoder decoder =
                encoding.charset().newDecoder().onMalformedInput(action).onUnmappableCharacter(action);
        this.in = Channels.newReader(channel, decoder, CHUNK);
    }

    /**
     * @param declared the character set that the configuration declares
     * @param windows whether a file that declares none is Windows-1252 instead of UTF-8
     */
    static CsvText open(Path file, Optional<Charset> declared, boolean windows) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            ByteBuffer first = ByteBuffer.allocate(FileEncoding.LOOK);
            while (first.hasRemaining() && channel.read(first) >= 0) {
                continue;
            }
            FileEncoding encoding =
                    FileEncoding.of(file, Arrays.copyOf(first.array(), first.position()), declared, windows);
            return new CsvText(channel.position(encoding.mark()), encoding);
        } catch (IOException | CsvException e) {
            channel.close();
            throw e;
        }
    }

    FileEncoding encoding() {
        return encoding;
    }

    /**
     * A piece of the same file.
     *
     * @param from where a row begins
     * @param end where another one begins, or beyond the file's end
     */
    CsvText piece(Path file, long from, long end) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        return new CsvText(new ChannelPiece(channel, from, end), encoding);
    }

    Charset charset() {
        return encoding.charset();
    }

    /** Whether ASCII characters are single bytes in the file. */
    boolean isNarrow() {
        return encoding.isPlain();
    }

    /** Whether a quotation mark comes soon. */
    boolean hasQuotes() throws IOException {
        return sample().indexOf('"') >= 0;
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

    /** What comes next, for a look ahead: at least a quarter of a chunk, unless the file ends before. */
    String sample() throws IOException {
        while (to - from < CHUNK / 4 && !ended) {
            System.arraycopy(chunk, from, chunk, 0, to - from);
            fill(to - from);
        }
        return new String(chunk, from, to - from);
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
        return fill(0);
    }

    /** Reads more behind what is kept at the beginning of the chunk. */
    private boolean fill(int kept) throws IOException {
        from = 0;
        to = kept;
        while (to == kept && !ended) {
            int length = kept;
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
            to = unifyLineEnds(kept, length);
        }
        return to > 0;
    }

    /** Replaces lone carriage returns; returns how much of the chunk can be handed on. */
    private int unifyLineEnds(int begin, int length) {
        int last = length - 1;
        for (int i = begin; i < last; i++) {
            if (chunk[i] == '\r' && chunk[i + 1] != '\n') {
                chunk[i] = '\n';
            }
        }
        held = chunk[last] == '\r';
        return held ? last : length;
    }
}
