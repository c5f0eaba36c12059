package io.xlink.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;

/**
 * Keeps a second server off the same data directory. The operating system lets go of the lock when the process ends,
 * however it ends.
 */
final class DataLock implements AutoCloseable {
    /** Far behind the text, because Windows would otherwise keep other processes from reading who holds the lock. */
    private static final long LOCKED_BYTE = 1L << 40;

    /** Asked before the file is touched: on Linux, closing any channel of a file drops the process's lock on it. */
    private static final Set<Path> HELD_HERE = new HashSet<>();

    private final Path file;
    private final FileChannel channel;

    private DataLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** @throws StoreException when another server has the directory, or it cannot be written */
    static DataLock take(Path data) {
        try {
            Path file = Files.createDirectories(data).toRealPath().resolve("server.lock");
            synchronized (HELD_HERE) {
                if (HELD_HERE.contains(file)) {
                    throw refusal(data, "in this process");
                }
                FileChannel channel = lock(data, file);
                HELD_HERE.add(file);
                return new DataLock(file, channel);
            }
        } catch (IOException e) {
            throw new StoreException("The data directory " + data + " cannot be locked: " + e, e);
        }
    }

    private static FileChannel lock(Path data, Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
            if (lock == null) {
                throw refusal(data, "process " + Files.readString(file).strip());
            }
            if (Files.exists(file.resolveSibling("restore.unfinished"))) {
                throw new StoreException("A restore of " + data
                        + " was broken off. Run `xlink restore` again, with --force, then start");
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.UTF_8)));
            return channel;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static StoreException refusal(Path data, String who) {
        return new StoreException("The data directory " + data + " is in use by another server (" + who
                + "). Stop that one, or give this one another --data directory");
    }

    @Override
    public void close() {
        synchronized (HELD_HERE) {
            HELD_HERE.remove(file);
            try {
                channel.close();
            } catch (IOException e) {
                throw new StoreException("The lock " + file + " cannot be released: " + e, e);
            }
        }
    }
}
