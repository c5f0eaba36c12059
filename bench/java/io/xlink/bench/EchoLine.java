package io.xlink.bench;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.xlink.iwfm.protocol.WireBytes;
import io.xlink.model.QueueImport;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The bytes that the protocol would send, sent through Netty to a server that sends them back: the network's share. */
final class EchoLine implements LinePeer.Line {
    private final EventLoopGroup loops = new MultiThreadIoEventLoopGroup(2, NioIoHandler.newFactory());
    private final Channel server;
    private final Channel client;
    private List<byte[]> bytes = List.of();
    private volatile long awaited;
    private volatile CountDownLatch back = new CountDownLatch(1);

    private EchoLine() throws InterruptedException {
        server = new ServerBootstrap()
                .group(loops)
                .channel(NioServerSocketChannel.class)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline().addLast(new Echo());
                    }
                })
                .bind("127.0.0.1", 0)
                .sync()
                .channel();
        client = new Bootstrap()
                .group(loops)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .handler(new Counter())
                .connect(server.localAddress())
                .sync()
                .channel();
    }

    static EchoLine open() throws InterruptedException {
        return new EchoLine();
    }

    /** Encodes, so that what is measured is the network alone. */
    @Override
    public void prepare(List<QueueImport> imports) {
        bytes = imports.stream().map(WireBytes::of).toList();
    }

    @Override
    public void deliver(List<QueueImport> imports) throws Exception {
        awaited = bytes.stream().mapToLong(b -> b.length).sum();
        back = new CountDownLatch(1);
        for (byte[] one : bytes) {
            client.writeAndFlush(client.alloc().buffer(one.length).writeBytes(one));
        }
        if (!back.await(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the echo did not come back");
        }
    }

    @Override
    public void close() {
        client.close();
        server.close();
        loops.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    }

    private static final class Echo extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext ctx, Object message) {
            ctx.write(message);
        }

        @Override
        public void channelReadComplete(ChannelHandlerContext ctx) {
            ctx.flush();
        }

        @Override
        public void channelWritabilityChanged(ChannelHandlerContext ctx) {
            ctx.channel().config().setAutoRead(ctx.channel().isWritable());
        }
    }

    private final class Counter extends SimpleChannelInboundHandler<ByteBuf> {
        private long seen;

        @Override
        protected void channelRead0(ChannelHandlerContext ctx, ByteBuf bytes) {
            seen += bytes.readableBytes();
            if (seen == awaited) {
                seen = 0;
                back.countDown();
            }
        }
    }
}
