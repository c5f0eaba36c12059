package io.xlink.importer;

/** A file was written to while it was being imported. */
final class FileChangedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient FileStamp file;

    FileChangedException(FileStamp file) {
        super(file.path().getFileName()
                + " was written to while it was imported; it is read again, whole, when it is quiet");
        this.file = file;
    }

    /** The state that was read. */
    FileStamp file() {
        return file;
    }
}
