package io.xlink.source.csv;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Where the rows of a plain file begin, and where it can be cut. */
final class PlainFile {
    private static final NotPlain NO_LINE_END = new NotPlain("a line without end");
    private static final NotPlain LONE_RETURN = new NotPlain("a carriage return without a line feed");
    private static final int CHUNK = 1 << 13;

    private PlainFile() {}

    /** Where the line begins that follows a number of lines; the file's end when it has no more than those. */
    static long afterLines(FileChannel channel, long from, int lines) throws IOException, NotPlain {
        long at = from;
        for (int i = 0; i < lines; i++) {
            at = afterLine(channel, at);
        }
        return at;
    }

    /** Where the next line begins, which is the file's end when there is none. */
    static long afterLine(FileChannel channel, long from) throws IOException, NotPlain {
        ByteBuffer buffer = ByteBuffer.allocate(CHUNK);
        boolean carriageReturn = false;
        for (long at = from; at < from + Row.MAX_LENGTH; at += buffer.limit()) {
            buffer.clear();
            int count = channel.read(buffer, at);
            if (count < 0) {
                return at;
            }
            buffer.flip();
            for (int i = 0; i < count; i++) {
                byte b = buffer.get(i);
                if (b == '\n') {
                    return at + i + 1;
                } else if (carriageReturn) {
                    throw LONE_RETURN;
                }
                carriageReturn = b == '\r';
            }
        }
        throw NO_LINE_END;
    }
}
