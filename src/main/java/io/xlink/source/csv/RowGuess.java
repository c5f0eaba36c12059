package io.xlink.source.csv;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;

/**
 * Guesses where in the midst of a file with quotation marks a row begins: behind a line feed from which on everything
 * looks like rows. A guess, because a field may hold what looks like them; whoever reads the rows before it finds out.
 */
final class RowGuess {
    private static final int LOOK = 1 << 16;
    private static final int ROWS = 50;

    private final FileChannel channel;
    private final QuotedLines lines;
    private final byte[] bytes = new byte[LOOK + ByteNames.SLACK];

    RowGuess(FileChannel channel, char separator) {
        this.channel = channel;
        this.lines = new QuotedLines(separator, StandardCharsets.UTF_8);
    }

    /** The beginning of a row behind a place; below 0 when none is found near it. */
    long behind(long place) throws IOException {
        int filled = 0;
        while (filled < LOOK) {
            int count = channel.read(ByteBuffer.wrap(bytes, filled, LOOK - filled), place + filled);
            if (count < 0) {
                break;
            }
            filled += count;
        }
        int to = filled;
        while (to > 0 && bytes[to - 1] != '\n') {
            to--;
        }
        for (int i = 0; i < to; i++) {
            if (bytes[i] == '\n' && areRows(i + 1, to)) {
                return place + i + 1;
            }
        }
        return -1;
    }

    private boolean areRows(int from, int to) {
        boolean quotes = false;
        int at = from;
        try {
            for (int i = 0; i < ROWS && at < to; i++) {
                int next = lines.scan(bytes, at, to);
                if (next == QuotedLines.INCOMPLETE) {
                    return i > 1 && quotes;
                }
                quotes |= lines.hasQuotes();
                at = next;
            }
            return quotes;
        } catch (NotPlain e) {
            return false;
        }
    }
}
