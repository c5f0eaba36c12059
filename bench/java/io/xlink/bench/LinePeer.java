package io.xlink.bench;

import io.xlink.model.QueueImport;
import io.xlink.model.Receipt;
import io.xlink.server.ServerStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * A way of taking imports that is measured.
 *
 * @param name for the table
 * @param opening makes a line that has seen nothing yet
 */
record LinePeer(String name, Opening opening) {

    /** Somewhere that imports are delivered to. */
    interface Line extends AutoCloseable {
        /** What may be done before the clock starts. */
        default void prepare(List<QueueImport> imports) {}

        /** Returns when each of the imports has its receipt. */
        void deliver(List<QueueImport> imports) throws Exception;
    }

    interface Opening {
        Line open() throws Exception;
    }

    Line open() throws Exception {
        return opening.open();
    }

    /** The store alone first, because the others are compared with it. */
    static List<LinePeer> all(Path directory) {
        return List.of(
                new LinePeer("store alone, in process", () -> storeAlone(directory)),
                new LinePeer("raw echo of the same bytes", EchoLine::open),
                new LinePeer("iwfm, counting store", () -> CamelLine.counting()),
                new LinePeer(
                        "iwfms, counting store",
                        () -> CamelLine.countingThroughTls(Files.createTempDirectory(directory, "t"))),
                new LinePeer(
                        "iwfm, durable store", () -> CamelLine.durable(Files.createTempDirectory(directory, "d"))));
    }

    private static Line storeAlone(Path directory) throws Exception {
        ServerStore store = ServerStore.open(Files.createTempDirectory(directory, "s"), BenchDays.catalogue());
        return new Line() {
            @Override
            public void deliver(List<QueueImport> imports) {
                List<CompletableFuture<Receipt>> receipts = new ArrayList<>();
                imports.forEach(what -> receipts.add(store.store(what)));
                requireAll(imports, receipts);
            }

            @Override
            public void close() {
                store.close();
            }
        };
    }

    /** Waits for the receipts and checks that everything was stored, or the figure would mean nothing. */
    static void requireAll(List<QueueImport> imports, List<CompletableFuture<Receipt>> receipts) {
        long stored = 0;
        for (CompletableFuture<Receipt> receipt : receipts) {
            stored += receipt.join().stored();
        }
        if (stored != (long) imports.size() * BenchDays.VALUES) {
            throw new IllegalStateException(stored + " values stored");
        }
    }
}
