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
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.protobuf.ProtobufDecoder;
import io.xlink.iwfm.wire.ServerFrame;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** How a client connects: looks the name up, tries each of its addresses once, builds the pipeline. */
@SuppressWarnings("FutureReturnValueIgnored") // each step has its own listener
final class Connector {
    /** Enough for a few chunks ahead, so that making the next one does not hold up the network. */
    private static final WriteBufferWaterMark WATER_MARK = new WriteBufferWaterMark(256 * 1024, 512 * 1024);

    private final ClientSettings settings;
    private final EventLoop loop;
    private final Executor resolver;

    Connector(ClientSettings settings, EventLoop loop, Executor resolver) {
        this.settings = settings;
        this.loop = loop;
        this.resolver = resolver;
    }

    /**
     * Makes one attempt.
     *
     * @param connection takes over when connected
     * @param failed told on the event loop when no address could be reached
     */
    void connect(ClientConnection connection, Consumer<Throwable> failed) {
        CompletableFuture.supplyAsync(this::addresses, resolver)
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
            return InetAddress.getAllByName(settings.host());
        } catch (UnknownHostException e) {
            throw new CompletionException(e);
        }
    }

    private void tryNext(InetAddress[] addresses, int i, ClientConnection connection, Consumer<Throwable> failed) {
        ChannelFuture attempt = bootstrap(connection).connect(new InetSocketAddress(addresses[i], settings.port()));
        attempt.addListener(connected -> {
            if (connected.isSuccess() && attempt.channel().isActive()) {
                return;
            }
            if (i + 1 < addresses.length) {
                tryNext(addresses, i + 1, connection, failed);
            } else {
                failed.accept(
                        connected.isSuccess() ? new IOException("connected, but cut at once") : connected.cause());
            }
        });
    }

    private Bootstrap bootstrap(ClientConnection connection) {
        return new Bootstrap()
                .group(loop)
                .channel(NioSocketChannel.class)
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
                        channel.pipeline().addLast(new OnConnect(settings, connection));
                    }
                });
    }

    /** Builds the rest of the pipeline when the connection stands. */
    private static final class OnConnect extends ChannelInboundHandlerAdapter {
        private final ClientSettings settings;
        private final ClientConnection connection;

        OnConnect(ClientSettings settings, ClientConnection connection) {
            this.settings = settings;
            this.connection = connection;
        }

        @Override
        public void channelActive(ChannelHandlerContext ctx) {
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
