package io.xlink;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;

/** What one input of a fuzzer may cost. */
public final class FuzzAllowance {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** While it looks for inputs, the fuzzer's own watching costs many times what is watched. */
    private static final int WATCHED = System.getenv("JAZZER_FUZZ") == null ? 1 : 20;

    private final long bytes;
    private final long nanos;

    /**
     * An allowance.
     *
     * @param bytes allocated in all, whether they are still held or not
     * @param seconds of the processor, because the clock also runs while others have it
     */
    public FuzzAllowance(long bytes, int seconds) {
        this.bytes = bytes * WATCHED;
        this.nanos = TimeUnit.SECONDS.toNanos(seconds) * WATCHED;
    }

    /** Takes an input; once more when it was dear, since the first time may have loaded classes. */
    public void within(Runnable input) {
        if (!allowed(input)) {
            assertThat(allowed(input))
                    .as("cost less than %d bytes and %d ns", bytes, nanos)
                    .isTrue();
        }
    }

    private boolean allowed(Runnable input) {
        long bytesBefore = THREADS.getCurrentThreadAllocatedBytes();
        long nanosBefore = THREADS.getCurrentThreadCpuTime();
        input.run();
        return THREADS.getCurrentThreadAllocatedBytes() - bytesBefore < bytes
                && THREADS.getCurrentThreadCpuTime() - nanosBefore < nanos;
    }
}
