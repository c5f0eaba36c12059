package io.xlink.importer;

import java.time.Duration;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Holds back files whose import failed: each time for longer, up to a limit, so that a file that cannot be imported
 * is neither lost nor tried in a tight loop. A changed file is a new one and is tried at once.
 */
final class FailedFiles {
    private static final int LIMIT = 200_000;

    private record Failure(int times, long next) {
        /** How often a file that is not tried again has failed. */
        private static final int FOR_GOOD = Integer.MAX_VALUE;
    }

    private final Backoff backoff;
    private final LongSupplier nanoClock;
    private final Map<FileStamp, Failure> failures = new Recent<>(LIMIT);

    FailedFiles(Backoff backoff, LongSupplier nanoClock) {
        this.backoff = backoff;
        this.nanoClock = nanoClock;
    }

    /** Notes a failure and says how long the file is held back. */
    synchronized Duration failed(FileStamp file) {
        Failure before = failures.get(file);
        int times = before == null ? 1 : before.times() + 1;
        Duration wait = backoff.after(times);
        failures.put(file, new Failure(times, nanoClock.getAsLong() + wait.toNanos()));
        return wait;
    }

    /** Notes that trying again makes no sense: the file is held back until it changes or the program starts again. */
    synchronized void refused(FileStamp file) {
        failures.put(file, new Failure(Failure.FOR_GOOD, 0));
    }

    synchronized boolean heldBack(FileStamp file) {
        Failure failure = failures.get(file);
        return failure != null && (failure.times() == Failure.FOR_GOOD || nanoClock.getAsLong() - failure.next() < 0);
    }

    synchronized void forget(FileStamp file) {
        failures.remove(file);
    }
}
