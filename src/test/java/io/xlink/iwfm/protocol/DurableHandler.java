package io.xlink.iwfm.protocol;

import io.xlink.model.ActivityQuery;
import io.xlink.model.ActivitySlice;
import io.xlink.model.Catalogue;
import io.xlink.model.ExportQuery;
import io.xlink.model.ExportSlice;
import io.xlink.model.Import;
import io.xlink.model.Receipt;
import io.xlink.server.ServerStore;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Stores in the reference server's durable store, and counts how often each import was handed over. */
final class DurableHandler implements RequestHandler, AutoCloseable {
    static final int QUEUES = 60;

    private static final Catalogue CATALOGUE = new Catalogue(
            "WFM",
            IntStream.rangeClosed(1, QUEUES)
                    .mapToObj(i -> new Catalogue.Queue(i, 0, "Queue " + i))
                    .toList(),
            List.of(new Catalogue.ValueType(1, "Offered"), new Catalogue.ValueType(2, "Handled")),
            List.of(Faults.SYSTEM),
            List.of(),
            List.of(),
            true);

    final ServerStore store;
    final Map<UUID, AtomicInteger> handed = new ConcurrentHashMap<>();

    DurableHandler(Path directory) {
        store = ServerStore.open(directory, CATALOGUE);
    }

    @Override
    public CompletionStage<Receipt> store(Import what, String user) {
        handed.computeIfAbsent(what.id(), id -> new AtomicInteger()).incrementAndGet();
        return store.store(what);
    }

    @Override
    public CompletionStage<Catalogue> catalogue(String user) {
        return CompletableFuture.completedFuture(CATALOGUE);
    }

    @Override
    public CompletionStage<ExportSlice> export(ExportQuery query, String user) {
        return CompletableFuture.completedFuture(store.export(query));
    }

    @Override
    public CompletionStage<ActivitySlice> exportActivities(ActivityQuery query, String user) {
        return CompletableFuture.completedFuture(store.exportActivities(query));
    }

    @Override
    public void close() {
        store.close();
    }
}
