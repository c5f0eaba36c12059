package io.xlink.iwfm.protocol;

import com.google.protobuf.ByteString;
import com.ongres.scram.client.ScramClient;
import com.ongres.scram.common.exception.ScramException;
import io.xlink.iwfm.wire.ClientFrame;
import io.xlink.iwfm.wire.Hello;
import io.xlink.iwfm.wire.LoginFinal;
import io.xlink.iwfm.wire.LoginFirst;
import io.xlink.iwfm.wire.LoginOutcome;
import io.xlink.iwfm.wire.ServerFrame;
import io.xlink.iwfm.wire.Welcome;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The client's side of hello and login: what to say next to what the server said. Deriving keys takes tens of
 * milliseconds, so it does not belong on an event loop.
 */
class ClientLogin {
    /** A server that asks for more wants to keep us busy. */
    private static final int MOST_ITERATIONS = 2_000_000;

    private static final Pattern ITERATIONS = Pattern.compile(",i=([1-9][0-9]{0,8})(,|$)");

    private static final List<String> MECHANISMS = List.of(Protocol.MECHANISM_PLUS, Protocol.MECHANISM);

    private enum State {
        HELLO,
        FIRST,
        FINAL,
        DONE
    }

    private final ClientSettings settings;
    private final Optional<byte[]> binding;
    private State state = State.HELLO;
    private Welcome welcome;
    private ScramClient scram;

    /** @param binding the end point of the TLS connection that the login runs over ({@link Certificates#endPoint}) */
    ClientLogin(ClientSettings settings, Optional<byte[]> binding) {
        this.settings = settings;
        this.binding = binding;
    }

    /** @param client 16 bytes that all connections of a client share, or none */
    static ClientFrame hello(ClientSettings settings, ByteString client) {
        return ClientFrame.newBuilder()
                .setHello(Hello.newBuilder()
                        .setMajor(Protocol.MAJOR)
                        .setMinor(Protocol.MINOR)
                        .setAgent("xlink")
                        .setMaxFrame(settings.limits().maxFrame())
                        .setClient(client))
                .build();
    }

    /** Whether the server let us in. */
    boolean done() {
        return state == State.DONE;
    }

    /** What the server said about itself; valid once {@link #done()}. */
    Welcome welcome() {
        return welcome;
    }

    /**
     * Takes a step.
     *
     * @return what to send next, empty when {@link #done()}
     * @throws LoginRefusedException when the server refuses, or cannot prove that it knows the password
     */
    Optional<ClientFrame> next(ServerFrame frame) throws MalformedException {
        if (state == State.HELLO && frame.getBodyCase() == ServerFrame.BodyCase.WELCOME) {
            return Optional.of(first(frame.getWelcome()));
        }
        if (frame.getBodyCase() == ServerFrame.BodyCase.LOGIN_OUTCOME && state != State.HELLO) {
            outcome(frame.getLoginOutcome());
            return Optional.empty();
        }
        if (state == State.FIRST && frame.getBodyCase() == ServerFrame.BodyCase.LOGIN_CHALLENGE) {
            return Optional.of(last(frame.getLoginChallenge().getMessage()));
        }
        throw new MalformedException("the server said " + frame.getBodyCase() + " during the login");
    }

    private ClientFrame first(Welcome said) throws MalformedException {
        if (said.getMajor() != Protocol.MAJOR) {
            throw new MalformedException("the server speaks version " + said.getMajor() + " of the protocol, this side "
                    + Protocol.MAJOR + "; update the older one");
        }
        if (!said.getMechanismsList().contains(Protocol.MECHANISM)) {
            throw new MalformedException("the server does not offer " + Protocol.MECHANISM);
        }
        if (said.getMaxFrame() < Protocol.SMALLEST_MAX_FRAME || said.getWindow() < 1) {
            throw new MalformedException("the server grants too little: frames of " + said.getMaxFrame() + " bytes, "
                    + said.getWindow() + " imports at once");
        }
        welcome = said;
        // Of the server's list only what we know: with SCRAM-SHA-256-PLUS in it that one is taken; without it, and with
        // a binding at hand, the library says so in its first message (RFC 5802, section 6, flag y), and a server that
        // did offer it notices that somebody between took it out.
        scram = scram(
                MECHANISMS.stream().filter(said.getMechanismsList()::contains).toList());
        state = State.FIRST;
        return ClientFrame.newBuilder()
                .setLoginFirst(LoginFirst.newBuilder()
                        .setMechanism(scram.getScramMechanism().getName())
                        .setMessage(scram.clientFirstMessage().toString()))
                .build();
    }

    /** The library's side of it; a test may bring keys that are derived already. */
    ScramClient scram(List<String> mechanisms) {
        var builder = ScramClient.builder()
                .advertisedMechanisms(mechanisms)
                .username(settings.user())
                .password(settings.password().reveal());
        binding.ifPresent(data -> builder.channelBinding(Protocol.BINDING, data));
        return builder.build();
    }

    private ClientFrame last(String challenge) throws MalformedException {
        Matcher iterations = ITERATIONS.matcher(challenge);
        int count = iterations.find() ? Integer.parseInt(iterations.group(1)) : 0;
        if (count < ScramVerifiers.LEAST_ITERATIONS || count > MOST_ITERATIONS) {
            throw new MalformedException("the server wants " + count + " iterations");
        }
        try {
            scram.serverFirstMessage(challenge);
            String message = scram.clientFinalMessage().toString();
            state = State.FINAL;
            return ClientFrame.newBuilder()
                    .setLoginFinal(LoginFinal.newBuilder().setMessage(message))
                    .build();
        } catch (ScramException | RuntimeException e) {
            throw new MalformedException("a login challenge that is not RFC 5802");
        }
    }

    private void outcome(LoginOutcome outcome) {
        if (!outcome.getAccepted()) {
            throw new LoginRefusedException(settings, outcome.getReason());
        }
        if (state != State.FINAL) {
            throw new LoginRefusedException(settings, "the server let us in without asking for the password");
        }
        try {
            scram.serverFinalMessage(outcome.getMessage());
        } catch (ScramException | RuntimeException e) { // The library throws the latter at what is not Base64.
            // Not retried: whoever this is collects proofs to guess the password from.
            throw new LoginRefusedException(settings, "the server could not prove that it knows this user");
        }
        scram = null;
        state = State.DONE;
    }
}
