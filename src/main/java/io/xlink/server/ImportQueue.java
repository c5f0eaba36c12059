package io.xlink.server;

import io.xlink.model.Import;
import io.xlink.model.Receipt;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;

/** Imports that wait for the writer, few enough that a burst of clients cannot fill the memory. */
final class ImportQueue {
    /** At about 60,000 values an import this is some 50 MB. */
    private static final int CAPACITY = 64;

    /** An import and the promise of its receipt. */
    record Pending(Import what, CompletableFuture<Receipt> receipt) {}

    private final Queue<Pending> waiting = new ArrayDeque<>();
    private boolean closed;

    /**
     * Adds an import; waits while the queue is full.
     *
     * @throws StoreException when the queue is closed
     */
    synchronized void put(Pending pending) throws InterruptedException {
        while (waiting.size() >= CAPACITY && !closed) {
            wait();
        }
        if (closed) {
            throw new StoreException("The store is closed; import "
                    + pending.what().id() + " was not stored. Send it again after the server's start");
        }
        waiting.add(pending);
        notifyAll();
    }

    /** Everything that waits, at least one import; nothing once the queue is closed and empty. */
    synchronized List<Pending> takeAll() throws InterruptedException {
        while (waiting.isEmpty() && !closed) {
            wait();
        }
        List<Pending> all = new ArrayList<>(waiting);
        waiting.clear();
        notifyAll();
        return all;
    }

    /** Refuses further imports; what waits can still be taken. */
    synchronized void close() {
        closed = true;
        notifyAll();
    }
}
