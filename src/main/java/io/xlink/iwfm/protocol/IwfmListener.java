package io.xlink.iwfm.protocol;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.SocketChannel;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The server's side: takes connections on one port and passes their requests to a {@link RequestHandler}. */
public final class IwfmListener implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(IwfmListener.class);
    private static final int BIND_SECONDS = 10;

    private final ListenerSettings settings;
    private final Accounts accounts;
    private final RequestHandler handler;
    private final IwfmThreads threads;
    private final FakeVerifiers fakes = new FakeVerifiers();
    private final MemoryBudget budget;
    private final OpenImports openImports;
    private final Set<Session> sessions = ConcurrentHashMap.newKeySet();
    private volatile Channel server;

    /** @param threads shared with others; not closed with the listener */
    public IwfmListener(ListenerSettings settings, Accounts accounts, RequestHandler handler, IwfmThreads threads) {
        this.settings = settings;
        this.accounts = accounts;
        this.handler = handler;
        this.threads = threads;
        this.budget = new MemoryBudget(settings.limits().maxHeldBytes());
        this.openImports =
                new OpenImports(handler, threads.workers(), settings.timeouts().handler());
    }

    /**
     * Begins to listen.
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
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
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
        server = bound.channel();
        LOG.info(
                "Server {} listens on {}{}",
                settings.server(),
                server.localAddress(),
                settings.tls().isPresent() ? " with TLS" : "");
        settings.tls()
                .ifPresent(tls -> Certificates.endingSoon(tls.certificates(), Instant.now())
                        .forEach(which -> LOG.warn(
                                "Server {}: its certificate {}. Renew it, or clients will refuse to connect",
                                settings.server(),
                                which)));
        return address();
    }

    /** The address bound. Valid from {@link #start()} on. */
    public InetSocketAddress address() {
        return (InetSocketAddress) server.localAddress();
    }

    /** Connections at the moment. */
    public int connections() {
        return sessions.size();
    }

    /** Stops listening and closes all connections; imports that were not complete leave nothing. Waits 2 s at most. */
    @Override
    public void close() {
        Channel channel = server;
        if (channel != null) {
            channel.close().awaitUninterruptibly(2, TimeUnit.SECONDS);
            sessions.forEach(Session::shutDown);
            LOG.info("Server {} no longer listens on {}", settings.server(), channel.localAddress());
        }
    }

    private void accept(SocketChannel channel) {
        FrameDecoder decoder = new FrameDecoder(Protocol.MAX_LOGIN_FRAME);
        Session session = new Session(this, decoder);
        sessions.add(session);
        channel.closeFuture().addListener(closed -> sessions.remove(session));
        channel.pipeline()
                .addLast(new IdleStateHandler(settings.timeouts().idle().toMillis(), 0, 0, TimeUnit.MILLISECONDS));
        settings.tls()
                .ifPresent(tls -> channel.pipeline()
                        .addLast(new TlsGate(() -> tls.handler(channel.alloc(), threads.logins()), session)));
        channel.pipeline()
                .addLast(decoder)
                .addLast(new ProtobufDecoder(ClientFrame.getDefaultInstance()))
                .addLast(new FrameEncoder())
                .addLast(session);
        if (sessions.size() > settings.limits().maxConnections()) {
            LOG.warn(
                    "Connection from {} turned away: {} connections are the limit",
                    channel.remoteAddress(),
                    settings.limits().maxConnections());
            session.farewell("the server has as many connections as it takes");
        }
    }

    ListenerSettings settings() {
        return settings;
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

    OpenImports openImports() {
        return openImports;
    }

    /** @param binding the end point of the TLS connection that the login runs over */
    ServerLogin newLogin(Optional<byte[]> binding) {
        return new ServerLogin(accounts, fakes, binding);
    }
}
