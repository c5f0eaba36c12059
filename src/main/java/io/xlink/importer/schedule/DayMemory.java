package io.xlink.importer.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.util.NavigableMap;

/** Durably remembers which days were imported, and when they were last asked for. */
public interface DayMemory {

    /**
     * Days from a date on and the last one before it, with the moment at which the last import that has all its receipts
     * began to read them.
     */
    NavigableMap<LocalDate, Instant> since(LocalDate first);

    /** There are receipts for a day that was read from this moment on. */
    void imported(LocalDate day, Instant readFrom);
}
