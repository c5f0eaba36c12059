package io.xlink.iwfm.protocol;

import io.xlink.model.ActivityQuery;
import io.xlink.model.ActivitySlice;
import io.xlink.model.Catalogue;
import io.xlink.model.ExportQuery;
import io.xlink.model.ExportSlice;
import io.xlink.model.Import;
import io.xlink.model.Receipt;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Stores imports in memory as a real store must: the same id gives the same receipt. */
final class MemoryHandler implements RequestHandler {
    /** Every import handed over, repeats included, in order. */
    final List<Import> handed = new CopyOnWriteArrayList<>();

    final Map<UUID, Receipt> stored = new ConcurrentHashMap<>();
    final List<String> users = new CopyOnWriteArrayList<>();

    volatile Function<Import, CompletionStage<Receipt>> store = this::remember;
    volatile Function<ExportQuery, CompletionStage<ExportSlice>> export =
            query -> CompletableFuture.completedFuture(new ExportSlice(List.of(), ""));
    volatile Function<ActivityQuery, CompletionStage<ActivitySlice>> exportActivities =
            query -> CompletableFuture.completedFuture(new ActivitySlice(List.of(), ""));
    volatile Catalogue catalogue = new Catalogue("WFM", List.of(), List.of(), List.of(), List.of(), List.of(), false);

    CompletionStage<Receipt> remember(Import what) {
        return CompletableFuture.completedFuture(
                stored.computeIfAbsent(what.id(), id -> new Receipt(id, what.values(), List.of())));
    }

    @Override
    public CompletionStage<Receipt> store(Import what, String user) {
        handed.add(what);
        users.add(user);
        return store.apply(what);
    }

    @Override
    public CompletionStage<Catalogue> catalogue(String user) {
        return CompletableFuture.completedFuture(catalogue);
    }

    @Override
    public CompletionStage<ExportSlice> export(ExportQuery query, String user) {
        return export.apply(query);
    }

    @Override
    public CompletionStage<ActivitySlice> exportActivities(ActivityQuery query, String user) {
        return exportActivities.apply(query);
    }
}
