package io.xlink.iwfm.protocol;

import com.google.protobuf.ByteString;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.netty.handler.timeout.IdleStateEvent;
import io.xlink.iwfm.wire.ClientFrame;
import io.xlink.iwfm.wire.Hello;
import io.xlink.iwfm.wire.LoginChallenge;
import io.xlink.iwfm.wire.LoginOutcome;
import io.xlink.iwfm.wire.ServerFrame;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSession;

/**
 * The server's side of one connection: hello, login, then requests, which {@link Requests} carries out. Belongs to the
 * connection's event loop.
 */
@SuppressWarnings("FutureReturnValueIgnored") // a failed write closes the channel, which is noticed
final class Session extends SimpleChannelInboundHandler<ClientFrame> {
    private enum State {
        HELLO,
        LOGIN_FIRST,
        LOGIN_FINAL,
        /** A login step is with the accounts; the client has nothing to say meanwhile. */
        CHECKING,
        READY,
        CLOSED
    }

    private final IwfmListener listener;
    private final FrameDecoder decoder;
    /** The handshake on a TLS port is not over: nothing can be said to the other side. */
    private boolean securing;

    private List<X509Certificate> clientCertificates = List.of();
    private ServerLogin login;
    private State state = State.HELLO;
    private ChannelHandlerContext ctx;
    private ContextLog log;
    private Peer peer;
    private ByteString client = ByteString.EMPTY;
    private Requests requests;

    Session(IwfmListener listener, FrameDecoder decoder) {
        this.listener = listener;
        this.decoder = decoder;
        this.securing = listener.settings().tls().isPresent();
        this.login = listener.newLogin(Optional.empty());
        this.log = listener.log();
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        ctx = context;
        log = log.with(LogContext.REMOTE, LogContext.text(ctx.channel().remoteAddress()));
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        log.debug("Connection from {}", ctx.channel().remoteAddress());
        long limit = listener.settings().timeouts().login().toMillis();
        ctx.executor().schedule(this::loginTimeout, limit, TimeUnit.MILLISECONDS);
    }

    private void loginTimeout() {
        if (state != State.READY) {
            farewell("no login within " + listener.settings().timeouts().login().toSeconds() + " s");
        }
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, ClientFrame frame) throws Exception {
        switch (state) {
            case HELLO -> hello(frame);
            case LOGIN_FIRST, LOGIN_FINAL -> login(frame);
            case CHECKING -> throw new MalformedException(frame.getBodyCase() + " in the middle of a login step");
            case READY -> requests.handle(frame);
            case CLOSED -> {}
        }
    }

    private void hello(ClientFrame frame) throws MalformedException {
        if (frame.getBodyCase() != ClientFrame.BodyCase.HELLO) {
            throw new MalformedException(frame.getBodyCase() + " where a hello is expected");
        }
        Hello hello = frame.getHello();
        peer = Opening.peer(hello);
        client = hello.getClient();
        state = State.LOGIN_FIRST;
        send(Opening.welcome(listener.settings(), login.mechanisms()));
    }

    private void login(ClientFrame frame) throws MalformedException {
        boolean first = state == State.LOGIN_FIRST;
        if (first && frame.getBodyCase() == ClientFrame.BodyCase.LOGIN_FIRST) {
            String mechanism = frame.getLoginFirst().getMechanism();
            String message = frame.getLoginFirst().getMessage();
            check(() -> login.first(mechanism, message), this::challenge);
        } else if (!first && frame.getBodyCase() == ClientFrame.BodyCase.LOGIN_FINAL) {
            String message = frame.getLoginFinal().getMessage();
            check(() -> login.last(message), this::verdict);
        } else {
            throw new MalformedException(frame.getBodyCase() + " in the middle of a login");
        }
    }

    /** Takes a login step off the event loop, since accounts may read and write files. */
    private <T> void check(Callable<T> step, Consumer<T> then) {
        state = State.CHECKING;
        try {
            listener.threads().logins().execute(() -> {
                try {
                    T result = step.call();
                    onLoop(() -> then.accept(result));
                } catch (MalformedException e) {
                    onLoop(() -> farewell(e.getMessage()));
                } catch (ServerLogin.BindingException e) {
                    onLoop(() -> verdict(login.refused(e.getMessage())));
                } catch (Exception e) {
                    log.error("A login cannot be checked", e);
                    onLoop(() -> farewell("the server cannot check logins at the moment"));
                }
            });
        } catch (RejectedExecutionException e) {
            farewell("the server is too busy");
        }
    }

    private void onLoop(Runnable step) {
        ctx.executor().execute(() -> {
            if (state != State.CLOSED) {
                step.run();
            }
        });
    }

    private void challenge(String message) {
        state = State.LOGIN_FINAL;
        send(ServerFrame.newBuilder()
                .setLoginChallenge(LoginChallenge.newBuilder().setMessage(message)));
    }

