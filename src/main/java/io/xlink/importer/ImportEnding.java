package io.xlink.importer;

import java.util.Map;

/** What is special about the end of an import of one kind of data. */
interface ImportEnding {
    /**
     * The files of which servers stored nothing though others of the same import were stored, with the reason. They are
     * not imported.
     */
    Map<FileStamp, String> refused(BatchRead read, RefusedTargets refused);

    /**
     * There are receipts for everything. Called before the files are recorded as imported, so that what it keeps is kept
     * when they are; after a crash in between it is called again for the same files.
     *
     * @param read without those that were refused
     * @throws FileRefusedException when nothing of the files got anywhere
     */
    void received(BatchRead read, Delivery delivery);

    /** Tells the administrator what became of the files, which are recorded as imported now. */
    void log(BatchRead read, Delivery delivery);
}
