package io.xlink.iwfm.protocol;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.ssl.SslHandler;
import io.xlink.iwfm.wire.Goodbye;
import io.xlink.iwfm.wire.ServerFrame;
import java.util.concurrent.TimeUnit;

/** How a server ends a connection so that the client hears why. */
@SuppressWarnings("FutureReturnValueIgnored") // whatever fails, the connection is closed in the end
final class LastWords {
    private LastWords() {}

    /** Says the reason, ends this direction, and closes after a moment; nothing is read any more. */
    static void say(ChannelHandlerContext ctx, String reason) {
        ctx.pipeline().addFirst(new Drain());
        ctx.channel().config().setAutoRead(true);
        Goodbye goodbye = Goodbye.newBuilder().setReason(Protocol.plain(reason)).build();
        ctx.writeAndFlush(ServerFrame.newBuilder().setGoodbye(goodbye).build()).addListener(said -> {
            // Ends our direction, so that the other side sees the end at once; the limit below is for one that stays.
            SslHandler tls = ctx.pipeline().get(SslHandler.class);
            if (tls == null) {
                shutdownOutput(ctx);
            } else {
                tls.closeOutbound().addListener(closed -> shutdownOutput(ctx));
            }
        });
        ctx.executor().schedule(() -> ctx.close(), Protocol.FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void shutdownOutput(ChannelHandlerContext ctx) {
        if (ctx.channel() instanceof DuplexChannel channel) {
            channel.shutdownOutput();
        }
    }
}
