package io.xlink.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The floor: pages appended to a file that is forced once an import. Cannot be read back. */
final class StoreLog implements StoreEngine {
    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 20);

    StoreLog(Path directory) throws IOException {
        channel = FileChannel.open(directory.resolve("log"), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    @Override
    public byte[] get(int day, int queue, int valueType) {
        return null;
    }

    @Override
    public void put(int day, int queue, int valueType, byte[] page) {
        buffer.putInt(day).putInt(queue).putInt(valueType).putInt(page.length).put(page);
    }

    @Override
    public void commit() throws IOException {
        channel.write(buffer.flip());
        channel.force(false);
        buffer.clear();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
