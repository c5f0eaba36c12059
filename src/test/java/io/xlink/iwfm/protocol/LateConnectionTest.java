package io.xlink.iwfm.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.embedded.EmbeddedChannel;
import io.xlink.iwfm.wire.ServerFrame;
import org.junit.jupiter.api.Test;

/** A connection that is taken in the very moment in which its listener closes. */
class LateConnectionTest {
    @Test
    void isToldAndEnded() throws Exception {
        IwfmListener listener = new IwfmListener(
                ListenerSettings.of("WFM", "127.0.0.1", 0),
                new MemoryAccounts(),
                new MemoryHandler(),
                DirectThreads.THREADS);
        listener.close();
        EmbeddedChannel channel = new EmbeddedChannel(new ChannelInitializer<Channel>() {
            @Override
            protected void initChannel(Channel made) {
                listener.accept(made);
            }
        });
        channel.runPendingTasks();
        ByteBuf said = channel.readOutbound();
        byte[] body = new byte[said.readInt()];
        said.readBytes(body);
        said.release();
        assertThat(ServerFrame.parseFrom(body).getGoodbye().getReason()).isEqualTo("the server shuts down");
        assertThat(channel.isOpen()).isFalse();
        assertThat(listener.connections()).isZero();
    }
}
