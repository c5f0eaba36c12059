package io.xlink.importer;

import java.util.function.LongSupplier;

/** Keeps looks at a folder with very many files from taking more than a tenth of the time. Used by one thread. */
final class LookPace {
    private static final int REST = 9;

    private final LongSupplier nanoClock;
    private long begun;
    private long next;

    LookPace(LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
        this.next = nanoClock.getAsLong();
    }

    boolean mayLook() {
        return nanoClock.getAsLong() - next >= 0;
    }

    void begin() {
        begun = nanoClock.getAsLong();
    }

    void end() {
        long now = nanoClock.getAsLong();
        next = now + REST * (now - begun);
    }
}
