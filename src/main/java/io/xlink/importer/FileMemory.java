package io.xlink.importer;

import java.time.Duration;

/** What is known about the files of one folder: which are complete, which were imported, which are held back. */
final class FileMemory {
    private final String source;
    private final Completeness completeness;
    private final FailedFiles failed;
    private final ImportedFiles imported;

    FileMemory(String source, Completeness completeness, FailedFiles failed, ImportedFiles imported) {
        this.source = source;
        this.completeness = completeness;
        this.failed = failed;
        this.imported = imported;
    }

    /**
     * Whether a file is to be imported now. Asked about every file at every look, so files that stay in the folder must
     * not cost a question to the disk.
     *
     * @param open whether anything can be delivered now
     */
    boolean isReady(FileStamp file, boolean open) {
        return !imported.remembers(source, file)
                && completeness.isComplete(file)
                && open
                && !failed.heldBack(file)
                && !imported.contains(source, file);
    }

    /** Notes a failure and says how long the file is held back. */
    Duration failed(FileStamp file) {
        return failed.failed(file);
    }

    void refused(FileStamp file) {
        failed.refused(file);
    }

    void forget(FileStamp file) {
        failed.forget(file);
        completeness.forget(file);
    }
}
