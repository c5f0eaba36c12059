package io.xlink.importer.ledger;

import java.util.Locale;

/** How far an import is. */
public enum State {
    /** It has begun. */
    RUNNING,
    /** There are receipts for everything. */
    DONE,
    /** There are receipts for everything that could be read, computed and stored; something could not. */
    PARTLY,
    /** It ended without receipts for everything; what the servers have of it is replaced by the next attempt. */
    FAILED,
    /** The program ended in the middle of it; what the servers have of it is replaced by the next attempt. */
    INTERRUPTED;

    /** Whether an administrator should look at it. */
    public boolean isTrouble() {
        return this == PARTLY || this == FAILED || this == INTERRUPTED;
    }

    /** As it is written in reports. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
