package io.xlink.server;

import io.xlink.model.ActivityQuery;
import io.xlink.model.ActivitySlice;
import io.xlink.model.Catalogue;
import io.xlink.model.ExportQuery;
import io.xlink.model.ExportSlice;
import io.xlink.model.Import;
import io.xlink.model.Receipt;
import io.xlink.server.ImportQueue.Pending;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * The reference server's durable store of call data and activities: {@code server.db} in its data directory. What it
 * has given a receipt for survives the end of the process, and of the machine, at any moment. One process at a time may
 * open a directory. Safe for use by many threads.
 */
public final class ServerStore implements AutoCloseable {
    private static final int SLICE_VALUES = 50_000;

    private final Deque<AutoCloseable> resources = new ArrayDeque<>();
    private final ImportWriter writer;
    private final Object readerLock = new Object();
    private final ReceiptTable receipts;
    private final CallDataExport export;
    private final ActivityExport activityExport;

    /**
     * Opens the store of a data directory and makes both when there are none.
     *
     * @param data the directory
     * @param catalogue what the server knows; imports are checked against it
     * @throws StoreException when another process has the directory open, or it cannot be used
     */
    public static ServerStore open(Path data, Catalogue catalogue) {
        return new ServerStore(data, catalogue, Clock.systemUTC(), SLICE_VALUES);
    }

    /** @param sliceValues about how many values or activities an export's slice holds */
    ServerStore(Path data, Catalogue catalogue, Clock clock, int sliceValues) {
        try {
            CatalogueCheck check = new CatalogueCheck(catalogue);
            ActivityCheck activityCheck = new ActivityCheck(catalogue);
            opened(DataLock.take(data));
            Connection writing = opened(ServerDatabase.open(data));
            Connection reading = opened(ServerDatabase.openReader(data));
            receipts = new ReceiptTable(reading);
            export = new CallDataExport(reading, check, sliceValues);
            activityExport = new ActivityExport(reading, activityCheck, sliceValues);
            writer = opened(new ImportWriter(new ImportTransaction(writing, check, activityCheck, clock)));
        } catch (SQLException | RuntimeException e) {
            try {
                close();
            } catch (StoreException second) {
                e.addSuppressed(second);
            }
            throw e instanceof StoreException known
                    ? known
                    : new StoreException("The store in " + data + " cannot be opened: " + e.getMessage(), e);
        }
    }

    /**
     * Stores an import (specification, section 6). Of call data, each value replaces every interval of the same queue
     * and value type that it shares a minute with, of whatever length, so that nothing is counted twice. Of activities,
     * what the import says of an agent replaces what is held of that agent, from that external system, with a start in
     * the import's period. Everything else stays. Columns and agents that the catalogue does not know, or that are
     * malformed, are rejected one by one; if the external system is unknown, all are. Waits while too many imports are
     * ahead of this one.
     *
     * @return completed once the import is durable (specification, section 7), with the receipt of the first time if
     *     the id was stored before within 30 days; completed with a {@link StoreException} when nothing of it was
     *     stored. Callbacks run on a thread that hands out all receipts, and must not block.
     */
    public CompletableFuture<Receipt> store(Import what) {
        CompletableFuture<Receipt> receipt = new CompletableFuture<>();
        try {
            writer.put(new Pending(what, receipt));
        } catch (StoreException e) {
            receipt.completeExceptionally(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            receipt.completeExceptionally(
                    new StoreException("Import " + what.id() + " was not stored: interrupted while waiting", e));
        }
        return receipt;
    }

    /**
     * The receipt of an import that is durably stored; empty when it is not, or more than 30 days old.
     *
     * @throws StoreException when the store cannot be read
     */
    public Optional<Receipt> receipt(UUID importId) {
        synchronized (readerLock) {
            try {
                return receipts.find(importId);
            } catch (SQLException e) {
                throw unreadable(e);
            }
        }
    }

    /**
     * Reads a slice of about 50,000 values, sorted by parent, queue, value type (as numbers) and start; where the
     * length of the intervals changes, a new column begins. Queues that are not in the catalogue any more come with
     * parent 0. A slice is read as of one moment; between slices imports may be stored.
     *
     * @throws IllegalArgumentException when the cursor is not one that this method returned
     * @throws StoreException when the store cannot be read
     */
    public ExportSlice export(ExportQuery query) {
        synchronized (readerLock) {
            try {
                return export.read(query);
            } catch (SQLException e) {
                throw unreadable(e);
            }
        }
    }

    /**
     * Reads a slice of about 50,000 activities, sorted by external system, agent, activity (as text, by code points) and
     * start. A slice is read as of one moment; between slices imports may be stored.
     *
     * @throws IllegalArgumentException when the cursor is not one that this method returned
     * @throws StoreException when the store cannot be read
     */
    public ActivitySlice exportActivities(ActivityQuery query) {
        synchronized (readerLock) {
            try {
                return activityExport.read(query);
            } catch (SQLException e) {
                throw unreadable(e);
            }
        }
    }

    /** Stores what waits, completes its receipts and lets go of the directory. Not to be called from a callback. */
    @Override
    public void close() {
        StoreException failure = null;
        while (!resources.isEmpty()) {
            try {
                resources.pop().close();
            } catch (Exception e) {
                failure = new StoreException("The store did not close cleanly: " + e.getMessage(), e);
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    /** Notes what is to be closed, the latest first. */
    private <T extends AutoCloseable> T opened(T resource) {
        resources.push(resource);
        return resource;
    }

    private static StoreException unreadable(SQLException cause) {
        return new StoreException("The store cannot be read: " + cause.getMessage(), cause);
    }
}
