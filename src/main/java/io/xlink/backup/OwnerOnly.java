package io.xlink.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/** Rights of files that hold passwords, on file systems that know the rights of Unix; elsewhere those of the directory hold. */
final class OwnerOnly {
    private static final FileAttribute<?>[] FILE = {
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
    };
    private static final FileAttribute<?>[] DIRECTORY = {
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
    };
    private static final FileAttribute<?>[] NONE = {};

    private OwnerOnly() {}

    /** For a file that is made beside or below another. */
    static FileAttribute<?>[] file(Path near) {
        return isPosix(near) ? FILE : NONE;
    }

    static FileAttribute<?>[] directory(Path near) {
        return isPosix(near) ? DIRECTORY : NONE;
    }

    /** As {@code rw-------}; empty where there are no such rights. */
    static Optional<String> mode(Path file) throws IOException {
        return isPosix(file)
                ? Optional.of(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                : Optional.empty();
    }

    /** @throws IllegalArgumentException when the mode is none */
    static void give(Path file, String mode) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view != null) {
            view.setPermissions(PosixFilePermissions.fromString(mode));
        }
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
