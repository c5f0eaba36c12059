package io.xlink.iwfm.protocol;

import com.google.protobuf.ByteString;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.xlink.iwfm.wire.ClientFrame;
import io.xlink.iwfm.wire.Ping;
import io.xlink.iwfm.wire.ServerFrame;
import io.xlink.iwfm.wire.Welcome;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSession;

/**
 * One connection of a client: logs in, then passes frames and keeps watch over silence. Tells its owner exactly once
 * that it is lost. Belongs to the client's event loop.
 */
@SuppressWarnings("FutureReturnValueIgnored") // a failed write closes the channel, which is noticed
final class ClientConnection extends SimpleChannelInboundHandler<ServerFrame> {
    private static final ClientFrame PING =
            ClientFrame.newBuilder().setPing(Ping.getDefaultInstance()).build();

    /** Who is told; always on the event loop. */
    interface Owner {
        void connected(ClientConnection connection);

        void ready(ClientConnection connection);

        void answer(ClientConnection connection, ServerFrame frame) throws MalformedException;

        /** A ping was answered. */
        void alive(ClientConnection connection);

        void writable(ClientConnection connection);

        /**
         * The connection, or the attempt to log in, is over.
         *
         * @param cause {@link LoginRefusedException}, or what went wrong with the network or the protocol
         */
        void lost(ClientConnection connection, Throwable cause);
    }

    private final ClientSettings settings;
    private final ByteString client;
    private final Executor logins;
    private final Owner owner;
    private ClientLogin login;
    private List<X509Certificate> serverCertificates = List.of();
    private ChannelHandlerContext ctx;
    private Welcome welcome;
    private String goodbye;
    private Throwable trouble;
    private boolean securing;
    private boolean stepping;
    private boolean lost;
    private Heartbeat heartbeat;

    /** @param client 16 bytes that all connections of a client share, or none */
    ClientConnection(ClientSettings settings, ByteString client, Executor logins, Owner owner) {
        this(settings, client, logins, owner, new ClientLogin(settings, Optional.empty()));
    }

    ClientConnection(ClientSettings settings, ByteString client, Executor logins, Owner owner, ClientLogin login) {
        this.settings = settings;
        this.client = client;
        this.logins = logins;
        this.owner = owner;
        this.login = login;
    }

    /** Imports that the server lets be under way at once. */
    int window() {
        return welcome.getWindow();
    }

    /** What the server said about itself. */
    Peer peer() {
        return new Peer(welcome.getMinor(), welcome.getMaxFrame());
    }

    /** What takes long in a TLS handshake runs here. */
    Executor handshakes() {
        return logins;
    }

    /** The server's certificate and those of its issuers that it sent; empty without TLS. */
    List<X509Certificate> serverCertificates() {
        return serverCertificates;
    }

    boolean isWritable() {
        return ctx.channel().isWritable();
    }

    void write(ClientFrame frame) {
        ctx.write(frame);
    }

    void flush() {
        ctx.flush();
    }

    /** Bytes written that the network has not taken yet. */
    long unsent() {
        ChannelOutboundBuffer buffer = ctx.channel().unsafe().outboundBuffer();
        return buffer == null ? 0 : buffer.totalPendingWriteBytes();
    }

    void close() {
        ctx.close();
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        ctx = context;
        heartbeat = new Heartbeat(ctx.channel().eventLoop(), () -> ctx.writeAndFlush(PING), this::fail);
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        heartbeat.heard();
        owner.connected(this);
        securing = settings.tls().isPresent();
        if (!securing) {
            hello();
        }
        ctx.executor()
                .schedule(this::loginTimeout, settings.timeouts().connect().toNanos(), TimeUnit.NANOSECONDS);
    }

    private void hello() {
        ctx.writeAndFlush(ClientLogin.hello(settings, client));
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof SslHandshakeCompletionEvent handshake && securing && !lost) {
            if (handshake.isSuccess()) {
                secured(ctx.pipeline().get(SslHandler.class).engine().getSession());
            } else {
                fail(TlsFailure.ofClient(handshake.cause(), settings.host()));
            }
        }
    }

    private void secured(SSLSession session) {
        serverCertificates = Certificates.ofPeer(session);
        if (serverCertificates.isEmpty()) {
            fail(new TlsFailure("the server shows no certificate", "Give it one", null));
            return;
        }
        // A certificate that is trusted itself, not by its issuer, the JDK takes whatever its dates say.
        CertificateRefusedException outOfDate = CertificateVerdict.outOfDate(serverCertificates.get(0), Instant.now());
        if (outOfDate != null) {
            fail(TlsFailure.ofClient(outOfDate, settings.host()));
            return;
        }
        securing = false;
        login = new ClientLogin(settings, Certificates.endPoint(serverCertificates.get(0)));
        hello();
    }

    private void loginTimeout() {
        if (welcome == null) {
            fail(new MalformedException("connected, but the " + (securing ? "TLS handshake" : "login")
                    + " did not end within " + settings.timeouts().connect().toMillis() + " ms"));
        }
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, ServerFrame frame) throws Exception {
        if (lost) {
            return;
        }
        if (frame.hasGoodbye()) {
            goodbye = frame.getGoodbye().getReason();
            if (!stepping) { // What was said before counts first.
                ctx.close();
            }
        } else if (welcome == null) {
            step(frame);
        } else if (frame.hasPong()) {
            owner.alive(this);
        } else if (frame.getBodyCase() != ServerFrame.BodyCase.BODY_NOT_SET) {
            owner.answer(this, frame);
        }
    }

    private void step(ServerFrame frame) throws MalformedException {
        if (stepping) {
            throw new MalformedException("the server said " + frame.getBodyCase() + " in the middle of a login step");
        }
        stepping = true;
        try {
            logins.execute(() -> {
                try {
                    Optional<ClientFrame> next = login.next(frame);
                    ctx.executor().execute(() -> stepped(next, null));
                } catch (Exception e) {
                    ctx.executor().execute(() -> stepped(Optional.empty(), e));
                }
            });
        } catch (RejectedExecutionException e) {
            stepping = false;
            fail(e);
        }
    }

    private void stepped(Optional<ClientFrame> next, Exception error) {
        stepping = false;
        if (error != null) {
            fail(error);
        } else if (trouble != null) {
            fail(trouble);
        } else if (goodbye != null) {
            fail(ended());
        } else if (next.isPresent()) {
            ctx.writeAndFlush(next.get());
        } else {
            welcome = login.welcome();
            heartbeat.start(Heartbeat.interval(settings.timeouts().heartbeat(), welcome.getIdleSeconds()));
            owner.ready(this);
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        heartbeat.heard();
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        if (welcome != null && !lost && isWritable()) {
            owner.writable(this);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        fail(ended());
    }

    private MalformedException ended() {
        return new MalformedException(
                goodbye == null ? "the connection was closed by the other side" : "the server said: " + goodbye);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable error) {
        if (error instanceof DecoderException && error.getCause() instanceof SSLException broken) {
            fail(TlsFailure.ofClient(broken, settings.host()));
        } else if (error instanceof DecoderException && !(error instanceof TooLongFrameException)) {
            fail(new MalformedException("what answers there does not speak this protocol"));
        } else {
            fail(error);
        }
    }

    private void fail(Throwable cause) {
        ctx.close();
        if (stepping) {
            // The verdict that is being looked at may be a refusal, which counts more than the end of the connection.
            trouble = trouble == null ? cause : trouble;
        } else if (!lost) {
            lost = true;
            heartbeat.stop();
            owner.lost(this, cause);
        }
    }
}
