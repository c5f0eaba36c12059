package io.xlink.server;

import io.xlink.model.Receipt;
import io.xlink.server.ImportQueue.Pending;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes. What waits when it becomes free shares one transaction, so that many small imports share
 * the wait for the disk. Receipts are handed out by a second thread, in the order of the commits: what a caller does
 * with a receipt does not keep the next import waiting.
 */
final class ImportWriter implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ImportWriter.class);

    private final ImportQueue queue = new ImportQueue();
    private final ImportTransaction transaction;
    private final ExecutorService receipts =
            Executors.newSingleThreadExecutor(task -> daemon(task, "xlink-store-receipts"));
    private final Thread thread = daemon(this::run, "xlink-store-writer");

    ImportWriter(ImportTransaction transaction) {
        this.transaction = transaction;
        thread.start();
    }

    void put(Pending pending) throws InterruptedException {
        queue.put(pending);
    }

    /** Stores what waits, hands out its receipts, and ends. Must not be called from a receipt's callback. */
    @Override
    public void close() {
        queue.close();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        receipts.shutdown();
        try {
            if (!receipts.awaitTermination(10, TimeUnit.SECONDS)) {
                LOG.warn("A receipt's receiver did not return within 10 s");
            }
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            for (List<Pending> batch = queue.takeAll(); !batch.isEmpty(); batch = queue.takeAll()) {
                store(batch);
            }
        } catch (InterruptedException e) {
            // Nobody interrupts this thread; if someone did, imports that wait would hang without this.
            queue.close();
            LOG.error("The store's writer was interrupted; the server stores nothing until it is restarted", e);
        }
    }

    private void store(List<Pending> batch) {
        try {
            List<Receipt> done =
                    transaction.store(batch.stream().map(Pending::what).toList());
            for (int i = 0; i < batch.size(); i++) {
                Receipt receipt = done.get(i);
                CompletableFuture<Receipt> promise = batch.get(i).receipt();
                receipts.execute(() -> promise.complete(receipt));
            }
        } catch (SQLException | RuntimeException e) {
            if (batch.size() == 1) {
                fail(batch.get(0), e);
            } else {
                // Nothing of the batch is stored. Alone, each import fails or succeeds for its own reasons.
                batch.forEach(pending -> store(List.of(pending)));
            }
        } catch (Error e) {
            batch.forEach(pending -> fail(pending, e));
        }
    }

    private void fail(Pending pending, Throwable cause) {
        StoreException failure =
                new StoreException("Import " + pending.what().id() + " was not stored: " + cause.getMessage(), cause);
        LOG.error(failure.getMessage(), cause);
        receipts.execute(() -> pending.receipt().completeExceptionally(failure));
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }
}
