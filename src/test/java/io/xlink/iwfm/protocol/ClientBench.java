package io.xlink.iwfm.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.protobuf.ProtobufDecoder;
import io.xlink.iwfm.wire.ClientFrame;
import io.xlink.iwfm.wire.LoginChallenge;
import io.xlink.iwfm.wire.LoginOutcome;
import io.xlink.iwfm.wire.ServerFrame;
import io.xlink.iwfm.wire.Welcome;
import io.xlink.model.ExportQuery;
import io.xlink.model.QueueImport;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The client's real pipeline and its unanswered requests on a channel without a network. */
final class ClientBench implements AutoCloseable, ClientConnection.Owner {
    static final QueueImport IMPORT = Line.day(1, 2, 1);

    private static final ClientSettings SETTINGS =
            // An input ends when it is used up; how busy the machine is must not end it before.
            ClientSettings.of(1, "WFM", "127.0.0.1", 1, FuzzLogin.USER, Password.of(FuzzLogin.PASSWORD))
                    .withTimeouts(Duration.ofHours(1), Duration.ofHours(1), Duration.ofHours(1));

    private final RequestQueue requests = new RequestQueue();
    private final List<Request<?, ?>> pending = List.of(
            new ImportRequest(IMPORT, DirectThreads.THREADS),
            Question.catalogue(DirectThreads.THREADS),
            Question.export(new ExportQuery(0, 1, ""), DirectThreads.THREADS),
            new ImportRequest(IMPORT, DirectThreads.THREADS));
    private final ClientConnection connection = new ClientConnection(
            SETTINGS,
            ByteString.EMPTY,
            DirectThreads.THREADS.logins(),
            this,
            FuzzLogin.client(SETTINGS, Optional.empty()));
    private final EmbeddedChannel channel;
    private boolean ready;
    private int lost;

    ClientBench() {
        pending.forEach(requests::add);
        channel = new EmbeddedChannel(
                new FrameDecoder(Protocol.DEFAULT_MAX_FRAME),
                new ProtobufDecoder(ServerFrame.getDefaultInstance()),
                new FrameEncoder(),
                connection);
    }

    /** Lets the client log in, by the server's own side of a login. */
    ClientBench loggedIn() {
        try {
            ServerLogin login = new ServerLogin(new FuzzLogin(), new FakeVerifiers(), Optional.empty());
            hear();
            say(ServerFrame.newBuilder()
                    .setWelcome(Welcome.newBuilder()
                            .setMajor(Protocol.MAJOR)
                            .addMechanisms(Protocol.MECHANISM)
                            .setMaxFrame(Protocol.SMALLEST_MAX_FRAME)
                            .setWindow(2)));
            String challenge =
                    login.first(Protocol.MECHANISM, hear().getLoginFirst().getMessage());
            say(ServerFrame.newBuilder()
                    .setLoginChallenge(LoginChallenge.newBuilder().setMessage(challenge)));
            var verdict = login.last(hear().getLoginFinal().getMessage());
            say(ServerFrame.newBuilder()
                    .setLoginOutcome(LoginOutcome.newBuilder().setAccepted(true).setMessage(verdict.message())));
        } catch (MalformedException | ServerLogin.BindingException e) {
            throw new AssertionError(e);
        }
        assertThat(ready).isTrue();
        return this;
    }

    void say(ServerFrame.Builder frame) {
        bytes(Frames.framed(frame.build()));
    }

    void bytes(byte[] bytes) {
        if (channel.isOpen()) {
            channel.writeInbound(Unpooled.copiedBuffer(bytes));
        }
    }

    private ClientFrame hear() {
        ByteBuf said = channel.readOutbound();
        try {
            return ClientFrame.parseFrom(ByteBufUtil.getBytes(said.skipBytes(4)));
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError(e);
        } finally {
            said.release();
        }
    }

    /** Ends the connection: the owner has been told once, and every request ends once. */
    @Override
    public void close() {
        channel.checkException();
        channel.finishAndReleaseAll();
        assertThat(lost).as("times the owner was told").isEqualTo(1);
        requests.failAll(new ClientClosedException(SETTINGS));
        assertThat(pending).allMatch(r -> r.result().isDone());
    }

    @Override
    public void connected(ClientConnection connected) {}

    @Override
    public void ready(ClientConnection it) {
        assertThat(ready).isFalse();
        ready = true;
        requests.connected(it);
    }

    @Override
    public void answer(ClientConnection from, ServerFrame frame) throws MalformedException {
        assertThat(ready).isTrue();
        requests.answer(frame);
    }

    @Override
    public void alive(ClientConnection from) {}

    @Override
    public void writable(ClientConnection from) {
        requests.pump();
    }

    @Override
    public void lost(ClientConnection from, Throwable cause) {
        lost++;
        assertThat(cause)
                .as("what a client says went wrong")
                .isInstanceOfAny(MalformedException.class, TooLongFrameException.class, LoginRefusedException.class);
        assertThat(cause.getMessage()).isNotBlank();
        requests.disconnected();
    }
}
