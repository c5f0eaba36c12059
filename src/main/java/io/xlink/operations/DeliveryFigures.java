package io.xlink.operations;

import io.xlink.model.Import;
import io.xlink.model.ImportKind;
import io.xlink.model.Receipt;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** What one server got of one external system since the program began. */
final class DeliveryFigures {
    private static final long NEVER = Long.MIN_VALUE;

    /** What they are about. */
    record Way(String system, ImportKind kind, String server) {
        static Way of(Import what) {
            return new Way(what.externalSystem(), what.kind(), what.server());
        }
    }

    private final LongAdder values = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicLong lastSuccess = new AtomicLong(NEVER);
    private final AtomicLong newestEnd = new AtomicLong(NEVER);

    void waits() {
        waiting.incrementAndGet();
    }

    void undelivered() {
        waiting.decrementAndGet();
    }

    void delivered(Import what, Receipt receipt, Instant now) {
        waiting.decrementAndGet();
        values.add(receipt.stored());
        refused.add(receipt.rejectedValues());
        lastSuccess.accumulateAndGet(now.getEpochSecond(), Math::max);
        NewestData.end(what, now.getEpochSecond()).ifPresent(end -> newestEnd.accumulateAndGet(end, Math::max));
    }

    long values() {
        return values.sum();
    }

    long refused() {
        return refused.sum();
    }

    /** Imports that have no receipt yet. */
    int waiting() {
        return waiting.get();
    }

    /** When the last receipt came, in seconds since 1970. */
    OptionalLong lastSuccess() {
        return known(lastSuccess.get());
    }

    /** Where the newest data that the server has ends, in seconds since 1970. */
    OptionalLong newestEnd() {
        return known(newestEnd.get());
    }

    private static OptionalLong known(long value) {
        return value == NEVER ? OptionalLong.empty() : OptionalLong.of(value);
    }
}
