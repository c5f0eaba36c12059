package io.xlink.iwfm.protocol;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.protobuf.ProtobufDecoder;
import io.netty.handler.timeout.IdleStateHandler;
import io.xlink.iwfm.wire.ClientFrame;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.LoggerFactory;

/** The server's side: takes connections on one port and passes their requests to a {@link RequestHandler}. */
public final class IwfmListener implements AutoCloseable {
    private static final int BIND_SECONDS = 10;

    private final ListenerSettings settings;
    private final ContextLog log;
    private final Accounts accounts;
    private final RequestHandler handler;
    private final IwfmThreads threads;
    private final FakeVerifiers fakes = new FakeVerifiers();
    private final MemoryBudget budget;
    private final ImportLines lines;
    private final ListenerCounters counters = new ListenerCounters();
    private final Set<Session> sessions = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;
    private volatile Channel server;
    private volatile InetSocketAddress address;

    /** @param threads shared with others; not closed with the listener */
    public IwfmListener(ListenerSettings settings, Accounts accounts, RequestHandler handler, IwfmThreads threads) {
        this.settings = settings;
        this.log = new ContextLog(
                LoggerFactory.getLogger(IwfmListener.class), LogContext.of(settings.server(), null, null));
        this.accounts = accounts;
        this.handler = handler;
        this.threads = threads;
        this.budget = new MemoryBudget(settings.limits().maxHeldBytes());
        this.lines = new ImportLines(
                new OpenImports(handler, threads.workers(), settings.timeouts().handler()), budget);
    }

    /**
     * Begins to listen on an event loop of the threads.
     *
     * @return the address bound, with the real port
     * @throws IOException when the address cannot be bound; the message says which and why
     */
    public InetSocketAddress start() throws IOException {
        ServerBootstrap bootstrap = new ServerBootstrap()
                .group(threads.io())
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.SO_KEEPALIVE, true)
                .childHandler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        accept(channel);
                    }
                });
        var bound = bootstrap.bind(settings.host(), settings.port());
        if (!bound.awaitUninterruptibly(BIND_SECONDS, TimeUnit.SECONDS) || !bound.isSuccess()) {
            Throwable cause = bound.cause();
            throw new IOException(
                    "Cannot listen on " + settings.host() + ":" + settings.port() + ": "
                            + (cause == null ? "no answer from the system" : cause.getMessage()),
                    cause);
        }
        listening(bound.channel());
        return address();
    }

    /**
     * Takes over a port that somebody else bound, whose connections are passed to {@link #accept}.
     *
     * @param bound closed with this listener
     */
    public void listening(Channel bound) {
        server = bound;
        address = (InetSocketAddress) bound.localAddress();
        log.info(
                "Server {} listens on {}{}",
                settings.server(),
                bound.localAddress(),
                settings.tls().isPresent() ? " with TLS" : "");
        settings.tls()
                .ifPresent(tls -> Certificates.endingSoon(tls.certificates(), Instant.now())
                        .forEach(which -> log.warn(
                                "Server {}: its certificate {}. Renew it, or clients will refuse to connect",
                                settings.server(),
                                which)));
    }

    /** The address bound. Valid from {@link #start()} or {@link #listening} on. */
    public InetSocketAddress address() {
        return address;
    }

    /** Whether the port is open. */
    public boolean isOpen() {
        Channel channel = server;
        return channel != null && channel.isOpen();
    }

    /** Connections at the moment. */
    public int connections() {
        return sessions.size();
    }

    public ListenerStatistics statistics() {
        return counters.snapshot(sessions.size());
    }

    /** Stops listening and closes all connections; imports that were not complete leave nothing. Waits 2 s at most. */
    @Override
    public void close() {
        closed = true;
        Channel channel = server;
        if (channel != null) {
            channel.close().awaitUninterruptibly(2, TimeUnit.SECONDS);
            sessions.forEach(Session::shutDown);
            log.info("Server {} no longer listens on {}", settings.server(), address);
        }
    }

    /** Makes a new connection one of this protocol, or turns it away. */
    public void accept(Channel channel) {
        FrameDecoder decoder = new FrameDecoder(Protocol.MAX_LOGIN_FRAME);
        Session session = new Session(this, decoder);
        counters.accepted();
        channel.pipeline()
                .addLast(counters.traffic())
                .addLast(new IdleStateHandler(settings.timeouts().idle().toMillis(), 0, 0, TimeUnit.MILLISECONDS));
        settings.tls()
                .ifPresent(tls -> channel.pipeline()
                        .addLast(new TlsGate(() -> tls.handler(channel.alloc(), threads.logins()), session)));
        channel.pipeline()
                .addLast(decoder)
                .addLast(new ProtobufDecoder(ClientFrame.getDefaultInstance()))
                .addLast(new FrameEncoder())
                .addLast(session);
        // Only now, because whoever closes the listener ends every session that it finds here.
        sessions.add(session);
        channel.closeFuture().addListener(ended -> sessions.remove(session));
        if (closed) {
            session.shutDown(); // It came too late to be found.
        } else if (sessions.size() > settings.limits().maxConnections()) {
            counters.turnedAway();
            log.warn(
                    "Connection from {} turned away: {} connections are the limit",
                    channel.remoteAddress(),
                    settings.limits().maxConnections());
            session.farewell("the server has as many connections as it takes");
        }
    }

    ListenerSettings settings() {
        return settings;
    }

    ContextLog log() {
        return log;
    }

    ListenerCounters counters() {
        return counters;
    }

    RequestHandler handler() {
        return handler;
    }

    IwfmThreads threads() {
        return threads;
    }

    MemoryBudget budget() {
        return budget;
    }

    ImportLines lines() {
        return lines;
    }

    /** @param binding the end point of the TLS connection that the login runs over */
    ServerLogin newLogin(Optional<byte[]> binding) {
        return new ServerLogin(accounts, fakes, binding);
    }
}
