package io.xlink.iwfm.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import io.xlink.iwfm.wire.ClientFrame;
import io.xlink.iwfm.wire.ServerFrame;
import io.xlink.iwfm.wire.Welcome;
import io.xlink.tcp.CuttingProxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SCRAM-SHA-256-PLUS: who sits between with a certificate that the client trusts gets nothing out of it. */
class ChannelBindingTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    @TempDir
    private Path directory;

    private X509Bundle authority;
    private Line line;
    private TlsInspection between;

    @BeforeEach
    void start() throws Exception {
        authority = Pki.authority("Test CA");
        line = new Line(ListenerSettings.of("WFM", "127.0.0.1", 0)
                .with(Pki.listener(directory, Pki.server().buildIssuedBy(authority))));
        between = new TlsInspection(Pki.server().buildIssuedBy(authority), authority, line.address);
    }

    @AfterEach
    void stop() throws Exception {
        between.close();
        line.close();
    }

    private IwfmClient client(int port) throws Exception {
        return line.client(line.settings(port, Line.USER, Line.PASSWORD).with(Pki.client(directory, authority)));
    }

    private static ServerFrame withoutPlus(ServerFrame frame) {
        if (!frame.hasWelcome()) {
            return frame;
        }
        Welcome.Builder welcome = frame.getWelcome().toBuilder().clearMechanisms();
        return frame.toBuilder()
                .setWelcome(welcome.addMechanisms(Protocol.MECHANISM))
                .build();
    }

    private static ClientFrame first(ClientFrame frame, String from, String to) {
        if (!frame.hasLoginFirst()) {
            return frame;
        }
        String message = frame.getLoginFirst().getMessage();
        assertThat(message).startsWith(from);
        return frame.toBuilder()
                .setLoginFirst(frame.getLoginFirst().toBuilder().setMessage(to + message.substring(from.length())))
                .build();
    }

    private void refused(String reason) throws Exception {
        IwfmClient client = client(between.port());
        assertThatThrownBy(() -> client.awaitReady(LIMIT))
                .isInstanceOf(LoginRefusedException.class)
                .hasMessageContaining(reason);
        assertThat(client.state()).isEqualTo(ClientState.REFUSED);
        assertThat(line.accounts.succeeded).hasValue(0);
    }

    @Test
    void overTlsTheLoginIsBoundAndStaysSoAfterACut() throws Exception {
        CuttingProxy proxy = line.proxy();
        try (LogLines log = new LogLines(Level.INFO)) {
            IwfmClient client = client(proxy.port());
            for (int logins = 1; logins <= 3; logins++) {
                int expected = logins;
                // Also when the later ones resume the first one's TLS session.
                await().untilAsserted(() ->
                        assertThat(log.with("by SCRAM-SHA-256-PLUS")).hasSize(expected));
                Line.get(client.catalogue());
                proxy.cutAll();
            }
            assertThat(log.with("logged in from")).allMatch(l -> l.endsWith("PLUS"));
        }
    }

    @Test
    void withoutTlsItIsNot() throws Exception {
        try (Line plain = new Line();
                LogLines log = new LogLines(Level.INFO)) {
            plain.client().awaitReady(LIMIT);
            assertThat(log.with("logged in from")).hasSize(1).allMatch(l -> l.endsWith("by SCRAM-SHA-256"));
        }
    }

    @Test
    void whoDecryptsBetweenIsRefusedAndNobodyIsLocked() throws Exception {
        refused("something between them decrypts it");
        assertThat(line.accounts.failed).hasValue(0);
    }

    @Test
    void anOfferThatIsTakenOutIsNoticed() throws Exception {
        between.fromServer = ChannelBindingTest::withoutPlus;
        refused("the offer did not arrive");
        assertThat(line.accounts.failed).hasValue(0);
    }

    @Test
    void noneOfTheLiesHelps() throws Exception {
        between.fromServer = ChannelBindingTest::withoutPlus;
        between.fromClient = frame -> first(frame, "y,", "n,");
        IwfmClient client = client(between.port());
        assertThatThrownBy(() -> client.awaitReady(LIMIT))
                .isInstanceOf(ServerUnavailableException.class)
                .hasMessageContaining("does not belong to its first");
        client.close();

        String yes = Base64.getEncoder().encodeToString("y,,".getBytes(StandardCharsets.UTF_8));
        between.fromClient = frame -> {
            ClientFrame changed = first(frame, "y,", "n,");
            if (!changed.hasLoginFinal()) {
                return changed;
            }
            String message = changed.getLoginFinal().getMessage();
            assertThat(message).startsWith("c=" + yes);
            return changed.toBuilder()
                    .setLoginFinal(changed.getLoginFinal().toBuilder().setMessage(message.replace(yes, "biws")))
                    .build();
        };
        refused(ServerLogin.REFUSAL);
    }

    @Test
    void aClientWithoutBindingMayStillLogIn() throws Exception {
        ServerLogin login = new ServerLogin(line.accounts, new FakeVerifiers(), Optional.of(new byte[] {1}));
        assertThat(login.mechanisms()).containsExactly("SCRAM-SHA-256-PLUS", "SCRAM-SHA-256");
        assertThat(login.first("SCRAM-SHA-256", "n,,n=xlink,r=abc")).startsWith("r=abc");
    }

    @Test
    void mechanismAndFlagMustAgree() {
        for (String[] wrong : new String[][] {
            {"SCRAM-SHA-256", "p=tls-server-end-point,,n=xlink,r=abc"},
            {"SCRAM-SHA-256-PLUS", "n,,n=xlink,r=abc"},
            {"SCRAM-SHA-256-PLUS", "y,,n=xlink,r=abc"},
            {"SCRAM-SHA-256-PLUS", "p=tls-unique,,n=xlink,r=abc"},
            {"SCRAM-SHA-1", "n,,n=xlink,r=abc"},
        }) {
            ServerLogin login = new ServerLogin(line.accounts, new FakeVerifiers(), Optional.of(new byte[] {1}));
            assertThatThrownBy(() -> login.first(wrong[0], wrong[1]))
                    .as(wrong[1])
                    .isInstanceOf(MalformedException.class);
        }
        ServerLogin plain = new ServerLogin(line.accounts, new FakeVerifiers(), Optional.empty());
        assertThatThrownBy(() -> plain.first("SCRAM-SHA-256-PLUS", "p=tls-server-end-point,,n=xlink,r=abc"))
                .isInstanceOf(MalformedException.class);
    }

    @Test
    void theEndPointIsTheHashOfTheWholeCertificate() throws Exception {
        X509Bundle p384 = Pki.server()
                .algorithm(CertificateBuilder.Algorithm.ecp384)
                .setIsCertificateAuthority(true)
                .buildSelfSigned();
        byte[] der = p384.getCertificate().getEncoded();
        assertThat(p384.getCertificate().getSigAlgName()).isEqualTo("SHA384withECDSA");
        assertThat(Certificates.endPoint(p384.getCertificate()).orElseThrow())
                .isEqualTo(MessageDigest.getInstance("SHA-384").digest(der));
        assertThat(Certificates.endPoint(authority.getCertificate()).orElseThrow())
                .isEqualTo(MessageDigest.getInstance("SHA-256")
                        .digest(authority.getCertificate().getEncoded()));
    }
}
