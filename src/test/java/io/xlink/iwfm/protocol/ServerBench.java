package io.xlink.iwfm.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.embedded.EmbeddedChannel;
import io.xlink.iwfm.wire.ClientFrame;
import io.xlink.iwfm.wire.Hello;
import io.xlink.iwfm.wire.LoginFinal;
import io.xlink.iwfm.wire.LoginFirst;
import io.xlink.iwfm.wire.ServerFrame;
import io.xlink.model.ExportSlice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.slf4j.LoggerFactory;

/** The server's real pipeline on a channel without a network, and what must hold of it after any input. */
final class ServerBench implements AutoCloseable {
    private static final long MAX_IMPORT = 20_000;
    private static final long MAX_HELD = 30_000;
    private static final ByteString CLIENT = ByteString.copyFrom(new byte[Protocol.ID_BYTES]);

    static {
        if (System.getenv("JAZZER_FUZZ") != null) {
            // A line for each of a million logins tells nothing; in ordinary builds other tests read these lines.
            ((Logger) LoggerFactory.getLogger(IwfmListener.class)).setLevel(Level.ERROR);
        }
    }

    private final FuzzLogin accounts = new FuzzLogin();
    private final MemoryHandler handler = new MemoryHandler();
    private final IwfmListener listener;
    private final EmbeddedChannel channel;

    ServerBench() {
        handler.export = query -> CompletableFuture.completedFuture(
                new ExportSlice(Line.day(2, 8, 1).columns(), ""));
        listener = new IwfmListener(
                // An input ends when it is used up; how busy the machine is must not end it before.
                ListenerSettings.of("WFM", "127.0.0.1", 0)
                        .withMemory(MAX_IMPORT, MAX_HELD, MAX_HELD)
                        .withTimeouts(Duration.ofHours(1), Duration.ofHours(1), Duration.ofHours(1)),
                accounts,
                handler,
                DirectThreads.THREADS);
        channel = new EmbeddedChannel(new ChannelInitializer<Channel>() {
            @Override
            protected void initChannel(Channel made) {
                listener.accept(made);
            }
        });
    }

    /** Logs in for real. */
    ServerBench loggedIn() {
        say(ClientFrame.newBuilder()
                .setHello(Hello.newBuilder()
                        .setMajor(Protocol.MAJOR)
                        .setMaxFrame(Protocol.SMALLEST_MAX_FRAME)
                        .setClient(CLIENT)));
        say(ClientFrame.newBuilder()
                .setLoginFirst(LoginFirst.newBuilder()
                        .setMechanism(Protocol.MECHANISM)
                        .setMessage("n,," + FuzzLogin.FIRST_BARE)));
        List<ServerFrame> heard = hear();
        assertThat(heard).hasSize(2);
        say(ClientFrame.newBuilder()
                .setLoginFinal(LoginFinal.newBuilder()
                        .setMessage(
                                FuzzLogin.last(heard.get(1).getLoginChallenge().getMessage()))));
        assertThat(hear()).singleElement().matches(f -> f.getLoginOutcome().getAccepted());
        return this;
    }

    void say(ClientFrame.Builder frame) {
        bytes(Frames.framed(frame.build()));
    }

    /** What a network would bring in one read. */
    void bytes(byte[] bytes) {
        if (channel.isOpen()) {
            channel.writeInbound(Unpooled.copiedBuffer(bytes));
            assertThat(listener.budget().held()).isBetween(0L, MAX_HELD);
        }
    }

    /** What the server said since the last time; each piece must be one whole frame that the client accepts. */
    List<ServerFrame> hear() {
        List<ServerFrame> frames = new ArrayList<>();
        for (ByteBuf said = channel.readOutbound(); said != null; said = channel.readOutbound()) {
            if (said.isReadable()) {
                int body = said.readInt();
                assertThat(body).isEqualTo(said.readableBytes()).isLessThanOrEqualTo(Protocol.SMALLEST_MAX_FRAME);
                try {
                    frames.add(ServerFrame.parseFrom(ByteBufUtil.getBytes(said)));
                } catch (InvalidProtocolBufferException e) {
                    throw new AssertionError("the server said what is not a frame", e);
                }
            }
            said.release();
        }
        return frames;
    }

    /** Ends the connection and checks that nothing of it stays, and that the server never called a mistake its own. */
    @Override
    public void close() {
        List<ServerFrame> heard = hear();
        for (int i = 0; i < heard.size(); i++) {
            ServerFrame frame = heard.get(i);
            if (frame.hasGoodbye()) {
                assertThat(frame.getGoodbye().getReason())
                        .isNotEmpty()
                        .isNotIn("the server made a mistake", "the server cannot check logins at the moment");
                assertThat(i).as("last words").isEqualTo(heard.size() - 1);
            }
            if (frame.hasFailure()) {
                assertThat(frame.getFailure().getReason())
                        .isNotEmpty()
                        .isNotEqualTo("the server could not carry it out")
                        .doesNotContain("Exception");
            }
        }
        channel.checkException();
        channel.finishAndReleaseAll();
        assertThat(listener.budget().held()).isZero();
        assertThat(listener.connections()).isZero();
        assertThat(listener.lines().clients()).isZero();
    }
}
