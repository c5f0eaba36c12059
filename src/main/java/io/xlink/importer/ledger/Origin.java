package io.xlink.importer.ledger;

import java.util.Locale;

/** Who asked for an import. */
public enum Origin {
    /** Nobody: it was due, or a file was dropped. */
    AUTOMATIC,
    /** Somebody, with {@code xlink import}. */
    MANUAL,
    /** {@code ReimportDays}: nobody, and it had been imported before. */
    REIMPORT;

    /** As it is written in reports. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