    private void verdict(ServerLogin.Verdict verdict) {
        String user = Protocol.plain(verdict.user());
        log = log.with(LogContext.USER, verdict.user());
        listener.counters().login(verdict.accepted());
        send(ServerFrame.newBuilder()
                .setLoginOutcome(LoginOutcome.newBuilder()
                        .setAccepted(verdict.accepted())
                        .setMessage(verdict.message())
                        .setReason(verdict.refusal())));
        if (verdict.accepted()) {
            log.info("User {} logged in from {} by {}", user, ctx.channel().remoteAddress(), login.mechanism());
            Certificates.endingSoon(clientCertificates, Instant.now())
                    .forEach(which -> log.warn("User {}: the client's certificate {}. Renew it", user, which));
            state = State.READY;
            decoder.limit(listener.settings().limits().maxFrame());
            ImportLine line = listener.lines()
                    .open(verdict.user(), client, ctx.channel().eventLoop(), () -> onLoop(this::takenOver));
            requests = new Requests(listener, ctx, verdict.user(), peer, line, log, this::farewell);
        } else {
            log.warn("Login of user {} from {} refused: {}", user, ctx.channel().remoteAddress(), verdict.refusal());
            farewell("login refused");
        }
    }

    private void takenOver() {
        farewell("the same client has logged in on another connection");
    }

    private void send(ServerFrame.Builder frame) {
        ctx.writeAndFlush(frame.build());
    }

    /** Says why and closes; an import under way leaves nothing. */
    void farewell(String reason) {
        if (state == State.CLOSED) {
            return;
        }
        log.debug("Closing the connection from {}: {}", ctx.channel().remoteAddress(), reason);
        if (securing) {
            cut();
        } else {
            end();
            LastWords.say(ctx, reason);
        }
    }

    /**
     * The other side of a TLS port began without TLS.
     *
     * @param ours whether it looks like this protocol, so that words are understood
     */
    void strangerOnTlsPort(boolean ours) {
        if (ours) {
            log.info(
                    "Connection from {} without TLS turned away: {}",
                    ctx.channel().remoteAddress(),
                    Protocol.PORT_SPEAKS_TLS);
            securing = false;
        }
        farewell(ours ? Protocol.PORT_SPEAKS_TLS : "what it says is neither TLS nor this protocol");
    }

    private void secured(SslHandshakeCompletionEvent handshake) {
        if (state == State.CLOSED || !securing) {
            return; // TLS 1.2 knows later handshakes on the same connection; the login stays what it is.
        }
        if (handshake.isSuccess()) {
            securing = false;
            SSLSession tls = ctx.pipeline().get(SslHandler.class).engine().getSession();
            clientCertificates = Certificates.ofPeer(tls);
            login = listener.newLogin(
                    Certificates.ofThisSide(tls).stream().findFirst().flatMap(Certificates::endPoint));
        } else {
            log.info(
                    "TLS with {} did not come about: {}",
                    ctx.channel().remoteAddress(),
                    TlsFailure.ofListener(handshake.cause()));
            cut();
        }
    }

    private void cut() {
        end();
        ctx.close();
    }

    private void end() {
        state = State.CLOSED;
        if (requests != null) {
            requests.close();
        }
    }

    /** A client that does not take its answers is not listened to either, so that they cannot pile up here. */
    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        if (state != State.CLOSED) {
            boolean writable = ctx.channel().isWritable();
            ctx.channel().config().setAutoRead(writable);
            if (writable && requests != null) {
                requests.writable();
            }
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof SslHandshakeCompletionEvent handshake) {
            secured(handshake);
        } else if (event instanceof IdleStateEvent) {
            farewell("silent for " + listener.settings().timeouts().idle().toSeconds() + " s");
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        log.debug("Connection from {} ended", ctx.channel().remoteAddress());
        end();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable error) {
        if (error instanceof MalformedException || error instanceof TooLongFrameException) {
            farewell(error.getMessage());
        } else if (error instanceof DecoderException && error.getCause() instanceof SSLException broken) {
            log.debug("TLS with {} broke: {}", ctx.channel().remoteAddress(), broken.getMessage());
            cut();
        } else if (error instanceof DecoderException) {
            farewell("a frame that is not one of this protocol");
        } else if (error instanceof IOException) {
            log.debug("Connection from {} broke: {}", ctx.channel().remoteAddress(), error.getMessage());
            ctx.close();
        } else {
            log.error(
                    "Unexpected error on the connection from {}", ctx.channel().remoteAddress(), error);
            farewell("the server made a mistake");
        }
    }

    /** Closes after a last word from outside the event loop. */
    void shutDown() {
        ctx.executor().execute(() -> {
            farewell("the server shuts down");
            ctx.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
        });
    }
}
