package io.xlink.config;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.Arrays;

/**
 * A file that is replaced in one step: written beside, forced to the disk, renamed. Whatever happens meanwhile, the file
 * is the old one or the new one.
 */
final class ReplacedFile {
    /** The file itself where a symbolic link was named, because renaming would turn the link into a file. */
    private final Path file;

    ReplacedFile(Path file) {
        this.file = target(file);
    }

    private static Path target(Path file) {
        try {
            return Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        } catch (IOException e) {
            throw failed(file, e);
        }
    }

    /**
     * Refuses to go on when the file does not hold what it held when it was read; an absent file counts as empty.
     *
     * @throws ConfigException when somebody else has written it
     */
    void requireUnchanged(byte[] read) {
        try {
            byte[] now = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
            if (!Arrays.equals(now, read)) {
                throw new ConfigException(
                        file, 0, "was changed by somebody else while it was being edited", "Try again");
            }
        } catch (IOException e) {
            throw failed(file, e);
        }
    }

    /** @throws ConfigException when it cannot be written; the old file then stays */
    void replace(byte[] content) {
        Path beside = file.resolveSibling(
                "." + file.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
        try {
            try {
                Files.deleteIfExists(beside);
                write(beside, content);
                Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                forceDirectory();
            } finally {
                Files.deleteIfExists(beside);
            }
        } catch (IOException e) {
            throw failed(file, e);
        }
    }

    /**
     * Writes another file, which must not exist yet, with the permissions of this one.
     *
     * @throws ConfigException when it exists or cannot be written
     */
    void keep(Path other, byte[] content) {
        try {
            write(other, content);
        } catch (IOException e) {
            throw failed(other, e);
        }
    }

    private void write(Path fresh, byte[] content) throws IOException {
        Files.createFile(fresh);
        if (Files.exists(file)) {
            copyPermissions(file, fresh);
        }
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(content);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    /** The file may hold passwords: nobody may read the new one who could not read the old one. */
    private static void copyPermissions(Path from, Path to) throws IOException {
        PosixFileAttributeView old = Files.getFileAttributeView(from, PosixFileAttributeView.class);
        PosixFileAttributeView fresh = Files.getFileAttributeView(to, PosixFileAttributeView.class);
        if (old == null || fresh == null) {
            return;
        }
        PosixFileAttributes attributes = old.readAttributes();
        fresh.setPermissions(attributes.permissions());
        PosixFileAttributes now = fresh.readAttributes();
        if (!now.owner().equals(attributes.owner())) {
            fresh.setOwner(attributes.owner());
        }
        if (!now.group().equals(attributes.group())) {
            fresh.setGroup(attributes.group());
        }
    }

    /** Makes the rename durable; there are systems on which a directory cannot be opened, and none is needed there. */
    private void forceDirectory() {
        try (FileChannel directory = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
            directory.force(true);
        } catch (IOException e) {
            // The content is on the disk; without this, a power failure may bring the old file back, whole.
        }
    }

    private static ConfigException failed(Path file, IOException e) {
        return new ConfigException(
                file,
                0,
                "cannot be written (" + e.getClass().getSimpleName() + ")",
                "Let the user that runs this program write it and its directory");
    }
}
