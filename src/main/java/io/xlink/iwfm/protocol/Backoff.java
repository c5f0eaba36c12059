package io.xlink.iwfm.protocol;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * When to connect again: the delay doubles with every failure in a row.
 *
 * @param min delay after the first failure, greater than zero
 * @param max the longest delay, at least {@code min}
 * @param jitter share of a delay, 0 to 1, that chance may take away, so that clients do not come back all at once
 */
public record Backoff(Duration min, Duration max, double jitter) {
    public static final Backoff DEFAULT = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(30), 0.3);

    public Backoff {
        if (min.isNegative() || min.isZero() || max.compareTo(min) < 0 || !(jitter >= 0 && jitter <= 1)) {
            throw new IllegalArgumentException("back-off from " + min + " to " + max + ", jitter " + jitter);
        }
    }

    /**
     * The delay before the next attempt.
     *
     * @param failures failures in a row, 1 or more
     */
    Duration delay(int failures, RandomGenerator random) {
        long min = this.min.toMillis();
        int doublings = Math.min(Math.max(failures - 1, 0), 30);
        long delay = Math.min(Math.max(min, 1) << doublings, max.toMillis());
        return Duration.ofMillis(Math.max(1, Math.round(delay * (1 - jitter * random.nextDouble()))));
    }
}
