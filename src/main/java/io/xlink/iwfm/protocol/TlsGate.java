package io.xlink.iwfm.protocol;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.handler.ssl.SslHandler;
import java.util.List;
import java.util.function.Supplier;

/**
 * Looks at the first byte on a TLS port. TLS goes on to TLS; a client of ours without TLS is told so in words that it
 * understands; whatever else is sent away. Nobody gets past without TLS.
 */
final class TlsGate extends ByteToMessageDecoder {
    /** A record of type handshake (RFC 8446, section 5.1). */
    private static final int TLS_HANDSHAKE = 0x16;
    /** The length of a first frame of ours, which is below 16 MiB. */
    private static final int FRAME = 0x00;

    private final Supplier<SslHandler> tls;
    private final Session session;

    TlsGate(Supplier<SslHandler> tls, Session session) {
        this.tls = tls;
        this.session = session;
    }

    @Override
    protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) {
        int first = in.getUnsignedByte(in.readerIndex());
        if (first == TLS_HANDSHAKE) {
            ctx.pipeline().replace(this, "tls", tls.get());
            return;
        }
        in.skipBytes(in.readableBytes());
        session.strangerOnTlsPort(first == FRAME);
    }
}
