package io.xlink.source.csv;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import java.util.function.BooleanSupplier;

/** Reads the lines between two places of a file, with a buffer that does not depend on how far apart they are. */
final class PlainPiece {
    private static final NotPlain TOO_LONG = new NotPlain("a line that is too long");
    private static final NotPlain OPEN = new NotPlain("a quotation mark that is not closed");
    /** Behind the lines, for those who look at eight bytes at a time. */
    private static final int SLACK = 2 * ByteNames.SLACK;

    private final FileChannel channel;
    private final long end;
    private long position;
    private byte[] bytes;
    private int filled;

    /**
     * @param from where a line begins
     * @param end behind a line feed, or beyond the file's end
     * @param chunk bytes that are read at once; more when a row is longer
     */
    PlainPiece(FileChannel channel, long from, long end, int chunk) throws IOException {
        this.channel = channel;
        this.position = from;
        this.end = end;
        // One byte more than the file has, so that its end is found without growing.
        long wanted = Math.min(end, channel.size() + 1) - from;
        this.bytes = new byte[(int) Math.max(1, Math.min(chunk, wanted)) + SLACK];
    }

    /**
     * Hands all lines on.
     *
     * @param stopped asked from time to time whether anybody still wants the result
     */
    void read(PlainRows rows, BooleanSupplier stopped) throws IOException, NotPlain {
        while (!stopped.getAsBoolean() && fill()) {
            int lines = lastLineEnd();
            int taken = lines == 0 ? 0 : rows.take(bytes, 0, lines);
            if (taken == 0) {
                grow();
                continue;
            }
            filled -= taken;
            System.arraycopy(bytes, taken, bytes, 0, filled);
        }
        if (filled > 0 && !stopped.getAsBoolean()) {
            bytes[filled++] = '\n';
            // The piece may also end where no row does, because its end was a guess.
            if (end != Long.MAX_VALUE || rows.take(bytes, 0, filled) < filled) {
                throw OPEN;
            }
        }
    }

    /** False when there is nothing more to read. */
    private boolean fill() throws IOException {
        int wanted = (int) Math.min(bytes.length - SLACK - filled, end - position);
        if (wanted <= 0) {
            return false;
        }
        int count = channel.read(ByteBuffer.wrap(bytes, filled, wanted), position);
        if (count < 0) {
            if (end != Long.MAX_VALUE) {
                throw new EOFException("the file has become shorter");
            }
            return false;
        }
        filled += count;
        position += count;
        return true;
    }

    private int lastLineEnd() {
        int at = filled;
        while (at > 0 && bytes[at - 1] != '\n') {
            at--;
        }
        return at;
    }

    private void grow() throws NotPlain {
        if (filled < bytes.length - SLACK) {
            return;
        }
        // A character has at most four bytes, and a row that is longer than a row may be ends the import.
        if (bytes.length > 4 * Row.MAX_LENGTH) {
            throw TOO_LONG;
        }
        bytes = Arrays.copyOf(bytes, 2 * bytes.length);
    }
}
