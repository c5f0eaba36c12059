package io.xlink.importer;

/** What is special about the end of an import of one kind of data. */
interface ImportEnding {
    /**
     * There are receipts for everything. Called before the files are recorded as imported, so that what it keeps is kept
     * when they are; after a crash in between it is called again for the same files.
     *
     * @throws FileRefusedException when nothing of the files got anywhere
     */
    void received(BatchRead read, Delivery delivery);

    /** Tells the administrator what became of the files, which are recorded as imported now. */
    void log(BatchRead read, Delivery delivery);
}
