package io.xlink.iwfm.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.xlink.tcp.CuttingProxy;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoginTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private Line line;

    @BeforeEach
    void start() throws Exception {
        line = new Line();
    }

    @AfterEach
    void stop() throws Exception {
        line.close();
    }

    @Test
    void letsInWhoKnowsThePassword() throws Exception {
        IwfmClient client = line.client();
        client.awaitReady(LIMIT);
        assertThat(client.state()).isEqualTo(ClientState.READY);
        assertThat(line.accounts.succeeded).hasValue(1);
        assertThat(line.accounts.failed).hasValue(0);
    }

    @Test
    void userNamesMayHoldCommasEqualsAndUmlauts() throws Exception {
        line.accounts.with("xlink=Jörg,2", "geheim");
        IwfmClient client = line.client(line.settings(line.address.getPort(), "xlink=Jörg,2", "geheim"));
        client.awaitReady(LIMIT);
        assertThat(line.accounts.succeeded).hasValue(1);
    }

    @Test
    void aWrongPasswordIsTriedOnceAndNeverAgain() throws Exception {
        CuttingProxy proxy = line.proxy();
        IwfmClient client = line.client(line.settings(proxy.port(), Line.USER, "wrong-canary"));
        var before = client.send(Line.day(1, 4, 0));
        assertThatThrownBy(() -> client.awaitReady(LIMIT))
                .isInstanceOf(LoginRefusedException.class)
                .hasMessageStartingWith("Cannot connect to the database")
                .hasMessageContainingAll("xlink", "WFM", "127.0.0.1:" + proxy.port(), "[DB]")
                .hasMessageNotContaining("canary");
        assertThat(client.state()).isEqualTo(ClientState.REFUSED);
        assertThatThrownBy(() -> Line.get(before)).hasCauseInstanceOf(LoginRefusedException.class);
        assertThatThrownBy(() -> Line.get(client.catalogue())).hasCauseInstanceOf(LoginRefusedException.class);
        // The longest back-off is 20 ms, so a retry would show within this time.
        await().during(Duration.ofMillis(300)).until(() -> proxy.connections() == 1);
        assertThat(line.accounts.failed).hasValue(1);
        assertThat(line.handler.handed).isEmpty();
        client.close();
        await().until(() -> client.state() == ClientState.CLOSED);
    }

    @Test
    void aLockedUserIsToldOnlyWithTheRightPassword() {
        line.accounts.refusing(Line.USER, "the user is locked after 5 failed logins");
        IwfmClient right = line.client();
        assertThatThrownBy(() -> right.awaitReady(LIMIT))
                .isInstanceOf(LoginRefusedException.class)
                .hasMessageContaining("locked after 5 failed logins");
        assertThat(line.accounts.failed).hasValue(0);
        assertThat(line.accounts.succeeded).hasValue(0);

        IwfmClient wrong = line.client(line.settings(line.address.getPort(), Line.USER, "wrong"));
        assertThatThrownBy(() -> wrong.awaitReady(LIMIT))
                .isInstanceOf(LoginRefusedException.class)
                .hasMessageContaining(ServerLogin.REFUSAL)
                .hasMessageNotContaining("after 5");
    }

    @Test
    void anUnknownUserGetsTheSameAnswerAsAWrongPassword() throws Exception {
        IwfmClient client = line.client(line.settings(line.address.getPort(), "nobody", "x"));
        assertThatThrownBy(() -> client.awaitReady(LIMIT))
                .isInstanceOf(LoginRefusedException.class)
                .hasMessageContaining(ServerLogin.REFUSAL);
        assertThat(line.accounts.failed).hasValue(0);

        FakeVerifiers fakes = new FakeVerifiers();
        assertThat(fakes.of("nobody").salt())
                .isEqualTo(fakes.of("nobody").salt())
                .hasSize(16);
        assertThat(fakes.of("nobody").salt()).isNotEqualTo(fakes.of("somebody").salt());
    }

    @Test
    void noServerIsReportedAtOnceAndTriedAgain() throws Exception {
        int port = line.address.getPort();
        line.listener.close();
        IwfmClient client = line.client(line.settings(port, Line.USER, Line.PASSWORD));
        assertThatThrownBy(() -> client.awaitReady(LIMIT))
                .isInstanceOf(ServerUnavailableException.class)
                .hasMessageStartingWith("Enterprise Server 1 not available")
                .hasMessageContainingAll("127.0.0.1:" + port, "[DB]", "firewall", "port " + port, "isps.cfg");
        line.listen(ListenerSettings.of("WFM", "127.0.0.1", port));
        await().until(() -> client.state() == ClientState.READY);
    }

    @Test
    void aHostNameThatDoesNotExistIsNamed() {
        IwfmClient client = line.client(
                ClientSettings.of(2, "WFM", "nowhere.invalid", 45054, Line.USER, Password.of(Line.PASSWORD)));
        assertThatThrownBy(() -> client.awaitReady(LIMIT))
                .isInstanceOf(ServerUnavailableException.class)
                .hasMessageStartingWith("Enterprise Server 2 not available")
                .hasMessageContaining("nowhere.invalid");
    }

    @Test
    void whoDoesNotLogInInTimeIsSentAway() throws Exception {
        line.listener.close();
        line.listen(ListenerSettings.of("WFM", "127.0.0.1", 0)
                .withTimeouts(Duration.ofMillis(200), Duration.ofSeconds(60), Duration.ofSeconds(60)));
        try (RawPeer peer = new RawPeer(line.address)) {
            assertThat(peer.goodbye()).contains("no login within");
        }
        await().until(() -> line.listener.connections() == 0);
    }

    @Test
    void accountsThatFailAreNoRefusal() {
        MemoryAccounts broken = new MemoryAccounts();
        IwfmListener other = new IwfmListener(
                ListenerSettings.of("WFM", "127.0.0.1", 0),
                new Accounts() {
                    @Override
                    public java.util.Optional<Account> find(String user) {
                        throw new IllegalStateException("disk full");
                    }

                    @Override
                    public void failed(String user) {
                        broken.failed(user);
                    }

                    @Override
                    public void succeeded(String user) {
                        broken.succeeded(user);
                    }
                },
                line.handler,
                line.threads);
        line.toClose.add(other);
        try {
            int port = other.start().getPort();
            IwfmClient client = line.client(line.settings(port, Line.USER, Line.PASSWORD));
            assertThatThrownBy(() -> client.awaitReady(LIMIT))
                    .isInstanceOf(ServerUnavailableException.class)
                    .hasMessageContaining("cannot check logins");
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
