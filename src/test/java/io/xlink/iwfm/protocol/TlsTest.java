package io.xlink.iwfm.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import io.xlink.model.QueueImport;
import io.xlink.tcp.CuttingProxy;
import io.xlink.tcp.Direction;
import io.xlink.tcp.Fate;
import io.xlink.tcp.Flow;
import io.xlink.tcp.Plan;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole sessions through TLS over real sockets. */
class TlsTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    @TempDir
    private Path directory;

    private X509Bundle authority;
    private Line line;

    @BeforeEach
    void start() throws Exception {
        authority = Pki.authority("Test CA");
        line = new Line(plain().with(Pki.listener(directory, Pki.server().buildIssuedBy(authority))));
    }

    @AfterEach
    void stop() throws Exception {
        line.close();
    }

    private static ListenerSettings plain() {
        return ListenerSettings.of("WFM", "127.0.0.1", 0);
    }

    private void listen(ListenerTls tls) throws Exception {
        line.listener.close();
        line.listen(plain().with(tls));
    }

    private ClientTls trusting() throws Exception {
        return Pki.client(directory, authority);
    }

    private IwfmClient client(ClientTls tls) {
        return line.client(line.settings().with(tls));
    }

    private void delivers(IwfmClient client) throws Exception {
        QueueImport day = Line.day(3, 96, 1);
        assertThat(Line.get(client.send(day)).stored()).isEqualTo(3 * 96);
        assertThat(line.handler.handed).contains(day);
    }

    @Test
    void anImportGoesThroughTls() throws Exception {
        IwfmClient client = client(trusting());
        delivers(client);
        assertThat(client.certificateExpiry().orElseThrow())
                .isCloseTo(Instant.now().plus(Duration.ofDays(365)), within(1, ChronoUnit.HOURS));
    }

    @Test
    void aHostNameIsAsGoodAsAnAddress() throws Exception {
        ClientSettings address = line.settings();
        delivers(line.client(
                ClientSettings.of(1, "WFM", "localhost", address.port(), Line.USER, Password.of(Line.PASSWORD))
                        .with(trusting())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void bothVersionsAreSpoken(String version) throws Exception {
        SSLContext context =
                TlsContexts.of(TlsStores.trust(java.util.Optional.of(Pki.trust(directory, authority))), null);
        try (SSLSocket socket = (SSLSocket)
                context.getSocketFactory().createSocket(line.address.getAddress(), line.address.getPort())) {
            socket.setEnabledProtocols(new String[] {version});
            socket.startHandshake();
            assertThat(socket.getSession().getProtocol()).isEqualTo(version);
        }
    }

    @Test
    void olderVersionsAreNeverOffered() throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, null, null);
        for (boolean client : new boolean[] {true, false}) {
            var engine = TlsContexts.of(context, client, io.netty.handler.ssl.ClientAuth.NONE)
                    .newEngine(io.netty.buffer.ByteBufAllocator.DEFAULT);
            assertThat(engine.getEnabledProtocols()).containsExactlyInAnyOrder("TLSv1.3", "TLSv1.2");
        }
        SSLContext old = SSLContext.getInstance("TLS");
        old.init(null, null, null);
        var engine = trusting()
                .handler(io.netty.buffer.ByteBufAllocator.DEFAULT, "wfm", 1, Runnable::run)
                .engine();
        SSLParameters parameters = engine.getSSLParameters();
        assertThat(parameters.getEndpointIdentificationAlgorithm()).isEqualTo("HTTPS");
        assertThat(parameters.getServerNames())
                .extracting(Object::toString)
                .containsExactly("type=host_name (0), value=wfm");
    }

    @ParameterizedTest
    @EnumSource(names = {"ecp256", "ecp384", "rsa2048", "ed25519"})
    void everyKindOfCertificateWorks(CertificateBuilder.Algorithm algorithm) throws Exception {
        X509Bundle own = Pki.server()
                .algorithm(algorithm)
                .setIsCertificateAuthority(true)
                .buildSelfSigned();
        listen(Pki.listener(directory, own));
        delivers(client(Pki.client(directory, own)));
        // RFC 5929 defines no hash for Ed25519: both sides do without the binding, and say nothing of a downgrade.
        assertThat(Certificates.endPoint(own.getCertificate()).isPresent())
                .isEqualTo(algorithm != CertificateBuilder.Algorithm.ed25519);
    }

    @Test
    void pkcs12ServesBothSides() throws Exception {
        X509Bundle own = Pki.server().buildIssuedBy(authority);
        listen(ListenerTls.of(
                TlsMaterial.DEFAULT.with(new TlsMaterial.StoreIdentity(Pki.keyStore(directory, own), Pki.PASSWORD)),
                false));
        delivers(client(ClientTls.of(TlsMaterial.DEFAULT.with(
                new TlsMaterial.StoreTrust(Pki.trustStore(directory, authority.getCertificate()), Pki.PASSWORD)))));
    }

    @Test
    void aServerMayAskForTheClientsCertificate() throws Exception {
        X509Bundle own = Pki.server().buildIssuedBy(authority);
        listen(ListenerTls.of(
                TlsMaterial.DEFAULT.with(Pki.pem(directory, own)).with(Pki.trust(directory, authority)), true));
        TlsMaterial trusting = TlsMaterial.DEFAULT.with(Pki.trust(directory, authority));
        X509Bundle user = Pki.named("importer", "importer.example")
                .notAfter(Instant.now().plus(Duration.ofDays(29)))
                .buildIssuedBy(authority);
        try (LogLines log = new LogLines(Level.WARN)) {
            delivers(client(ClientTls.of(trusting.with(Pki.pem(directory, user)))));
            assertThat(log.with("User xlink: the client's certificate CN=importer expires on"))
                    .hasSize(1);
        }

        try (LogLines log = new LogLines(Level.INFO)) {
            IwfmClient without = client(ClientTls.of(trusting));
            assertThatThrownBy(() -> without.awaitReady(LIMIT))
                    .isInstanceOf(ServerUnavailableException.class)
                    .hasMessageContaining("the server does not accept the certificate of this side, or misses one")
                    .hasMessageContaining("Give a certificate and key");
            await().untilAsserted(() ->
                    assertThat(log.with("the client shows no certificate")).isNotEmpty());
        }
        X509Bundle stranger = Pki.named("stranger", "x.example").buildIssuedBy(Pki.authority("Other CA"));
        IwfmClient other = client(ClientTls.of(trusting.with(Pki.pem(directory, stranger))));
        assertThatThrownBy(() -> other.awaitReady(LIMIT))
                .isInstanceOf(ServerUnavailableException.class)
                .hasMessageContaining("the server does not accept the certificate of this side");
    }

    @Test
    void bytesOneByOneMakeNoDifference() throws Exception {
        CuttingProxy proxy = line.proxy();
        proxy.always(Plan.PASS.bothWays(Flow.FREE.oneByteAtATime()));
        IwfmClient client = line.client(
                line.settings(proxy.port(), Line.USER, Line.PASSWORD).with(trusting()));
        QueueImport day = Line.day(2, 8, 1);
        assertThat(Line.get(client.send(day)).stored()).isEqualTo(16);
        assertThat(line.handler.handed).containsExactly(day);
    }

    @Test
    void cutsAnywhereInASessionLoseNothing() throws Exception {
        CuttingProxy proxy = line.proxy();
        ClientTls tls = trusting();
        Random random = new Random(20141223);
        IwfmClient client = line.client(
                line.settings(proxy.port(), Line.USER, Line.PASSWORD).with(tls));
        List<QueueImport> sent = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            Direction direction = random.nextBoolean() ? Direction.TOWARDS_SERVER : Direction.TOWARDS_CLIENT;
            proxy.next(Plan.cut(direction, 1 + random.nextInt(4000), Fate.RESET));
            QueueImport day = Line.day(1 + random.nextInt(5), 96, i);
            sent.add(day);
            assertThat(Line.get(client.send(day)).importId()).isEqualTo(day.id());
            proxy.cutAll();
        }
        assertThat(line.handler.handed.stream().distinct().toList()).isEqualTo(sent);
        assertThat(line.accounts.failed).hasValue(0);
    }

    @Test
    void aCertificateThatEndsSoonIsWarnedAboutOnBothSides() throws Exception {
        X509Bundle soon =
                Pki.server().notAfter(Instant.now().plus(Duration.ofDays(29))).buildIssuedBy(authority);
        try (LogLines log = new LogLines(Level.WARN)) {
            listen(Pki.listener(directory, soon));
            assertThat(log.with("Server WFM: its certificate CN=server expires on"))
                    .hasSize(1);
            IwfmClient client = client(trusting());
            client.awaitReady(LIMIT);
            assertThat(log.with("Enterprise Server 1 (WFM): its certificate CN=server expires on"))
                    .hasSize(1);
            listen(Pki.listener(directory, Pki.server().buildIssuedBy(authority)));
            client(trusting()).awaitReady(LIMIT);
            assertThat(log.with("expires on")).hasSize(2);
        }
    }

    @Test
    void whoNeverFinishesTheHandshakeIsCutOff() throws Exception {
        line.listener.close();
        line.listen(plain().with(Pki.listener(directory, Pki.server().buildIssuedBy(authority)))
                .withTimeouts(Duration.ofMillis(200), Duration.ofSeconds(60), Duration.ofSeconds(60)));
        for (byte[] begin : List.of(new byte[0], new byte[] {0x16}, new byte[] {0x16, 3, 1, 2, 0, 1, 0, 1})) {
            try (RawPeer peer = new RawPeer(line.address)) {
                peer.bytes(begin);
                assertThatThrownBy(peer::hear).isInstanceOf(java.io.IOException.class);
            }
        }
        await().until(() -> line.listener.connections() == 0);
    }

    @Test
    void aServerThatNeverFinishesTheHandshakeIsGivenUp() throws Exception {
        CuttingProxy proxy = line.proxy();
        proxy.always(Plan.BLACK_HOLE);
        IwfmClient client = line.client(line.settings(proxy.port(), Line.USER, Line.PASSWORD)
                .with(trusting())
                .withTimeouts(Duration.ofMillis(200), Duration.ofSeconds(20), Duration.ofSeconds(10)));
        assertThatThrownBy(() -> client.awaitReady(LIMIT))
                .isInstanceOf(ServerUnavailableException.class)
                .hasMessageContaining("the TLS handshake did not end within 200 ms");
        proxy.always(Plan.PASS);
        await().until(() -> client.state() == ClientState.READY);
    }

    @Test
    void connectionsBeyondTheLimitCostNoHandshake() throws Exception {
        line.listener.close();
        line.listen(plain().with(Pki.listener(directory, Pki.server().buildIssuedBy(authority)))
                .withConnections(1, 2, 1 << 20));
        IwfmClient first = client(trusting());
        first.awaitReady(LIMIT);
        IwfmClient second = client(trusting());
        assertThatThrownBy(() -> second.awaitReady(LIMIT))
                .isInstanceOf(ServerUnavailableException.class)
                .hasMessageContaining("closed during the TLS handshake");
        first.close();
        await().until(() -> second.state() == ClientState.READY);
    }

    @Test
    void theLastWordsOfAServerArrive() throws Exception {
        line.accounts.refusing(Line.USER, "the user is locked after 5 failed logins");
        assertThatThrownBy(() -> client(trusting()).awaitReady(LIMIT))
                .isInstanceOf(LoginRefusedException.class)
                .hasMessageContaining("locked after 5");
    }
}
