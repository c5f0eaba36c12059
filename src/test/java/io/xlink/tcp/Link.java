package io.xlink.tcp;

import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** One connection through the proxy: a socket to the client and one to the server, and what ends them. */
final class Link {
    private final Socket client;
    private final Socket server;
    private final CountDownLatch over = new CountDownLatch(1);
    private final AtomicInteger pumps = new AtomicInteger(2);
    private volatile boolean finished;
    private Pump up;
    private Pump down;

    /** @param server the same as {@code client} when there is none */
    Link(Socket client, Socket server) {
        this.client = client;
        this.server = server;
    }

    void pumps(Pump towardsServer, Pump towardsClient) {
        up = towardsServer;
        down = towardsClient;
    }

    Pump pump(Direction direction) {
        return direction == Direction.TOWARDS_SERVER ? up : down;
    }

    /** Whether nothing is carried any more. */
    boolean ended() {
        return finished || over.getCount() == 0;
    }

    /** An orderly end for both sides. */
    void fin() {
        finished = true;
        endOf(client);
        endOf(server);
    }

    /** Tells one side that nothing more comes. */
    void endOf(Socket side) {
        try {
            side.shutdownOutput();
        } catch (IOException e) {
            // Already ended.
        }
    }

    /** A reset for both sides. */
    void reset() {
        over.countDown();
        if (finished) {
            close(client);
            close(server);
        } else {
            reset(client);
            reset(server);
        }
    }

    static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
        } catch (IOException e) {
            // Already closed.
        }
        close(socket);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // Already gone.
        }
    }

    /** One direction is done; with the second one the sockets go. */
    void pumpEnded() {
        if (pumps.decrementAndGet() == 0) {
            over.countDown();
            close(client);
            close(server);
        }
    }

    /** Waits, but no longer than the connection lasts. */
    @SuppressWarnings("ResultOfMethodCallIgnored") // who paused looks at ended() anyway
    void pause(long nanos) throws InterruptedException {
        if (nanos > 0) {
            over.await(nanos, TimeUnit.NANOSECONDS);
        }
    }

    void awaitEnd() throws InterruptedException {
        over.await();
    }
}
