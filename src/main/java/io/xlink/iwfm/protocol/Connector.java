package io.xlink.iwfm.protocol;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.protobuf.ProtobufDecoder;
import io.netty.handler.proxy.ProxyConnectionEvent;
import io.netty.handler.proxy.ProxyHandler;
import io.netty.resolver.NoopAddressResolverGroup;
import io.netty.util.concurrent.Future;
import io.xlink.iwfm.wire.ServerFrame;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * How a client connects: looks the name up, tries each of its addresses once, builds the pipeline. With a proxy it is
 * the proxy's name that is looked up; the server's name goes to the proxy.
 */
@SuppressWarnings("FutureReturnValueIgnored") // each step has its own listener
final class Connector {
    /** Enough for a few chunks ahead, so that making the next one does not hold up the network. */
    private static final WriteBufferWaterMark WATER_MARK = new WriteBufferWaterMark(256 * 1024, 512 * 1024);

    private final ClientSettings settings;
    private final EventLoop loop;
    private final IwfmThreads threads;
    private final Traffic traffic;

    Connector(ClientSettings settings, EventLoop loop, IwfmThreads threads, Traffic traffic) {
        this.settings = settings;
        this.loop = loop;
        this.threads = threads;
        this.traffic = traffic;
    }

    /**
     * Makes one attempt.
     *
     * @param connection takes over when connected
     * @param failed told on the event loop when no address could be reached
     */
    void connect(ClientConnection connection, Consumer<Throwable> failed) {
        CompletableFuture.supplyAsync(this::addresses, threads.workers())
                .orTimeout(settings.timeouts().connect().toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((addresses, error) -> loop.execute(() -> {
                    if (error == null) {
                        tryNext(addresses, 0, connection, failed);
                    } else {
                        Throwable cause = error instanceof CompletionException ? error.getCause() : error;
                        failed.accept(
                                cause instanceof UnknownHostException
                                        ? new IOException("the name cannot be found", cause)
                                        : new IOException("the name cannot be looked up in time", cause));
                    }
                }));
    }

    private InetAddress[] addresses() {
        try {
            return InetAddress.getAllByName(settings.proxy().map(Proxy::host).orElse(settings.host()));
        } catch (UnknownHostException e) {
            throw new CompletionException(e);
        }
    }

    private void tryNext(InetAddress[] addresses, int i, ClientConnection connection, Consumer<Throwable> failed) {
        Optional<ProxyHandler> proxy = settings.proxy()
                .map(p -> p.handler(
                        new InetSocketAddress(addresses[i], p.port()),
                        settings.timeouts().connect()));
        ChannelFuture attempt = bootstrap(connection, proxy)
                .connect(
                        proxy.isPresent()
                                ? InetSocketAddress.createUnresolved(settings.host(), settings.port())
                                : new InetSocketAddress(addresses[i], settings.port()));
        Consumer<Future<?>> ended = end -> {
            if (end.isSuccess() && attempt.channel().isActive()) {
                return;
            }
            if (i + 1 < addresses.length) {
                tryNext(addresses, i + 1, connection, failed);
            } else {
                failed.accept(end.isSuccess() ? new IOException("connected, but cut at once") : reason(end.cause()));
            }
        };
        attempt.addListener(connected -> {
            if (connected.isSuccess() && proxy.isPresent()) {
                proxy.get().connectFuture().addListener(ended::accept);
            } else {
                ended.accept(connected);
            }
        });
    }

    private Throwable reason(Throwable cause) {
        return settings.proxy()
                .<Throwable>map(p -> new IOException("through the " + p + ": " + cause.getMessage(), cause))
                .orElse(cause);
    }

    private Bootstrap bootstrap(ClientConnection connection, Optional<ProxyHandler> proxy) {
        return new Bootstrap()
                .group(loop)
                .channel(threads.channelType())
                .resolver(NoopAddressResolverGroup.INSTANCE)
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.SO_KEEPALIVE, true)
                .option(
                        ChannelOption.CONNECT_TIMEOUT_MILLIS,
                        Math.toIntExact(Math.min(settings.timeouts().connect().toMillis(), Integer.MAX_VALUE)))
                .option(ChannelOption.WRITE_BUFFER_WATER_MARK, WATER_MARK)
                .handler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        // A refused connect closes its channel too, so the connection joins only a connected one.
                        channel.pipeline().addLast(traffic);
                        proxy.ifPresent(channel.pipeline()::addLast);
                        channel.pipeline().addLast(new OnConnect(settings, connection, proxy.isPresent()));
                    }
                });
    }

    /** Builds the rest of the pipeline when the connection stands. */
    private static final class OnConnect extends ChannelInboundHandlerAdapter {
        private final ClientSettings settings;
        private final ClientConnection connection;
        private final boolean proxied;

        OnConnect(ClientSettings settings, ClientConnection connection, boolean proxied) {
            this.settings = settings;
            this.connection = connection;
            this.proxied = proxied;
        }

        @Override
        public void channelActive(ChannelHandlerContext ctx) {
            if (!proxied) { // Else it is the proxy that is connected.
                stands(ctx);
            }
        }

        @Override
        public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
            if (event instanceof ProxyConnectionEvent) {
                stands(ctx);
            }
        }

        /** What goes wrong before the connection stands is told by the attempt. */
        @Override
        public void exceptionCaught(ChannelHandlerContext ctx, Throwable error) {
            ctx.close();
        }

        private void stands(ChannelHandlerContext ctx) {
            settings.tls()
                    .ifPresent(tls -> ctx.pipeline()
                            .addLast(tls.handler(
                                    ctx.alloc(), settings.host(), settings.port(), connection.handshakes())));
            ctx.pipeline()
                    .addLast(new FrameDecoder(settings.limits().maxFrame()))
                    .addLast(new ProtobufDecoder(ServerFrame.getDefaultInstance()))
                    .addLast(new FrameEncoder())
                    .addLast(connection);
            ctx.fireChannelActive();
            ctx.pipeline().remove(this);
        }
    }
}
