package io.xlink.iwfm.protocol;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.MessageLite;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.MessageToByteEncoder;
import java.io.IOException;

/** Writes a message as one frame, length and body in one buffer. */
final class FrameEncoder extends MessageToByteEncoder<MessageLite> {
    private static final int LENGTH_BYTES = 4;

    FrameEncoder() {
        super(MessageLite.class);
    }

    @Override
    protected ByteBuf allocateBuffer(ChannelHandlerContext ctx, MessageLite message, boolean direct) {
        return ctx.alloc().ioBuffer(LENGTH_BYTES + message.getSerializedSize());
    }

    @Override
    protected void encode(ChannelHandlerContext ctx, MessageLite message, ByteBuf out) throws IOException {
        int size = message.getSerializedSize();
        out.writeInt(size);
        CodedOutputStream body = CodedOutputStream.newInstance(out.nioBuffer(out.writerIndex(), size));
        message.writeTo(body);
        body.checkNoSpaceLeft();
        out.writerIndex(out.writerIndex() + size);
    }
}
