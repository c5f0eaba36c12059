package io.xlink.iwfm.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.ByteString;
import io.xlink.iwfm.wire.ClientFrame;
import io.xlink.model.Import;
import io.xlink.model.QueueImport;
import io.xlink.model.Receipt;
import io.xlink.tcp.Plan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A client that comes back owns its line: nothing of its older connection is stored after what it sends now. */
class TakeoverTest {
    private static final ByteString ONE = ByteString.copyFrom(new byte[16]);

    private final Map<Import, CompletableFuture<Receipt>> open = new ConcurrentHashMap<>();
    private final MemoryHandler handler = new MemoryHandler();
    private Rig rig;

    @BeforeEach
    void start() throws Exception {
        handler.store = what -> open.computeIfAbsent(what, w -> new CompletableFuture<>());
        rig = new Rig(handler);
    }

    @AfterEach
    void stop() throws Exception {
        rig.close();
    }

    private void finish(QueueImport what) {
        open.get(what).complete(new Receipt(what.id(), what.values(), List.of()));
    }

    private void awaitHandedOver(int count) {
        await().until(() -> handler.handed.size() == count);
    }

    @Test
    void whatWasGivenUpInTheOldLineIsNotStoredAfterWhatCameLater() throws Exception {
        IwfmClient client = rig.client(Rig.patience(rig.settings(), Duration.ofMillis(700), Duration.ofSeconds(10)));
        client.awaitReady(Duration.ofSeconds(10));
        QueueImport slow = Line.day(1, 4, 1);
        QueueImport old = Line.day(1, 4, 2);
        var slowReceipt = client.send(slow);
        var oldReceipt = client.send(old);
        awaitHandedOver(1);
        // Both ends are with the server before the cut, so the old one waits in the line of the connection.
        await().until(() -> rig.listener.budget().held() > 2 * 4 * 12);
        rig.proxy.cutAll();
        rig.proxy.always(Plan.REFUSE);
        assertThatThrownBy(() -> Rig.get(slowReceipt)).hasCauseInstanceOf(IwfmException.class);
        assertThatThrownBy(() -> Rig.get(oldReceipt)).hasCauseInstanceOf(IwfmException.class);

        rig.proxy.always(Plan.PASS);
        await().until(() -> client.state() == ClientState.READY);
        QueueImport later = Line.day(1, 4, 3);
        var laterReceipt = client.send(later);
        // The later one waits for the one that the handler has, and for nothing else.
        await().during(Duration.ofMillis(200)).until(() -> handler.handed.size() == 1);
        finish(slow);
        awaitHandedOver(2);
        assertThat(handler.handed).containsExactly(slow, later);
        finish(later);
        assertThat(Rig.get(laterReceipt).stored()).isEqualTo(4);
        await().until(() -> rig.listener.budget().held() == 0);
    }

    /** The old connection is still open for the server, as after a cut that it has not noticed. */
    @Test
    void theServerEndsTheOlderConnectionAndForgetsWhatWaitsThere() throws Exception {
        try (Impostor older = new Impostor(ONE);
                Impostor newer = new Impostor(ONE)) {
            older.logIn();
            QueueImport slow = Line.day(1, 4, 1);
            older.send(slow, 1);
            older.send(Line.day(1, 4, 2), 2);
            awaitHandedOver(1);
            newer.logIn();
            assertThat(older.peer.goodbye()).contains("logged in on another connection");
            QueueImport later = Line.day(1, 4, 3);
            newer.send(later, 1);
            finish(slow);
            awaitHandedOver(2);
            finish(later);
            assertThat(newer.peer.hear().getReceipt().getStored()).isEqualTo(4);
            assertThat(handler.handed).containsExactly(slow, later);
        }
        await().until(() -> rig.listener.lines().clients() == 0);
        assertThat(rig.listener.budget().held()).isZero();
    }

    @Test
    void aThirdConnectionWaitsForTheFirstThroughTheSecond() throws Exception {
        try (Impostor first = new Impostor(ONE);
                Impostor second = new Impostor(ONE);
                Impostor third = new Impostor(ONE)) {
            first.logIn();
            QueueImport slow = Line.day(1, 4, 1);
            first.send(slow, 1);
            awaitHandedOver(1);
            second.logIn();
            second.send(Line.day(1, 4, 2), 1);
            third.logIn();
            QueueImport last = Line.day(1, 4, 3);
            third.send(last, 1);
            assertThat(second.peer.goodbye()).contains("logged in on another connection");
            await().during(Duration.ofMillis(200)).until(() -> handler.handed.size() == 1);
            finish(slow);
            awaitHandedOver(2);
            assertThat(handler.handed).containsExactly(slow, last);
            finish(last);
            assertThat(third.peer.hear().hasReceipt()).isTrue();
        }
    }

    @Test
    void otherClientsOtherUsersAndClientsWithoutAnIdAreLeftAlone() throws Exception {
        rig.accounts.with("xlink-2", Rig.PASSWORD);
        List<Impostor> all = new ArrayList<>();
        all.add(new Impostor(ONE));
        all.add(new Impostor(ByteString.copyFromUtf8("another client 1")));
        all.add(new Impostor(ByteString.EMPTY));
        all.add(new Impostor(ByteString.EMPTY));
        all.add(new Impostor(ONE, "xlink-2"));
        try {
            for (Impostor one : all) {
                one.logIn();
            }
            List<QueueImport> imports = new ArrayList<>();
            for (Impostor one : all) {
                QueueImport what = Line.day(1, 4, imports.size());
                imports.add(what);
                one.send(what, 1);
                awaitHandedOver(imports.size()); // None of them waits for another one.
            }
            imports.forEach(this::finish);
            for (Impostor one : all) {
                assertThat(one.peer.hear().hasReceipt()).isTrue();
            }
        } finally {
            for (Impostor one : all) {
                one.close();
            }
        }
    }

    @Test
    void anIdOfAnotherLengthIsSentAway() throws Exception {
        try (Impostor wrong = new Impostor(ByteString.copyFrom(new byte[15]))) {
            wrong.hello();
            assertThat(wrong.peer.goodbye()).contains("a client id of 15 bytes");
        }
    }

    /** A connection with an id of the test's choosing. */
    private final class Impostor implements AutoCloseable {
        private final ByteString client;
        private final ClientSettings settings;
        private final RawPeer peer;

        Impostor(ByteString client) throws Exception {
            this(client, Rig.USER);
        }

        Impostor(ByteString client, String user) throws Exception {
            this.client = client;
            this.settings = Rig.settings(rig.proxy.port(), user);
            this.peer = new RawPeer(rig.listener.address());
        }

        void hello() throws Exception {
            peer.say(ClientLogin.hello(settings, client).toBuilder());
        }

        void logIn() throws Exception {
            peer.logIn(settings, client);
        }

        void send(QueueImport what, long number) throws Exception {
            var frames = new ImportFrames(what, number, new Peer(Protocol.MINOR, Protocol.DEFAULT_MAX_FRAME));
            while (frames.hasNext()) {
                ClientFrame frame = frames.next();
                peer.say(frame.toBuilder());
            }
        }

        @Override
        public void close() throws Exception {
            peer.close();
        }
    }
}
