package io.xlink.iwfm.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.xlink.model.Import;
import io.xlink.model.QueueImport;
import io.xlink.model.Receipt;
import io.xlink.tcp.CuttingProxy;
import io.xlink.tcp.Direction;
import io.xlink.tcp.Fate;
import io.xlink.tcp.Flow;
import io.xlink.tcp.Plan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a broken network must not break: every import is stored under its own id and ends in exactly one receipt. */
class CutTest {
    private Line line;
    private CuttingProxy proxy;
    private long seed;

    @BeforeEach
    void start() throws Exception {
        line = new Line();
        proxy = line.proxy();
    }

    @AfterEach
    void stop() throws Exception {
        line.close();
    }

    private IwfmClient client() {
        return line.client(line.settings(proxy.port(), Line.USER, Line.PASSWORD));
    }

    @ParameterizedTest
    @CsvSource({"TOWARDS_SERVER,RESET", "TOWARDS_SERVER,FIN", "TOWARDS_CLIENT,RESET", "TOWARDS_CLIENT,FIN"})
    void aCutAtAnyByteLosesNothing(Direction direction, Fate fate) throws Exception {
        session("uncut");
        long bytes = proxy.bytes(direction);
        assertThat(bytes).isGreaterThan(200);
        for (long at = 1; at < bytes; at++) {
            proxy.next(Plan.cut(direction, at, fate));
            session(direction + " cut with " + fate + " at byte " + at);
        }
        assertThat(proxy.connections()).isGreaterThanOrEqualTo((int) (2 * bytes - 1));
        assertThat(line.accounts.failed).hasValue(0);
    }

    @Test
    void aSessionThatArrivesByteByByteIsTheSameSession() throws Exception {
        proxy.always(Plan.PASS.bothWays(Flow.FREE.oneByteAtATime()));
        session("byte by byte");
        assertThat(line.handler.handed).hasSize(2);
        assertThat(proxy.connections()).isEqualTo(1);
    }

    /** Two imports over a connection that is cut once, or not at all. */
    private void session(String how) throws Exception {
        line.handler.handed.clear();
        QueueImport one = Line.day(2, 4, ++seed);
        QueueImport two = Line.day(1, 4, ++seed);
        try (IwfmClient client = client()) {
            var first = client.send(one);
            var second = client.send(two);
            assertThat(Line.get(first)).as(how).isEqualTo(new Receipt(one.id(), 8, List.of()));
            assertThat(Line.get(second)).as(how).isEqualTo(new Receipt(two.id(), 4, List.of()));
        }
        assertThat(line.handler.handed).as(how).contains(one, two).allMatch(i -> i.equals(one) || i.equals(two));
        assertThat(line.handler.handed.indexOf(one)).isLessThan(line.handler.handed.indexOf(two));
    }

