package io.xlink.iwfm.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import io.netty.pkitesting.X509Bundle;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each way in which TLS fails says its cause and what to do, on the side of whoever can do it. */
class TlsErrorsTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    @TempDir
    private Path directory;

    private X509Bundle authority;
    private Line line;

    @BeforeEach
    void start() throws Exception {
        authority = Pki.authority("Test CA");
        line = new Line();
    }

    @AfterEach
    void stop() throws Exception {
        line.close();
    }

    private void listen(X509Bundle own) throws Exception {
        line.listener.close();
        line.listen(ListenerSettings.of("WFM", "127.0.0.1", 0).with(Pki.listener(directory, own)));
    }

    private ClientSettings trusting(int port, X509Bundle... trusted) throws Exception {
        return line.settings(port, Line.USER, Line.PASSWORD).with(Pki.client(directory, trusted));
    }

    /** What a client of these settings says when it cannot connect. */
    private AbstractStringAssert<?> error(ClientSettings settings) {
        IwfmClient client = line.client(settings);
        ServerUnavailableException error =
                catchThrowableOfType(ServerUnavailableException.class, () -> client.awaitReady(LIMIT));
        assertThat(error).isNotNull();
        client.close();
        return assertThat(error.getMessage())
                .startsWith("Enterprise Server 1 not available: WFM at 127.0.0.1:" + settings.port() + ": ");
    }

    private AbstractStringAssert<?> error() throws Exception {
        return error(trusting(line.address.getPort(), authority));
    }

    @Test
    void anExpiredCertificateSaysWhen() throws Exception {
        Instant end = Instant.now().minus(Duration.ofDays(2));
        listen(Pki.server().notAfter(end).buildIssuedBy(authority));
        error().contains(
                        "the certificate CN=server expired on " + end.toString().substring(0, 16))
                .contains("renew the certificate")
                .doesNotContain("firewall");
    }

    @Test
    void anExpiredCertificateThatIsTrustedItselfIsRefusedToo() throws Exception {
        X509Bundle own = Pki.server()
                .notAfter(Instant.now().minus(Duration.ofDays(2)))
                .setIsCertificateAuthority(true)
                .buildSelfSigned();
        listen(own);
        error(trusting(line.address.getPort(), own)).contains("the certificate CN=server expired on");
    }

    @Test
    void aCertificateOfTomorrowSaysSince() throws Exception {
        listen(Pki.server().notBefore(Instant.now().plus(Duration.ofDays(1))).buildIssuedBy(authority));
        error().contains("the certificate CN=server is not valid before").contains("clocks");
    }

    @Test
    void aCertificateForAnotherHostSaysForWhich() throws Exception {
        listen(Pki.named("server", "wfm.example").addSanIpAddress("10.1.2.3").buildIssuedBy(authority));
        error().contains("the certificate is not for host 127.0.0.1: it is for wfm.example, 10.1.2.3")
                .contains("Write a host that it is for");
        listen(new io.netty.pkitesting.CertificateBuilder()
                .ecp256()
                .subject("CN=127.0.0.1")
                .buildIssuedBy(authority));
        error().contains("not for host 127.0.0.1: it names no host at all").contains("subjectAltName");
    }

    @Test
    void aSelfSignedCertificateIsCalledThat() throws Exception {
        listen(Pki.server().setIsCertificateAuthority(true).buildSelfSigned());
        error().contains("the certificate CN=server is self-signed and not trusted here")
                .contains("TrustCertificates");
    }

    @Test
    void anUnknownIssuerIsNamed() throws Exception {
        X509Bundle other = Pki.authority("Other CA");
        listen(Pki.server().buildIssuedBy(other));
        try (LogLines log = new LogLines(Level.INFO)) {
            error().contains("the certificate CN=server was issued by CN=Other CA, which is not trusted here")
                    .contains("TrustCertificates");
            await().untilAsserted(() -> assertThat(log.with("the client does not accept this server's certificate"))
                    .isNotEmpty());
        }
        // The JDK's own trust knows neither.
        error(line.settings().with(ClientTls.of(TlsMaterial.DEFAULT))).contains("issued by CN=Other CA");
    }

    @Test
    void aContextFromElsewhereIsExplainedAsFarAsItTells() throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, authority.toTrustManagerFactory().getTrustManagers(), null);
        listen(Pki.named("server", "wfm.example").buildIssuedBy(authority));
        error(line.settings().with(ClientTls.of(context))).contains("the certificate is not for host 127.0.0.1");
        listen(Pki.server().notAfter(Instant.now().minus(Duration.ofDays(2))).buildIssuedBy(authority));
        error(line.settings().with(ClientTls.of(context)))
                .contains("has expired")
                .contains("renew");
        listen(Pki.server().buildIssuedBy(Pki.authority("Other CA")));
        error(line.settings().with(ClientTls.of(context))).contains("issued by nobody who is trusted here");
    }

    @Test
    void tlsAgainstThePlainPortSaysWhatToWrite() throws Exception {
        error().contains("the port answers without TLS").contains("iwfm://");
    }

    @Test
    void plainAgainstTheTlsPortSaysWhatToWrite() throws Exception {
        listen(Pki.server().buildIssuedBy(authority));
        try (LogLines log = new LogLines(Level.INFO)) {
            error(line.settings()).contains("this port speaks TLS: write iwfms://");
            assertThat(log.with("without TLS turned away: this port speaks TLS"))
                    .isNotEmpty();
        }
    }

    @Test
    void everythingElseOnTheTlsPortIsOneQuietLine() throws Exception {
        listen(Pki.server().buildIssuedBy(authority));
        for (String garbage :
                new String[] {"GET / HTTP/1.1\r\nHost: x\r\n\r\n", "\u00ff\u00fe\u0001", "SSH-2.0-x\r\n"}) {
            try (LogLines log = new LogLines(Level.DEBUG);
                    RawPeer peer = new RawPeer(line.address)) {
                peer.bytes(garbage.getBytes(StandardCharsets.ISO_8859_1));
                assertThat(catchThrowableOfType(IOException.class, peer::hear)).isNotNull();
                await().untilAsserted(() ->
                        assertThat(log.with("neither TLS nor this protocol")).hasSize(1));
                assertThat(log.with("neither TLS nor this protocol")).allMatch(l -> l.startsWith("DEBUG"));
                assertThat(log.with("WARN")).isEmpty();
                assertThat(log.with("ERROR")).isEmpty();
            }
        }
        // A handshake that turns into garbage.
        try (LogLines log = new LogLines(Level.DEBUG);
                RawPeer peer = new RawPeer(line.address)) {
            peer.bytes(HexFormat.of().parseHex("16030100050100000100" + "ff".repeat(50)));
            await().untilAsserted(
                            () -> assertThat(log.with("did not come about")).hasSize(1));
            assertThat(log.with("ERROR")).isEmpty();
        }
    }

    @Test
    void aClientWithOnlyTls11IsRefused() throws Exception {
        listen(Pki.server().buildIssuedBy(authority));
        // ClientHello of TLS 1.1: one ECDHE suite, no extensions.
        String hello = "0302" + "11".repeat(32) + "00" + "0002c009" + "0100";
        String body = "01" + String.format("%06x", hello.length() / 2) + hello;
        try (LogLines log = new LogLines(Level.INFO);
                Socket peer = new Socket(line.address.getAddress(), line.address.getPort())) {
            peer.setSoTimeout(10_000);
            peer.getOutputStream()
                    .write(HexFormat.of().parseHex("160301" + String.format("%04x", body.length() / 2) + body));
            byte[] alert = peer.getInputStream().readNBytes(7);
            assertThat(alert[0]).isEqualTo((byte) 0x15);
            assertThat(alert[6]).as("protocol_version").isEqualTo((byte) 70);
            await().untilAsserted(() ->
                    assertThat(log.with("speaks no TLS that is accepted here")).hasSize(1));
        }
    }

    @Test
    void aServerWithOnlyTls11IsRefused() throws Exception {
        String hello = "0302" + "22".repeat(32) + "00" + "c009" + "00";
        String body = "02" + String.format("%06x", hello.length() / 2) + hello;
        answers("160302" + String.format("%04x", body.length() / 2) + body, "no version of TLS in common");
        answers("15030100020246", "no version of TLS in common");
    }

    @Test
    void otherAnswersAreNamed() throws Exception {
        answers("15030300020228", "no cipher suite in common");
        answers(
                HexFormat.of().formatHex("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII)),
                "the port answers without TLS");
    }

    /** Lets a client with TLS talk to somebody who answers the same whatever is said. */
    private void answers(String hex, String reason) throws Exception {
        try (ServerSocket other = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            answering(other, hex);
            error(trusting(other.getLocalPort(), authority)).contains(reason);
        }
    }

    @Test
    void aPlainClientNoticesThatSomebodyAnswersInTls() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            answering(other, "15030300020232");
            error(line.settings(other.getLocalPort(), Line.USER, Line.PASSWORD))
                    .contains("this port speaks TLS: write iwfms://");
        }
    }

    private static void answering(ServerSocket other, String hex) {
        Thread server = new Thread(() -> {
            try {
                while (true) {
                    Socket socket = other.accept();
                    socket.getInputStream().read();
                    socket.getOutputStream().write(HexFormat.of().parseHex(hex));
                }
            } catch (IOException e) {
                // The test is over.
            }
        });
        server.setDaemon(true);
        server.start();
    }

    @Test
    void noCommonCipherIsLoggedByTheServer() throws Exception {
        listen(Pki.server().buildIssuedBy(authority));
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, null, null);
        try (LogLines log = new LogLines(Level.INFO);
                SSLSocket socket = (SSLSocket)
                        context.getSocketFactory().createSocket(line.address.getAddress(), line.address.getPort())) {
            socket.setEnabledProtocols(new String[] {"TLSv1.2"});
            socket.setEnabledCipherSuites(new String[] {"TLS_DHE_RSA_WITH_AES_128_GCM_SHA256"});
            assertThat(catchThrowableOfType(SSLException.class, socket::startHandshake))
                    .isNotNull();
            await().untilAsserted(() ->
                    assertThat(log.with("no cipher suite in common")).hasSize(1));
        }
    }

    @Test
    void aFailureIsToldOnceAndTriedAgain() throws Exception {
        listen(Pki.server().buildIssuedBy(Pki.authority("Other CA")));
        int port = line.address.getPort();
        try (LogLines log = new LogLines(Level.DEBUG)) {
            IwfmClient client = line.client(trusting(port, authority));
            await().untilAsserted(() -> assertThat(
                            log.with("issued by CN=Other CA").stream().filter(l -> l.startsWith("DEBUG Enterprise")))
                    .hasSizeGreaterThan(3));
            assertThat(log.with("WARN Enterprise Server 1 not available")).hasSize(1);
            assertThat(client.certificateExpiry()).isEmpty();
            line.listener.close();
            line.listen(ListenerSettings.of("WFM", "127.0.0.1", port)
                    .with(Pki.listener(directory, Pki.server().buildIssuedBy(authority))));
            await().until(() -> client.state() == ClientState.READY);
        }
    }
}
