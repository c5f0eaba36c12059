package io.xlink.iwfm.protocol;

import io.xlink.model.Import;
import io.xlink.model.Receipt;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * Hands imports to the handler. An import that is sent again while the first attempt is still being stored joins that
 * attempt, so the handler never sees the same id twice at once.
 */
final class OpenImports {
    private final RequestHandler handler;
    private final Executor workers;
    private final Duration limit;
    private final ConcurrentHashMap<Key, CompletableFuture<Receipt>> open = new ConcurrentHashMap<>();

    OpenImports(RequestHandler handler, Executor workers, Duration limit) {
        this.handler = handler;
        this.workers = workers;
        this.limit = limit;
    }

    CompletableFuture<Receipt> store(Import what, String user) {
        Key key = new Key(user, what.id());
        CompletableFuture<Receipt> mine = new CompletableFuture<>();
        CompletableFuture<Receipt> other = open.putIfAbsent(key, mine);
        if (other != null) {
            return other;
        }
        CompletableFuture<Receipt> ended = mine.orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((receipt, error) -> open.remove(key, mine));
        try {
            workers.execute(() -> run(what, user, mine));
        } catch (RejectedExecutionException e) {
            mine.completeExceptionally(new RequestFailedException("the server is too busy", true));
        }
        return ended;
    }

    /** The attempt at this very import that is being stored, to be joined; null when there is none. */
    CompletableFuture<Receipt> underWay(Import what, String user) {
        return open.get(new Key(user, what.id()));
    }

    private void run(Import what, String user, CompletableFuture<Receipt> mine) {
        try {
            CompletionStage<Receipt> stage = handler.store(what, user);
            stage.whenComplete((receipt, error) -> {
                if (error != null) {
                    mine.completeExceptionally(error);
                } else if (receipt == null || !receipt.importId().equals(what.id())) {
                    mine.completeExceptionally(
                            new IllegalStateException("the handler gave no receipt for this import"));
                } else {
                    mine.complete(receipt);
                }
            });
        } catch (Throwable e) { // Even an Error must end the import, or its sender waits for nothing.
            mine.completeExceptionally(e);
        }
    }

    private record Key(String user, UUID id) {}
}
