package io.xlink.iwfm.protocol;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.LengthFieldBasedFrameDecoder;
import io.netty.handler.codec.TooLongFrameException;
import java.nio.ByteOrder;

/**
 * Cuts the stream into frames: four bytes of length, most significant first, then the body. The limit is low until the
 * login is done, so that strangers cannot make us hold much.
 */
final class FrameDecoder extends LengthFieldBasedFrameDecoder {
    private static final int LENGTH_BYTES = 4;
    /** What a client of TLS says first, and how a server of TLS answers what is none. */
    private static final long TLS_HANDSHAKE = 0x1603;

    private static final long TLS_ALERT = 0x1503;

    private int limit;

    FrameDecoder(int limit) {
        super(Integer.MAX_VALUE, 0, LENGTH_BYTES, 0, LENGTH_BYTES);
        this.limit = limit;
    }

    /** @param limit bytes of a frame's body accepted from now on */
    void limit(int limit) {
        this.limit = limit;
    }

    @Override
    protected long getUnadjustedFrameLength(ByteBuf buf, int offset, int length, ByteOrder order) {
        long body = buf.getUnsignedInt(offset);
        if (body >>> 16 == TLS_HANDSHAKE) {
            throw new TooLongFrameException("this looks like TLS, which this port does not speak: write iwfm://, or the"
                    + " server's TLS port");
        }
        if (body >>> 16 == TLS_ALERT) {
            throw new TooLongFrameException(Protocol.PORT_SPEAKS_TLS);
        }
        if (body > limit) {
            throw new TooLongFrameException("a frame of " + body + " bytes where at most " + limit + " are accepted");
        }
        return body;
    }
}
