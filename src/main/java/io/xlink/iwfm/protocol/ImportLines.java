package io.xlink.iwfm.protocol;

import com.google.protobuf.ByteString;
import io.netty.channel.EventLoop;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The lines of all connections of a listener. A client that comes back on a new connection takes over: its older
 * connection ends, what that one had not handed over is forgotten, and the new line begins when the one import that was
 * handed over has ended. Without that, an import that waits in a line whose connection is cut could be stored after a
 * later one of the same day. Safe for use by many event loops.
 */
final class ImportLines {
    private final OpenImports open;
    private final MemoryBudget budget;
    private final ConcurrentHashMap<Key, Owner> newest = new ConcurrentHashMap<>();

    ImportLines(OpenImports open, MemoryBudget budget) {
        this.open = open;
        this.budget = budget;
    }

    /**
     * Opens the line of a connection that has just logged in.
     *
     * @param client the client's own 16 bytes; empty when it does not take over from anybody
     * @param takenOver ends the connection; called from any thread when a newer connection takes over
     */
    ImportLine open(String user, ByteString client, EventLoop loop, Runnable takenOver) {
        if (client.isEmpty()) {
            return new ImportLine(open, loop, budget, CompletableFuture.completedFuture(null));
        }
        Key key = new Key(user, client);
        Owner mine = new Owner(takenOver, new CompletableFuture<>());
        Owner before = newest.put(key, mine);
        ImportLine line = new ImportLine(
                open, loop, budget, before == null ? CompletableFuture.completedFuture(null) : before.ended);
        forget(key, mine, line.ended());
        if (before != null) {
            before.takenOver.run();
        }
        return line;
    }

    /** Clients that have a line, or had one whose last import has not ended. */
    int clients() {
        return newest.size();
    }

    @SuppressWarnings("FutureReturnValueIgnored") // cannot fail
    private void forget(Key key, Owner owner, CompletionStage<Void> ended) {
        ended.whenComplete((nothing, error) -> {
            newest.remove(key, owner);
            owner.ended.complete(null);
        });
    }

    private record Key(String user, ByteString client) {}

    /** The newest connection of a client; compared by identity, since each promise is another one. */
    private record Owner(Runnable takenOver, CompletableFuture<Void> ended) {}
}
