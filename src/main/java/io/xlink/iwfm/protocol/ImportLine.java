package io.xlink.iwfm.protocol;

import io.netty.channel.EventLoop;
import io.xlink.model.QueueImport;
import io.xlink.model.Receipt;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;

/**
 * The complete imports of one connection, stored one after another in the order of their ends, so that a later import
 * of the same day wins. Begins when the line before it, if any, has ended. Belongs to the connection's event loop.
 */
@SuppressWarnings("FutureReturnValueIgnored") // what follows an import's end cannot fail
final class ImportLine {
    private final OpenImports open;
    private final EventLoop loop;
    private final MemoryBudget budget;
    private final Queue<Entry> waiting = new ArrayDeque<>();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private boolean begun;
    private boolean busy;
    private boolean closed;

    /** @param before ends when nothing of the line before this one is with the handler any more */
    ImportLine(OpenImports open, EventLoop loop, MemoryBudget budget, CompletionStage<Void> before) {
        this.open = open;
        this.loop = loop;
        this.budget = budget;
        before.whenComplete((nothing, error) -> loop.execute(() -> {
            begun = true;
            goOn();
        }));
    }

    /**
     * Queues an import.
     *
     * @param bytes what it holds of the budget, given back here when it has ended
     * @param ended told on the event loop, unless the connection is gone
     */
    void add(QueueImport what, String user, long bytes, BiConsumer<Receipt, Throwable> ended) {
        waiting.add(new Entry(what, user, bytes, ended));
        next();
    }

    /** Forgets what has not been handed over yet: its sender will send it again. */
    void close() {
        closed = true;
        waiting.forEach(e -> budget.give(e.bytes));
        waiting.clear();
        goOn();
    }

    /** Completes when the line is closed and nothing of it, nor of the lines before it, is with the handler. */
    CompletionStage<Void> ended() {
        return ended;
    }

    private void goOn() {
        if (!closed) {
            next();
        } else if (begun && !busy) {
            ended.complete(null);
        }
    }

    private void next() {
        Entry entry = busy ? null : waiting.peek();
        if (entry == null) {
            return;
        }
        // Sent again after a cut, it joins the attempt that the line before handed over. All else waits for that one.
        CompletableFuture<Receipt> receipt =
                begun ? open.store(entry.what, entry.user) : open.underWay(entry.what, entry.user);
        if (receipt == null) {
            return;
        }
        waiting.remove();
        busy = true;
        receipt.whenComplete((stored, error) -> {
            budget.give(entry.bytes);
            loop.execute(() -> {
                if (!closed) {
                    entry.ended.accept(stored, error);
                }
                busy = false;
                goOn();
            });
        });
    }

    private record Entry(QueueImport what, String user, long bytes, BiConsumer<Receipt, Throwable> ended) {}
}
