package io.xlink.importer;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Leaves something alone after a failure, each time for longer. */
final class Hold {
    private final Backoff backoff;
    private final LongSupplier nanoClock;
    private int failures;
    private long next;

    Hold(Backoff backoff, LongSupplier nanoClock) {
        this.backoff = backoff;
        this.nanoClock = nanoClock;
    }

    /** Notes a failure and says how long is waited. */
    synchronized Duration failed() {
        Duration wait = backoff.after(++failures);
        next = nanoClock.getAsLong() + wait.toNanos();
        return wait;
    }

    synchronized void succeeded() {
        failures = 0;
    }

    /** Whether it is still to be left alone. */
    synchronized boolean holds() {
        return failures > 0 && nanoClock.getAsLong() - next < 0;
    }
}
