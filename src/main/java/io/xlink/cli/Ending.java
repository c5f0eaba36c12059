package io.xlink.cli;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What has to be closed when a program ends, whether it ends by itself or is ended (Ctrl-C, SIGTERM): last opened, first
 * closed, each once.
 */
final class Ending implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Ending.class);

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private boolean closed;

    Ending() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "xlink-ending"));
    }

    /** Takes over the closing of a part; closes it at once when the end has come meanwhile. */
    synchronized <T extends AutoCloseable> T add(T part) {
        if (closed) {
            close(part);
        } else {
            parts.push(part);
        }
        return part;
    }

    /** Keeps the program running until somebody ends it; does not return. */
    static void awaitSignal() throws InterruptedException {
        Thread.currentThread().join();
    }

    @Override
    public synchronized void close() {
        closed = true;
        while (!parts.isEmpty()) {
            close(parts.pop());
        }
    }

    private static void close(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            LOG.warn("while ending: {}", e.toString(), e);
        }
    }
}
