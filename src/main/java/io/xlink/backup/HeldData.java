package io.xlink.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** Holds a data directory as its programs do, importer and reference server, so that neither works with it meanwhile. */
final class HeldData implements AutoCloseable {
    /** Behind the text, as where the programs lock. */
    private static final long LOCKED_BYTE = 1L << 40;

    private final List<FileChannel> locks = new ArrayList<>();

    /** @throws BackupException when one of the programs works with it; the message names the directory and the process */
    static HeldData take(Path data) throws IOException {
        HeldData held = new HeldData();
        try {
            held.lock(data, "importer.lock", "importer");
            held.lock(data, "server.lock", "server");
            return held;
        } catch (IOException | RuntimeException e) {
            held.close();
            throw e;
        }
    }

    private void lock(Path data, String name, String who) throws IOException {
        Path file = data.resolve(name);
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        locks.add(channel);
        if (!isLocked(channel)) {
            throw new BackupException("a running " + who + " works with " + data + " (process "
                    + Files.readString(file).strip() + "). Stop it first; nothing was restored");
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock(LOCKED_BYTE, 1, false) != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        for (FileChannel lock : locks) {
            lock.close();
        }
    }
}
