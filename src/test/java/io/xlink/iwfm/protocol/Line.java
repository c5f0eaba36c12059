package io.xlink.iwfm.protocol;

import io.xlink.model.QueueImport;
import io.xlink.model.ValueColumn;
import io.xlink.tcp.CuttingProxy;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A listener with accounts and handler in memory, and clients of it, all in one process. */
final class Line implements AutoCloseable {
    static final String USER = "xlink";
    static final String PASSWORD = "canary-7f3a-Passw\u00f6rt";
    static final Backoff QUICK = new Backoff(Duration.ofMillis(1), Duration.ofMillis(20), 0.5);

    final IwfmThreads threads = new IwfmThreads("test-iwfm");
    final MemoryAccounts accounts = new MemoryAccounts().with(USER, PASSWORD);
    final MemoryHandler handler = new MemoryHandler();
    final List<AutoCloseable> toClose = new ArrayList<>();
    IwfmListener listener;
    InetSocketAddress address;

    Line() throws IOException {
        this(ListenerSettings.of("WFM", "127.0.0.1", 0));
    }

    Line(ListenerSettings settings) throws IOException {
        listen(settings);
    }

    void listen(ListenerSettings settings) throws IOException {
        listener = new IwfmListener(settings, accounts, handler, threads);
        address = listener.start();
    }

    CuttingProxy proxy() throws IOException {
        CuttingProxy proxy = new CuttingProxy(address);
        toClose.add(proxy);
        return proxy;
    }

    ClientSettings settings(int port, String user, String password) {
        return ClientSettings.of(1, "WFM", "127.0.0.1", port, user, Password.of(password))
                .withTimeouts(Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofSeconds(10))
                .withBackoff(QUICK);
    }

    ClientSettings settings() {
        return settings(address.getPort(), USER, PASSWORD);
    }

    IwfmClient client(ClientSettings settings) {
        IwfmClient client = new IwfmClient(settings, threads);
        toClose.add(client);
        client.start();
        return client;
    }

    IwfmClient client() {
        return client(settings());
    }

    static <T> T get(CompletableFuture<T> future) throws Exception {
        return future.get(30, TimeUnit.SECONDS);
    }

    /** An import of so many columns of so many quarters of an hour; the values depend on the seed. */
    static QueueImport day(int columns, int intervals, long seed) {
        List<ValueColumn> list = new ArrayList<>();
        for (int c = 1; c <= columns; c++) {
            int[] starts = new int[intervals];
            long[] values = new long[intervals];
            for (int i = 0; i < intervals; i++) {
                starts[i] = 23_600_000 + 15 * i;
                values[i] = (seed + c) * 100_000 + i - 50;
            }
            list.add(new ValueColumn(1, 1000 + c, 1 + c % 3, 15, starts, values));
        }
        return new QueueImport(UUID.randomUUID(), "WFM", "CSV-Import", LocalDate.of(2014, 12, 23), list);
    }

    @Override
    public void close() throws Exception {
        for (AutoCloseable closeable : toClose) {
            closeable.close();
        }
        listener.close();
        threads.close();
    }
}
