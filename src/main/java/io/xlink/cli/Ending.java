package io.xlink.cli;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a program running until somebody ends it (Ctrl-C, SIGTERM), then closes its parts in order. */
final class Ending {
    private static final Logger LOG = LoggerFactory.getLogger(Ending.class);

    private Ending() {}

    /** Does not return: the JVM ends when the parts are closed. */
    static void await(AutoCloseable... parts) throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(parts), "xlink-ending"));
        Thread.currentThread().join();
    }

    static void close(AutoCloseable... parts) {
        for (AutoCloseable part : parts) {
            try {
                part.close();
            } catch (Exception e) {
                LOG.warn("while ending: {}", e.toString(), e);
            }
        }
    }
}