    @Test
    void randomCutsOfALongerSessionLoseNothing() throws Exception {
        long seed = 20141223;
        Random random = new Random(seed);
        IwfmClient client = client();
        List<QueueImport> imports = new ArrayList<>();
        List<CompletableFuture<Receipt>> receipts = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            proxy.next(Plan.cut(
                    random.nextBoolean() ? Direction.TOWARDS_SERVER : Direction.TOWARDS_CLIENT,
                    500 + random.nextInt(60_000),
                    Fate.RESET));
            QueueImport what = Line.day(1 + random.nextInt(40), 96, i);
            imports.add(what);
            receipts.add(client.send(what));
            if (i % 4 == 3) {
                Line.get(receipts.get(i));
                proxy.cutAll();
            }
        }
        for (int i = 0; i < imports.size(); i++) {
            assertThat(Line.get(receipts.get(i)))
                    .as("seed %d", seed)
                    .isEqualTo(new Receipt(imports.get(i).id(), imports.get(i).values(), List.of()));
        }
        // In the order of their first arrival nothing overtook anything.
        assertThat(line.handler.handed.stream().map(Import::id).distinct().toList())
                .isEqualTo(imports.stream().map(QueueImport::id).toList());
        assertThat(line.handler.handed).allMatch(imports::contains);
    }

    @Test
    void anImportThatIsStillBeingStoredIsJoinedNotRepeated() throws Exception {
        List<CompletableFuture<Receipt>> open = new java.util.concurrent.CopyOnWriteArrayList<>();
        line.handler.store = what -> {
            open.add(new CompletableFuture<>());
            return open.get(open.size() - 1);
        };
        IwfmClient client = client();
        QueueImport what = Line.day(1, 4, 1);
        var receipt = client.send(what);
        await().until(() -> open.size() == 1);
        proxy.cutAll();
        await().until(() -> line.accounts.succeeded.get() == 2);
        Line.get(client.catalogue());
        open.get(0).complete(new Receipt(what.id(), 4, List.of()));
        assertThat(Line.get(receipt).stored()).isEqualTo(4);
        assertThat(open).hasSize(1);
    }

    @Test
    void aServerThatComesBackGetsWhatWaited() throws Exception {
        int port = line.address.getPort();
        IwfmClient client = line.client();
        client.awaitReady(Duration.ofSeconds(10));
        line.listener.close();
        await().until(() -> client.state() != ClientState.READY);
        QueueImport what = Line.day(1, 4, 1);
        var receipt = client.send(what);
        assertThat(receipt).isNotDone();
        line.listen(ListenerSettings.of("WFM", "127.0.0.1", port));
        assertThat(Line.get(receipt).stored()).isEqualTo(4);
        assertThat(line.handler.handed).containsExactly(what);
    }

    @Test
    void withoutAServerARequestEndsAtItsDeadline() throws Exception {
        proxy.always(Plan.REFUSE);
        IwfmClient client = line.client(line.settings(proxy.port(), Line.USER, Line.PASSWORD)
                .withTimeouts(Duration.ofSeconds(1), Duration.ofMillis(200), Duration.ofSeconds(10)));
        assertThatThrownBy(() -> Line.get(client.send(Line.day(1, 4, 1))))
                .hasCauseInstanceOf(ServerUnavailableException.class)
                .hasMessageContaining("Enterprise Server 1 not available");
    }

    @Test
    void aBlackHoleIsNoticedWhileConnectingAndLater() throws Exception {
        proxy.next(Plan.BLACK_HOLE);
        IwfmClient client = line.client(line.settings(proxy.port(), Line.USER, Line.PASSWORD)
                .withTimeouts(Duration.ofMillis(300), Duration.ofSeconds(20), Duration.ofMillis(50)));
        assertThatThrownBy(() -> client.awaitReady(Duration.ofSeconds(10)))
                .isInstanceOf(ServerUnavailableException.class)
                .hasMessageContaining("the login did not end within 300 ms");
        await().until(() -> client.state() == ClientState.READY);
        proxy.freeze();
        int before = proxy.connections();
        await().until(() -> proxy.connections() > before && client.state() == ClientState.READY);
        assertThat(Line.get(client.send(Line.day(1, 4, 1))).stored()).isEqualTo(4);
    }

    @Test
    void pingsKeepAQuietConnection() throws Exception {
        line.listener.close();
        line.listen(ListenerSettings.of("WFM", "127.0.0.1", 0)
                .withTimeouts(Duration.ofSeconds(10), Duration.ofSeconds(3), Duration.ofSeconds(60)));
        IwfmClient client = line.client();
        client.awaitReady(Duration.ofSeconds(10));
        try (RawPeer silent = new RawPeer(line.address)) {
            silent.logIn(line.settings());
            // The peer that does not ping is closed after 3 s; the client, whose heartbeat follows the server's
            // patience, is not.
            assertThat(silent.goodbye()).contains("silent for 3 s");
        }
        assertThat(client.state()).isEqualTo(ClientState.READY);
        assertThat(line.accounts.succeeded).hasValue(2);
    }
}
