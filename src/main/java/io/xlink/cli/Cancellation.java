package io.xlink.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ctrl-C during an import: asks for its end, and lets the program go when the day under way is over. */
final class Cancellation implements AutoCloseable {
    /** As long as a service may take to stop. */
    private static final long LONGEST_SECONDS = 25;

    private static final Logger LOG = LoggerFactory.getLogger(Cancellation.class);

    private final CountDownLatch over = new CountDownLatch(1);
    private volatile boolean asked;

    boolean isAsked() {
        return asked;
    }

    /** The import has ended. */
    void over() {
        over.countDown();
    }

    @Override
    public void close() throws InterruptedException {
        asked = true;
        // Whatever is not over by then is imported again, whole, by whoever asks next.
        if (!over.await(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            LOG.debug("the import has not ended within {} s", LONGEST_SECONDS);
        }
    }
}
