package io.xlink.importer;

import io.xlink.model.Import;
import io.xlink.model.Receipt;

/**
 * Told what imports do. Called by the threads that import, so what it does must be quick and may not fail. A source is one
 * kind of data of one external system, as {@link WatchedSource} names it.
 */
public interface ImportWatch {
    /** Looks at nothing. */
    ImportWatch NONE = new ImportWatch() {};

    /** A source is imported from now on. */
    default void begins(WatchedSource source) {}

    /**
     * A section cannot be used and is left out.
     *
     * @param reason what is wrong and what to do about it
     */
    default void leftOut(String system, String reason) {}

    /** An import is ready and waits for its server; one of the next two follows. */
    default void waiting(Import what) {}

    default void delivered(Import what, Receipt receipt) {}

    /** An import that waited is given up; it comes again. */
    default void undelivered(Import what) {}

    /**
     * What was read of a source is delivered and recorded.
     *
     * @param rows rows that were read
     * @param rejected those of them that could not be used
     */
    default void imported(String source, long rows, long rejected) {}

    /** An import failed for a reason that may go; it is tried again. */
    default void failed(String source, Throwable cause) {}

    /** A file cannot be imported as it is. */
    default void refused(String source, String reason) {}

    /**
     * A folder cannot be used, or can again.
     *
     * @param trouble what is wrong and what to do about it; empty when it can be used
     */
    default void folder(String source, String folder, String trouble) {}
}
