package io.xlink.importer;

import java.time.Duration;

/**
 * How long something that failed is left alone: each time for twice as long, up to a limit.
 *
 * @param first the wait after the first failure
 * @param maximum the longest wait
 */
record Backoff(Duration first, Duration maximum) {

    /** @param times how often it has failed, from 1 */
    Duration after(int times) {
        long wait = first.toNanos() << Math.min(times - 1, 20);
        return wait <= 0 || wait > maximum.toNanos() ? maximum : Duration.ofNanos(wait);
    }
}
