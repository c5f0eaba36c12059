package io.xlink.iwfm.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;

/** What one input of a fuzzer may cost: a small one has no business with much memory or time. */
final class Allowance {
    /** Inputs are some kilobytes; the largest amplification known is that of empty columns, about 40 to 1. */
    private static final long BYTES = 32L * 1024 * 1024;

    /** Of the processor, because the clock also runs while others have it. */
    private static final long NANOS = TimeUnit.SECONDS.toNanos(10);

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Allowance() {}

    /** Takes an input; once more when it was dear, since the first time may have loaded classes. */
    static void within(Runnable input) {
        if (!allowed(input)) {
            assertThat(allowed(input))
                    .as("cost less than %d bytes and %d ns", BYTES, NANOS)
                    .isTrue();
        }
    }

    private static boolean allowed(Runnable input) {
        long bytes = THREADS.getCurrentThreadAllocatedBytes();
        long nanos = THREADS.getCurrentThreadCpuTime();
        input.run();
        return THREADS.getCurrentThreadAllocatedBytes() - bytes < BYTES
                && THREADS.getCurrentThreadCpuTime() - nanos < NANOS;
    }
}
