package io.xlink.tcp;

import java.time.Duration;

/**
 * How one direction of a connection carries its bytes.
 *
 * @param limit bytes that pass, 0 or more; {@link Long#MAX_VALUE} for all
 * @param fate what happens when they have passed
 * @param latency how long each portion is held back, a portion being what one read gave, 64 KiB at most; zero or more
 * @param portion the most bytes that are passed on in one write, 1 or more
 * @param bytesPerSecond pace of a slow reader, 1 or more; {@link Long#MAX_VALUE} for no limit
 */
public record Flow(long limit, Fate fate, Duration latency, int portion, long bytesPerSecond) {
    static final int LARGEST_PORTION = 64 * 1024;

    /** Everything passes at once. */
    public static final Flow FREE =
            new Flow(Long.MAX_VALUE, Fate.RESET, Duration.ZERO, LARGEST_PORTION, Long.MAX_VALUE);

    public Flow {
        if (limit < 0 || portion < 1 || portion > LARGEST_PORTION || bytesPerSecond < 1 || latency.isNegative()) {
            throw new IllegalArgumentException("limit " + limit + ", portions of " + portion + " bytes, "
                    + bytesPerSecond + " bytes a second, latency " + latency);
        }
    }

    /** Lets so many bytes pass before this happens. */
    public Flow until(long bytes, Fate then) {
        return new Flow(bytes, then, latency, portion, bytesPerSecond);
    }

    public Flow withLatency(Duration delay) {
        return new Flow(limit, fate, delay, portion, bytesPerSecond);
    }

    /** Each byte in a write, and as far as the network allows a segment, of its own. */
    public Flow oneByteAtATime() {
        return new Flow(limit, fate, latency, 1, bytesPerSecond);
    }

    public Flow atBytesPerSecond(long pace) {
        return new Flow(limit, fate, latency, portion, pace);
    }

    /** Whether the sender is to feel that nobody takes its bytes, which large buffers on the way would hide. */
    boolean slow() {
        return bytesPerSecond != Long.MAX_VALUE || fate == Fate.STALL;
    }
}
