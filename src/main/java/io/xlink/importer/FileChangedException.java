package io.xlink.importer;

import java.nio.file.Path;

/** A file was written to while it was being imported. */
final class FileChangedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FileChangedException(Path file) {
        super(file.getFileName() + " was written to while it was imported; it is read again, whole, when it is quiet");
    }
}
