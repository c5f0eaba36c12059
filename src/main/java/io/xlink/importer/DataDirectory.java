package io.xlink.importer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;

/** The data directory, held by one importer at a time; the operating system frees it however the importer ends. */
final class DataDirectory implements AutoCloseable {
    private final Path directory;
    private final FileChannel lock;

    private DataDirectory(Path directory, FileChannel lock) {
        this.directory = directory;
        this.lock = lock;
    }

    /** @throws IllegalStateException when another importer works with the directory; the message names it */
    static DataDirectory open(Path directory) {
        Path file = directory.resolve("importer.lock");
        try {
            Files.createDirectories(directory);
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            // The lock lies behind the text, because Windows does not let others read what is locked.
            if (!locked(channel)) {
                channel.close();
                throw new IllegalStateException("another importer works with " + directory + " (process "
                        + Files.readString(file).strip() + "). Stop it, or name another directory with --data");
            }
            refuseHalfRestored(directory, channel);
            channel.truncate(0);
            channel.write(StandardCharsets.UTF_8.encode(self() + System.lineSeparator()));
            return new DataDirectory(directory, channel);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use the data directory " + directory + ": " + e.getMessage(), e);
        }
    }

    /** Whether an importer works with the directory at this moment. */
    static boolean isInUse(Path directory) {
        Path file = directory.resolve("importer.lock");
        if (!Files.exists(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return !locked(channel);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use the data directory " + directory + ": " + e.getMessage(), e);
        }
    }

    /** Half of one state and half of another are none. */
    private static void refuseHalfRestored(Path directory, FileChannel channel) throws IOException {
        if (Files.exists(directory.resolve("restore.unfinished"))) {
            channel.close();
            throw new IllegalStateException("a restore of " + directory
                    + " was broken off. Run `xlink restore` again, with --force, then start");
        }
    }

    /** What tells an administrator which process it is: the directory may be on a disk that machines share. */
    private static String self() {
        String started = ProcessHandle.current()
                .info()
                .startInstant()
                .map(Instant::toString)
                .orElse("an unknown time");
        return ProcessHandle.current().pid() + " on " + host() + ", running since " + started;
    }

    /** Not by its address, for which a name server might be asked. */
    private static String host() {
        Path name = Path.of("/proc/sys/kernel/hostname");
        try {
            return Files.isReadable(name)
                    ? Files.readString(name).strip()
                    : System.getenv().getOrDefault("COMPUTERNAME", "this machine");
        } catch (IOException e) {
            return "this machine";
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock(1L << 40, 1, false);
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    Path path() {
        return directory;
    }

    /** A folder within the data directory, made when there is none. */
    Path folder(String first, String... more) {
        Path folder = directory.resolve(Path.of(first, more));
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the folder " + folder + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
