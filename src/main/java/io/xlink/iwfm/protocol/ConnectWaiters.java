package io.xlink.iwfm.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Those who wait for the attempt to connect that is under way. Belongs to the client's event loop. */
final class ConnectWaiters {
    private final List<CompletableFuture<Void>> waiting = new ArrayList<>();
    private final IwfmThreads threads;

    ConnectWaiters(IwfmThreads threads) {
        this.threads = threads;
    }

    void add(CompletableFuture<Void> waiter) {
        waiting.add(waiter);
    }

    /**
     * Tells everybody how the attempt ended; on workers, because they may block.
     *
     * @param error null when the client is ready
     */
    void settle(IwfmException error) {
        List<CompletableFuture<Void>> told = List.copyOf(waiting);
        waiting.clear();
        for (CompletableFuture<Void> waiter : told) {
            threads.run(() -> {
                if (error == null) {
                    waiter.complete(null);
                } else {
                    waiter.completeExceptionally(error);
                }
            });
        }
    }
}
