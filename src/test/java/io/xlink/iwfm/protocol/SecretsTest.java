package io.xlink.iwfm.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import io.netty.pkitesting.X509Bundle;
import io.xlink.tcp.CuttingProxy;
import io.xlink.tcp.Direction;
import io.xlink.tcp.Fate;
import io.xlink.tcp.Plan;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** A password never shows: not in logs at any level, not in messages, not in toString. */
class SecretsTest {

    @Test
    void noLogLineAtAnyLevelHoldsThePassword() throws Exception {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        Level before = root.getLevel();
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        root.addAppender(lines);
        root.setLevel(Level.ALL);
        try (Line line = new Line()) {
            CuttingProxy proxy = line.proxy();
            proxy.next(Plan.cut(Direction.TOWARDS_SERVER, 150, Fate.RESET));
            IwfmClient right = line.client(line.settings(proxy.port(), Line.USER, Line.PASSWORD));
            Line.get(right.send(Line.day(1, 4, 1)));
            IwfmClient wrong = line.client(line.settings(proxy.port(), Line.USER, Line.PASSWORD + "!"));
            assertThatThrownBy(() -> wrong.awaitReady(Duration.ofSeconds(10)))
                    .isInstanceOf(LoginRefusedException.class);
            right.close();
            await().until(() -> right.state() == ClientState.CLOSED);
        } finally {
            root.setLevel(before);
            root.detachAppender(lines);
        }
        String base64 = Base64.getEncoder().encodeToString(Line.PASSWORD.getBytes(StandardCharsets.UTF_8));
        List<ILoggingEvent> told = List.copyOf(lines.list);
        assertThat(told).isNotEmpty();
        assertThat(told).anyMatch(e -> e.getFormattedMessage().contains("logged in"));
        for (ILoggingEvent event : told) {
            String text = event.getFormattedMessage()
                    + (event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy()));
            assertThat(text).doesNotContain(Line.PASSWORD, "canary-7f3a", base64.substring(0, 12));
            // A proof or a salt in a log would let passwords be guessed at leisure.
            assertThat(text).doesNotContain(",p=").doesNotContain(",s=");
        }
    }

    @Test
    void noLogLineHoldsAPasswordOfAStoreOrKey(@TempDir Path directory) throws Exception {
        Path keys = Path.of("src/test/resources/iwfm/tls");
        X509Bundle own = Pki.server().setIsCertificateAuthority(true).buildSelfSigned();
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        Level before = root.getLevel();
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        root.addAppender(lines);
        root.setLevel(Level.ALL);
        TlsMaterial good =
                TlsMaterial.DEFAULT.with(new TlsMaterial.StoreIdentity(Pki.keyStore(directory, own), Pki.PASSWORD));
        TlsMaterial bad = TlsMaterial.DEFAULT.with(new TlsMaterial.PemIdentity(
                Pki.file(directory, "c.pem", own.getCertificatePEM()),
                keys.resolve("pkcs8-encrypted.pem"),
                Optional.of(Password.of("canary-wrong"))));
        try (Line line = new Line(ListenerSettings.of("WFM", "127.0.0.1", 0).with(ListenerTls.of(good, false)))) {
            TlsMaterial trust = TlsMaterial.DEFAULT.with(
                    new TlsMaterial.StoreTrust(Pki.trustStore(directory, own.getCertificate()), Pki.PASSWORD));
            Line.get(line.client(line.settings().with(ClientTls.of(trust))).send(Line.day(1, 4, 1)));
            assertThatThrownBy(() -> ListenerTls.of(bad, false)).isInstanceOf(TlsMaterialException.class);
        } finally {
            root.setLevel(before);
            root.detachAppender(lines);
        }
        List<ILoggingEvent> told = List.copyOf(lines.list);
        assertThat(told).anyMatch(e -> e.getFormattedMessage().contains("by SCRAM-SHA-256-PLUS"));
        assertThat(told)
                .noneMatch(e -> (e.getFormattedMessage()
                                + (e.getThrowableProxy() == null
                                        ? ""
                                        : ThrowableProxyUtil.asString(e.getThrowableProxy())))
                        .contains("canary"));
    }

    @Test
    void whatHoldsAPasswordDoesNotPrintIt() {
        Password password = Password.of("canary");
        ClientSettings settings = ClientSettings.of(1, "WFM", "localhost", 45054, "xlink", password);
        assertThat(settings.toString()).doesNotContain("canary").contains("***");
        assertThat(password).isEqualTo(Password.of("canary")).isNotEqualTo(Password.of("other"));
        assertThat(ScramVerifiers.of("canary".toCharArray(), 4096).toString())
                .isEqualTo("ScramVerifier[4096 iterations]");
        assertThatThrownBy(() -> ScramVerifiers.of("canary".toCharArray(), 1000))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("canary");
    }
}
