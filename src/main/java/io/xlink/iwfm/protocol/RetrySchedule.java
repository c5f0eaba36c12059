package io.xlink.iwfm.protocol;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** When a client connects again: how many attempts failed in a row, and how long to wait after that. */
final class RetrySchedule {
    private final Backoff backoff;
    private final RandomGenerator random;
    private int failures;

    RetrySchedule(Backoff backoff, RandomGenerator random) {
        this.backoff = backoff;
        this.random = random;
    }

    /** Counts a failure; the delay before the next attempt. */
    Duration failed() {
        failures++;
        return backoff.delay(failures, random);
    }

    /** The server proved to be of use, so the next failure is a first one. Being let in is not enough for that. */
    void reset() {
        failures = 0;
    }

    int failures() {
        return failures;
    }
}
