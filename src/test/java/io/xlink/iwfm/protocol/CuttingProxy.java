package io.xlink.iwfm.protocol;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A TCP proxy on loopback that breaks connections on purpose. A plan is made for the next connection and used up by it;
 * connections without a plan pass.
 */
public final class CuttingProxy implements AutoCloseable {
    /** What befalls a connection. */
    public sealed interface Plan {}

    /** Everything passes. */
    public record Pass() implements Plan {}

    /** Accepted and closed at once. */
    public record Refuse() implements Plan {}

    /** Accepted; what is sent disappears and nothing comes back. */
    public record BlackHole() implements Plan {}

    /** Reset when so many bytes have passed towards the server or, else, towards the client. */
    public record Cut(boolean towardsServer, long bytes) implements Plan {}

    private final ServerSocket listening;
    private final InetSocketAddress target;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final Set<Socket> frozen = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicLong towardsServer = new AtomicLong();
    private final AtomicLong towardsClient = new AtomicLong();
    private volatile Plan next = new Pass();
    private volatile Plan always;

    public CuttingProxy(InetSocketAddress target) throws IOException {
        this.target = target;
        this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        daemon("proxy-accept", this::accept);
    }

    public int port() {
        return listening.getLocalPort();
    }

    /** The plan for the next connection only. */
    public void next(Plan plan) {
        next = plan;
    }

    /** The plan for all connections until changed; null for none. */
    public void always(Plan plan) {
        always = plan;
    }

    public int connections() {
        return connections.get();
    }

    public long bytesTowardsServer() {
        return towardsServer.get();
    }

    public long bytesTowardsClient() {
        return towardsClient.get();
    }

    /** Resets all connections that are open. */
    public void cutAll() {
        open.forEach(CuttingProxy::reset);
    }

    /** What is sent over the connections that are open now disappears from here on, while they stay open. */
    public void freeze() {
        frozen.addAll(open);
    }

    @Override
    public void close() throws IOException {
        listening.close();
        cutAll();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                connections.incrementAndGet();
                Plan plan = always != null ? always : next;
                next = new Pass();
                open.add(client);
                serve(client, plan);
            } catch (IOException e) {
                // The proxy was closed, or the target is away: the client sees its connection end.
            }
        }
    }

    private void serve(Socket client, Plan plan) throws IOException {
        if (plan instanceof Refuse) {
            reset(client);
            return;
        }
        if (plan instanceof BlackHole) {
            daemon("proxy-hole", () -> pump(client, null, client, Long.MAX_VALUE, new AtomicLong()));
            return;
        }
        Socket server = new Socket();
        try {
            server.connect(target, 2000);
        } catch (IOException e) {
            reset(client);
            throw e;
        }
        open.add(server);
        long up = plan instanceof Cut cut && cut.towardsServer() ? cut.bytes() : Long.MAX_VALUE;
        long down = plan instanceof Cut cut && !cut.towardsServer() ? cut.bytes() : Long.MAX_VALUE;
        daemon("proxy-up", () -> pump(client, server, client, up, towardsServer));
        daemon("proxy-down", () -> pump(server, client, client, down, towardsClient));
    }

    private void pump(Socket from, Socket to, Socket client, long limit, AtomicLong count) {
        byte[] buffer = new byte[8192];
        long left = limit;
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to == null ? OutputStream.nullOutputStream() : to.getOutputStream();
            while (left > 0) {
                int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (read < 0) {
                    break;
                }
                if (frozen.contains(from)) {
                    continue;
                }
                out.write(buffer, 0, read);
                count.addAndGet(read);
                left -= read;
            }
        } catch (IOException e) {
            // The other direction was cut.
        }
        reset(from);
        reset(client);
        if (to != null) {
            reset(to);
        }
    }

    private static void reset(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // Already gone.
        }
    }

    private static void daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}
