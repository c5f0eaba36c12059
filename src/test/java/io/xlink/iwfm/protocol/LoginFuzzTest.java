package io.xlink.iwfm.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.xlink.iwfm.wire.ClientFrame;
import io.xlink.iwfm.wire.LoginChallenge;
import io.xlink.iwfm.wire.LoginOutcome;
import io.xlink.iwfm.wire.ServerFrame;
import io.xlink.iwfm.wire.Welcome;
import java.util.List;
import java.util.Optional;

/** Any messages in any order to either side of a login: none lets anybody in who does not know the password. */
class LoginFuzzTest {
    private static final ClientSettings SETTINGS =
            ClientSettings.of(1, "WFM", "127.0.0.1", 1, FuzzLogin.USER, Password.of(FuzzLogin.PASSWORD));

    /** As in RFC 5929: what both sides of a connection through TLS know of it. */
    private static final Optional<byte[]> BINDING = Optional.of(new byte[32]);

    @FuzzTest(maxDuration = "10m")
    void serverLogin(FuzzedDataProvider data) {
        serverLogin(data, Optional.empty());
    }

    @FuzzTest(maxDuration = "10m")
    void serverLoginThroughTls(FuzzedDataProvider data) {
        serverLogin(data, BINDING);
    }

    private static void serverLogin(FuzzedDataProvider data, Optional<byte[]> binding) {
        FuzzLogin accounts = new FuzzLogin();
        ServerLogin login = new ServerLogin(accounts, new FakeVerifiers(), binding);
        String challenge = "";
        boolean proved = false;
        try {
            for (int steps = 0; steps < 4 && data.remainingBytes() > 0; steps++) {
                switch (data.consumeInt(0, 3)) {
                    case 0 -> challenge = login.first(Protocol.MECHANISM, "n,," + FuzzLogin.FIRST_BARE);
                    case 1 ->
                        challenge = login.first(
                                data.consumeBoolean() ? Protocol.MECHANISM : data.consumeString(20),
                                changed("n,,n=xlink,r=fyko+d2lbbFgONRv9qkxdawL", data));
                    case 2 -> {
                        String right = challenge.isEmpty() ? "c=biws,r=x,p=eA==" : FuzzLogin.last(challenge);
                        String last = changed(right, data);
                        proved |= last.equals(right);
                        login(login, last, proved, accounts);
                    }
                    default -> login(login, data.consumeString(200), false, accounts);
                }
            }
        } catch (MalformedException | ServerLogin.BindingException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    private static void login(ServerLogin login, String last, boolean proved, FuzzLogin accounts)
            throws MalformedException, ServerLogin.BindingException {
        int failed = accounts.failed;
        ServerLogin.Verdict verdict = login.last(last);
        assertThat(verdict.accepted()).isEqualTo(!verdict.message().isEmpty());
        assertThat(verdict.accepted()).isEqualTo(verdict.refusal().isEmpty());
        if (verdict.accepted()) {
            // A proof may be written in more than one way (Base64), but somebody must have made it.
            assertThat(proved || last.contains(",p=")).isTrue();
            assertThat(verdict.user()).isEqualTo(FuzzLogin.USER);
            assertThat(accounts.succeeded).isPositive();
        } else if (verdict.user().equals(FuzzLogin.USER)) {
            assertThat(accounts.failed).isEqualTo(failed + 1);
        }
    }

    /** A message with a piece of it replaced, or as it is. */
    private static String changed(String message, FuzzedDataProvider data) {
        if (data.consumeBoolean()) {
            return message;
        }
        int from = data.consumeInt(0, message.length());
        int to = data.consumeInt(from, message.length());
        return message.substring(0, from) + data.consumeString(10) + message.substring(to);
    }

    @FuzzTest(maxDuration = "10m")
    void clientLogin(FuzzedDataProvider data) {
        clientLogin(data, Optional.empty());
    }

    @FuzzTest(maxDuration = "10m")
    void clientLoginThroughTls(FuzzedDataProvider data) {
        clientLogin(data, BINDING);
    }

    private static void clientLogin(FuzzedDataProvider data, Optional<byte[]> binding) {
        ClientLogin login = FuzzLogin.client(SETTINGS, binding);
        ServerLogin server = new ServerLogin(new FuzzLogin(), new FakeVerifiers(), binding);
        String challenge = "r=x,s=eA==,i=4096";
        String signature = "v=eA==";
        boolean honest = false;
        try {
            for (int steps = 0; steps < 5 && data.remainingBytes() > 0; steps++) {
                ServerFrame.Builder frame = ServerFrame.newBuilder();
                switch (data.consumeInt(0, 3)) {
                    case 0 ->
                        frame.setWelcome(Welcome.newBuilder()
                                .setMajor(data.consumeInt(0, 2))
                                .addAllMechanisms(mechanisms(data, binding))
                                .setMaxFrame(data.consumeBoolean() ? Protocol.SMALLEST_MAX_FRAME : data.consumeInt())
                                .setWindow(data.consumeInt(-1, 2)));
                    case 1 ->
                        frame.setLoginChallenge(LoginChallenge.newBuilder().setMessage(changed(challenge, data)));
                    case 2 -> {
                        String said = changed(signature, data);
                        honest = said.equals(signature);
                        frame.setLoginOutcome(LoginOutcome.newBuilder()
                                .setAccepted(data.consumeBoolean())
                                .setReason(data.consumeString(10))
                                .setMessage(said));
                    }
                    default -> frame.mergeFrom(Frames.answer(data));
                }
                Optional<ClientFrame> next = login.next(frame.build());
                if (login.done()) {
                    // Base64 may be written in more than one way.
                    assertThat(honest || frame.getLoginOutcome().getMessage().startsWith("v="))
                            .isTrue();
                    assertThat(signature).isNotEqualTo("v=eA==");
                    assertThat(next).isEmpty();
                    break;
                }
                assertThat(next).isPresent();
                if (next.get().hasLoginFirst()) {
                    challenge = server.first(
                            next.get().getLoginFirst().getMechanism(),
                            next.get().getLoginFirst().getMessage());
                } else if (next.get().hasLoginFinal()
                        && frame.getLoginChallenge().getMessage().equals(challenge)) {
                    signature =
                            server.last(next.get().getLoginFinal().getMessage()).message();
                }
            }
        } catch (MalformedException | ServerLogin.BindingException | LoginRefusedException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    /** Those that a server may offer, or something else in their place. */
    private static List<String> mechanisms(FuzzedDataProvider data, Optional<byte[]> binding) {
        String plain = data.consumeBoolean() ? Protocol.MECHANISM : data.consumeString(20);
        return binding.isPresent() && data.consumeBoolean() ? List.of(plain, Protocol.MECHANISM_PLUS) : List.of(plain);
    }
}
