package io.xlink.config;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * The file {@code xlink.key}. It is created once, by whoever comes first, with the permissions it keeps; a key that
 * others may read is refused. On file systems without POSIX permissions those of the directory hold.
 */
final class KeyFile {
    static final String NAME = "xlink.key";

    private static final int MAX_BYTES = 64 << 10;
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OTHERS =
            EnumSet.range(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_EXECUTE);
    /** How long a file that another process is just writing may be incomplete. */
    private static final Duration WRITING = Duration.ofSeconds(2);

    private static final Duration LOOK_AGAIN = Duration.ofMillis(10);

    private final Path file;

    KeyFile(Path conf) {
        this.file = conf.resolve(NAME);
    }

    Path path() {
        return file;
    }

    /**
     * Reads the key.
     *
     * @return its text, or empty when there is no file
     * @throws ConfigException when others may read it, it cannot be read, or it never becomes complete
     */
    Optional<String> read() {
        try {
            refuseWhatOthersMayRead();
            long end = System.nanoTime() + WRITING.toNanos();
            String text = text();
            while (!text.stripTrailing().endsWith("}")) {
                if (System.nanoTime() - end > 0) {
                    throw new ConfigException(
                            file,
                            0,
                            "is not a whole key",
                            "Restore it from a backup; if no password was encoded with it, remove it");
                }
                Thread.sleep(LOOK_AGAIN.toMillis());
                text = text();
            }
            return Optional.of(text);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw failed("cannot be read", e, "Make it a file of the user that runs this program");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed("was not read", e, "Start the program again");
        }
    }

    private String text() throws IOException {
        if (Files.size(file) > MAX_BYTES) {
            throw new ConfigException(file, 0, "is too large for a key", "Restore it from a backup");
        }
        return Files.readString(file, StandardCharsets.ISO_8859_1);
    }

    private void refuseWhatOthersMayRead() throws IOException {
        if (!isPosix()) {
            return;
        }
        Set<PosixFilePermission> given = Files.getPosixFilePermissions(file);
        given.retainAll(OTHERS);
        if (!given.isEmpty()) {
            throw new ConfigException(
                    file,
                    0,
                    "is open to other users, and with it they can read every encoded password",
                    "Run chmod 600 " + file + ", and change the passwords if somebody may have seen it");
        }
    }

    /**
     * Creates the file, unless another process was faster; it is on the disk when this returns.
     *
     * @return whether this call created it
     * @throws ConfigException when it cannot be written
     */
    boolean create(String text) {
        FileAttribute<?>[] attributes = isPosix()
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                : new FileAttribute<?>[0];
        Set<StandardOpenOption> options = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(file, options, attributes)) {
            write(channel, text);
        } catch (FileAlreadyExistsException e) {
            return false;
        } catch (IOException e) {
            throw failed(
                    "cannot be created",
                    e,
                    "Check that the directory exists, and let the user that runs this command write there");
        }
        syncDirectory();
        return true;
    }

    /** Half a key would stand in the way of a whole one. */
    private void write(FileChannel channel, String text) throws IOException {
        try {
            ByteBuffer bytes = ByteBuffer.wrap((text + "\n").getBytes(StandardCharsets.ISO_8859_1));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        } catch (IOException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private void syncDirectory() {
        try (FileChannel directory = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            directory.force(true);
        } catch (IOException e) {
            // Windows opens no directories, and needs none to be synced.
        }
    }

    private boolean isPosix() {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private ConfigException failed(String what, Exception e, String remedy) {
        return new ConfigException(file, 0, what + " (" + e.getClass().getSimpleName() + ")", remedy);
    }
}
