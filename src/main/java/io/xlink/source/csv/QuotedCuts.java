package io.xlink.source.csv;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;

/**
 * Guesses where a file with quotes can be cut: behind a line feed before which the number of quotation marks is even. A
 * guess, because a mark within a field that is not quoted means nothing; whoever reads the piece before it finds out.
 */
final class QuotedCuts {
    private static final int CHUNK = 1 << 16;

    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocate(CHUNK);
    private final byte[] bytes = buffer.array();
    private long position;
    private boolean open;
    private boolean carriageReturn;
    private long lines;

    private QuotedCuts(FileChannel channel, long begin) {
        this.channel = channel;
        this.position = begin;
    }

    /**
     * A place to cut.
     *
     * @param position where a row begins
     * @param lines lines from the beginning to it
     */
    record Cut(long position, long lines) {}

    /** Places behind the targets, which ascend; fewer when the file ends or looks damaged. */
    static List<Cut> find(FileChannel channel, long begin, List<Long> targets) throws IOException {
        QuotedCuts cuts = new QuotedCuts(channel, begin);
        List<Cut> found = new ArrayList<>();
        for (long target : targets) {
            Cut cut = cuts.behind(target);
            if (cut == null) {
                break;
            }
            found.add(cut);
        }
        return found;
    }

    private Cut behind(long target) throws IOException {
        while (true) {
            buffer.clear();
            int count = channel.read(buffer, position);
            if (count <= 0 || position > target + Row.MAX_LENGTH) {
                return null;
            }
            for (int i = 0; i < count; i++) {
                byte b = bytes[i];
                // Of the characters that matter here, none is greater than the quotation mark.
                if (b > '"' || b < 0) {
                    lines += carriageReturn ? 1 : 0;
                    carriageReturn = false;
                    continue;
                }
                lines += carriageReturn && b != '\n' ? 1 : 0;
                carriageReturn = b == '\r';
                if (b == '"') {
                    open = !open;
                } else if (b == '\n') {
                    lines++;
                    if (!open && position + i + 1 > target) {
                        position += i + 1;
                        return new Cut(position, lines);
                    }
                }
            }
            position += count;
        }
    }
}
