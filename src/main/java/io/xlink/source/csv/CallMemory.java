package io.xlink.source.csv;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/** How much memory the sums of a file take, over all parts of it that are read at once. */
final class CallMemory {
    private final Path file;
    private final long limit;
    private final AtomicLong taken = new AtomicLong();

    CallMemory(Path file) {
        // Five eighths hold 200 queues, a year and three value types in 256 MiB.
        this(file, Runtime.getRuntime().maxMemory() / 8 * 5);
    }

    CallMemory(Path file, long limit) {
        this.file = file;
        this.limit = limit;
    }

    /** @throws CsvException when the sums become too large */
    void take(long bytes) {
        if (taken.addAndGet(bytes) > limit) {
            throw new CsvException(
                    file,
                    0,
                    0,
                    "the sums by queue and day take more than " + (limit >> 20) + " MiB, most of the memory",
                    "Check GroupColumn, list the queues in Groups, split the file by days, or raise -Xmx",
                    null);
        }
    }
}
