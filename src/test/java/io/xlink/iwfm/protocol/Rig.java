package io.xlink.iwfm.protocol;

import io.xlink.tcp.CuttingProxy;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/**
 * A listener, a cutting proxy before it, and clients that reach it only through the proxy. The one place where fault
 * tests make settings, so that they change in one file.
 */
public final class Rig implements AutoCloseable {
    public static final String USER = "xlink";
    public static final String PASSWORD = "correct-horse-7!";

    final IwfmThreads threads = new IwfmThreads("rig");
    final MemoryAccounts accounts = new MemoryAccounts().with(USER, PASSWORD);
    final CuttingProxy proxy;
    private final Deque<AutoCloseable> toClose = new ArrayDeque<>();
    IwfmListener listener;

    Rig(RequestHandler handler) throws IOException {
        this(handler, settings -> settings);
    }

    Rig(RequestHandler handler, UnaryOperator<ListenerSettings> change) throws IOException {
        listener =
                new IwfmListener(change.apply(ListenerSettings.of("WFM", "127.0.0.1", 0)), accounts, handler, threads);
        InetSocketAddress address = listener.start();
        proxy = new CuttingProxy(address);
    }

    /** Settings of a client that comes back quickly and gives nothing up during a test. */
    public static ClientSettings settings(int port) {
        return settings(port, USER);
    }

    static ClientSettings settings(int port, String user) {
        return ClientSettings.of(1, "WFM", "127.0.0.1", port, user, Password.of(PASSWORD))
                .withBackoff(new Backoff(Duration.ofMillis(1), Duration.ofMillis(20), 0.5))
                .withMaxPending(1000);
    }

    /**
     * The same settings with other limits.
     *
     * @param request from {@code send} to the end of a request
     */
    public static ClientSettings patience(ClientSettings settings, Duration request, Duration heartbeat) {
        return settings.withTimeouts(Duration.ofSeconds(5), request, heartbeat);
    }

    ClientSettings settings() {
        return settings(proxy.port());
    }

    IwfmClient client() {
        return client(settings());
    }

    IwfmClient client(ClientSettings settings) {
        IwfmClient client = new IwfmClient(settings, threads);
        toClose.push(client);
        client.start();
        return client;
    }

    /** Idle time of the listener. */
    static UnaryOperator<ListenerSettings> idle(Duration limit) {
        return s -> s.withTimeouts(s.timeouts().login(), limit, s.timeouts().handler());
    }

    /** A minute: what takes longer hangs. */
    static <T> T get(CompletableFuture<T> future) throws Exception {
        return future.get(60, TimeUnit.SECONDS);
    }

    @Override
    public void close() throws Exception {
        while (!toClose.isEmpty()) {
            toClose.pop().close();
        }
        listener.close();
        proxy.close();
        threads.close();
    }
}
