package io.xlink.iwfm.protocol;

import io.netty.channel.EventLoop;
import io.xlink.model.Import;
import io.xlink.model.ImportKind;
import io.xlink.model.Receipt;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;

/**
 * The complete imports of one connection on their way to the handler, in the order of their ends. One that is about the
 * same system, kind and day as another waits until that one is stored, so that the later one wins; others overlap, so
 * that a store can make several durable at once. Begins when the line before it, if any, has ended. Belongs to the
 * connection's event loop.
 */
@SuppressWarnings("FutureReturnValueIgnored") // what follows an import's end cannot fail
final class ImportLine {
    private final OpenImports open;
    private final EventLoop loop;
    private final MemoryBudget budget;
    private final Queue<Entry> waiting = new ArrayDeque<>();
    /** What the imports that are with the handler are about. */
    private final Set<Subject> handedOver = new HashSet<>();

    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private long bytes;
    private boolean begun;
    private boolean closed;

    /** @param before ends when nothing of the line before this one is with the handler any more */
    ImportLine(OpenImports open, EventLoop loop, MemoryBudget budget, CompletionStage<Void> before) {
        this.open = open;
        this.loop = loop;
        this.budget = budget;
        before.whenComplete((nothing, error) -> loop.execute(this::begin));
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
        goOn();
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
        goOn();
    }

    /** Completes when the line is closed and nothing of it, nor of the lines before it, is with the handler. */
    CompletionStage<Void> ended() {
        return ended;
    }

    private void begin() {
        begun = true;
        goOn();
    }

    private void goOn() {
        for (Entry entry = waiting.peek(); entry != null; entry = waiting.peek()) {
            if (handedOver.contains(entry.subject())) {
                break;
            }
            // Sent again after a cut, it joins the attempt that the line before handed over. All else waits for that
            // one.
            CompletableFuture<Receipt> receipt =
                    begun ? open.store(entry.what, entry.user) : open.underWay(entry.what, entry.user);
            if (receipt == null) {
                break;
            }
            waiting.remove();
            handedOver.add(entry.subject());
            await(entry, receipt);
        }
        if (closed && begun && handedOver.isEmpty()) {
            ended.complete(null);
        }
    }

    private void await(Entry entry, CompletableFuture<Receipt> stored) {
        stored.whenComplete((receipt, error) -> {
            budget.give(entry.bytes);
            loop.execute(() -> {
                handedOver.remove(entry.subject());
                bytes -= entry.bytes;
                if (!closed) {
                    entry.ended.accept(receipt, error);
                }
                goOn();
            });
        });
    }

    /** What an import replaces; of two with the same subject the later one must win. */
    private record Subject(String externalSystem, ImportKind kind, LocalDate day) {}

    private record Entry(Import what, String user, long bytes, BiConsumer<Receipt, Throwable> ended) {
        Subject subject() {
            return new Subject(what.externalSystem(), what.kind(), what.day());
        }
    }
}
