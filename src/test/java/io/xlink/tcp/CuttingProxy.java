package io.xlink.tcp;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A TCP proxy on loopback that breaks connections on purpose, for tests of any protocol. Each connection meets the
 * {@link Plan} that was made for it; connections without a plan pass untouched. Connections are taken one after another,
 * so plans meet them in the order in which they arrive.
 */
public final class CuttingProxy implements AutoCloseable {
    private static final int CONNECT_MILLIS = 2000;
    private static final int SLOW_BUFFER = 8 * 1024;

    private final ServerSocket listening;
    private final InetSocketAddress target;
    private final Set<Link> links = ConcurrentHashMap.newKeySet();
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private final Queue<Plan> plans = new ArrayDeque<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicLong towardsServer = new AtomicLong();
    private final AtomicLong towardsClient = new AtomicLong();
    private Plan always = Plan.PASS;

    /** @param target where connections go; it need not listen yet */
    public CuttingProxy(InetSocketAddress target) throws IOException {
        this.target = target;
        this.listening = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        start("accept", this::accept);
    }

    /** The port on 127.0.0.1 to connect to. */
    public int port() {
        return listening.getLocalPort();
    }

    /** Adds a plan for one connection: the next one that has none yet. */
    public synchronized void next(Plan plan) {
        plans.add(plan);
    }

    /** Forgets plans that no connection has met, so that from here on connections pass or meet the usual plan. */
    public synchronized void forgetPlans() {
        plans.clear();
    }

    /** The plan of every connection that none was made for; {@link Plan#PASS} at first. */
    public synchronized void always(Plan plan) {
        always = plan;
    }

    /** Connections accepted so far. */
    public int connections() {
        return connections.get();
    }

    /** Bytes passed on so far in one direction, over all connections. */
    public long bytes(Direction direction) {
        return counter(direction).get();
    }

    /** Resets all connections that are open. */
    public void cutAll() {
        links.forEach(Link::reset);
    }

    /** Half-open: what either side sends over the connections open now disappears from here on. */
    public void freeze() {
        endHere(Direction.TOWARDS_SERVER, Fate.SWALLOW);
        endHere(Direction.TOWARDS_CLIENT, Fate.SWALLOW);
    }

    /** Lets nothing more pass in one direction of the connections open now; its next byte brings this about. */
    public void endHere(Direction direction, Fate fate) {
        links.forEach(link -> link.pump(direction).endHere(fate));
    }

    /** Stops listening, resets what is open, and waits for the proxy's threads, 5 s at most each. */
    @Override
    public void close() throws IOException {
        listening.close();
        cutAll();
        for (Thread thread : threads) {
            try {
                thread.join(TimeUnit.SECONDS.toMillis(5));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            cutAll(); // What was being accepted when the closing began.
        }
    }

    private AtomicLong counter(Direction direction) {
        return direction == Direction.TOWARDS_SERVER ? towardsServer : towardsClient;
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                connections.incrementAndGet();
                serve(client, planForNext());
            } catch (IOException e) {
                // The proxy was closed, or the target is away: the client sees its connection end.
            }
        }
    }

    private synchronized Plan planForNext() {
        Plan plan = plans.poll();
        return plan == null ? always : plan;
    }

    private void serve(Socket client, Plan plan) throws IOException {
        switch (plan.reach()) {
            case REFUSED -> Link.reset(client);
            case BLACK_HOLE -> swallow(client);
            case SERVER -> join(client, plan);
        }
    }

    private void swallow(Socket client) {
        Link link = new Link(client, client);
        Pump nothing = new Pump(link, client, client, Flow.FREE.until(0, Fate.SWALLOW), new AtomicLong());
        link.pumps(nothing, nothing);
        links.add(link);
        start("hole", () -> {
            try (InputStream in = client.getInputStream()) {
                in.transferTo(OutputStream.nullOutputStream());
            } catch (IOException e) {
                // The client or the proxy has ended it.
            } finally {
                links.remove(link);
            }
        });
    }

    private void join(Socket client, Plan plan) throws IOException {
        Socket server = new Socket();
        try {
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            if (plan.towardsServer().slow()) {
                client.setReceiveBufferSize(SLOW_BUFFER);
                server.setSendBufferSize(SLOW_BUFFER);
            }
            if (plan.towardsClient().slow()) {
                server.setReceiveBufferSize(SLOW_BUFFER);
                client.setSendBufferSize(SLOW_BUFFER);
            }
            server.connect(target, CONNECT_MILLIS);
        } catch (IOException e) {
            Link.reset(client);
            Link.reset(server);
            throw e;
        }
        Link link = new Link(client, server);
        link.pumps(
                new Pump(link, client, server, plan.towardsServer(), towardsServer),
                new Pump(link, server, client, plan.towardsClient(), towardsClient));
        links.add(link);
        for (Direction direction : Direction.values()) {
            start(direction.toString(), () -> {
                try {
                    link.pump(direction).run();
                } finally {
                    if (link.ended()) {
                        links.remove(link);
                    }
                }
            });
        }
    }

    private void start(String name, Runnable work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } finally {
                        threads.remove(Thread.currentThread());
                    }
                },
                "cutting-proxy-" + port() + "-" + name);
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
    }
}
