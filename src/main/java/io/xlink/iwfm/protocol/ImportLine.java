package io.xlink.iwfm.protocol;

import io.netty.channel.EventLoop;
import io.xlink.model.Import;
import io.xlink.model.Receipt;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.BiConsumer;

/**
 * The complete imports of one connection, stored one after another in the order of their ends, so that a later import
 * of the same day wins. Belongs to the connection's event loop.
 */
@SuppressWarnings("FutureReturnValueIgnored") // what follows an import's end cannot fail
final class ImportLine {
    private final OpenImports open;
    private final EventLoop loop;
    private final MemoryBudget budget;
    private final Queue<Entry> waiting = new ArrayDeque<>();
    private long bytes;
    private boolean busy;
    private boolean closed;

    ImportLine(OpenImports open, EventLoop loop, MemoryBudget budget) {
        this.open = open;
        this.loop = loop;
        this.budget = budget;
    }

    /**
     * Queues an import.
     *
     * @param bytes what it holds of the budget, given back here when it has ended
     * @param ended told on the event loop, unless the connection is gone
     */
    void add(Import what, String user, long bytes, BiConsumer<Receipt, Throwable> ended) {
        this.bytes += bytes;
        waiting.add(new Entry(what, user, bytes, ended));
        next();
    }

    /** What the imports that have not ended hold of the budget. */
    long bytes() {
        return bytes;
    }

    /** Forgets what has not been handed over yet: its sender will send it again. */
    void close() {
        closed = true;
        waiting.forEach(e -> budget.give(e.bytes));
        waiting.clear();
    }

    private void next() {
        Entry entry = busy ? null : waiting.poll();
        if (entry == null) {
            return;
        }
        busy = true;
        open.store(entry.what, entry.user).whenComplete((receipt, error) -> {
            budget.give(entry.bytes);
            loop.execute(() -> {
                busy = false;
                bytes -= entry.bytes;
                if (!closed) {
                    entry.ended.accept(receipt, error);
                    next();
                }
            });
        });
    }

    private record Entry(Import what, String user, long bytes, BiConsumer<Receipt, Throwable> ended) {}
}
