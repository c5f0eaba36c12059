package io.xlink.iwfm.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.xlink.iwfm.wire.ClientFrame;
import io.xlink.iwfm.wire.ExportRequest;
import io.xlink.iwfm.wire.Kind;
import io.xlink.iwfm.wire.ServerFrame;
import io.xlink.model.ExportSlice;
import io.xlink.model.QueueImport;
import io.xlink.model.Receipt;
import io.xlink.model.ValueColumn;
import io.xlink.tcp.Direction;
import io.xlink.tcp.Fate;
import io.xlink.tcp.Flow;
import io.xlink.tcp.Plan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Peers that do not take what is said to them must cost a bounded amount of memory, and nobody else anything. */
@Timeout(120)
class SlowReaderTest {
    private final MemoryHandler handler = new MemoryHandler();

    private static ClientFrame.Builder export(long number) {
        return ClientFrame.newBuilder()
                .setRequest(number)
                .setExport(ExportRequest.newBuilder()
                        .setKind(Kind.KIND_CALL_DATA)
                        .setFromMinute(0)
                        .setToMinute(Integer.MAX_VALUE));
    }

    @Test
    void aClientThatDoesNotReadMakesTheServerHoldOneAnswerAndOthersAreServed() throws Exception {
        // About 10 MB on the wire: more than sockets buffer on loopback.
        List<ValueColumn> columns = Line.day(400, 2000, 1L << 40).columns();
        AtomicInteger made = new AtomicInteger();
        handler.export = query -> {
            made.incrementAndGet();
            return CompletableFuture.completedFuture(new ExportSlice(columns, ""));
        };
        try (Rig rig = new Rig(handler);
                RawPeer slow = new RawPeer(rig.listener.address())) {
            slow.logIn(rig.settings());
            for (int i = 1; i <= Protocol.MAX_QUESTIONS; i++) {
                slow.say(export(i));
            }
            await().until(() -> made.get() == 1);
            IwfmClient other = rig.client();
            for (int i = 0; i < 20; i++) {
                assertThat(Rig.get(other.send(Line.day(2, 96, i))).stored()).isEqualTo(192);
            }
            await().during(Duration.ofMillis(300)).until(() -> made.get() == 1);

            // It was only slow: every answer comes, in full.
            for (int i = 1; i <= Protocol.MAX_QUESTIONS; i++) {
                ServerFrame frame = slow.hear();
                while (frame.getMore()) {
                    assertThat(frame.getRequest()).isEqualTo(i);
                    frame = slow.hear();
                }
            }
            assertThat(made).hasValue(Protocol.MAX_QUESTIONS);
        }
    }

    @Test
    void aServerThatDoesNotReadMakesTheClientHoldItsWaterMarkAndItsPendingImports() throws Exception {
        try (Rig rig = new Rig(handler)) {
            IwfmClient client = rig.client(rig.settings().withMaxPending(4));
            rig.proxy.next(Plan.PASS);
            client.awaitReady(Duration.ofSeconds(10));
            rig.proxy.endHere(Direction.TOWARDS_SERVER, Fate.STALL);
            List<QueueImport> imports = new ArrayList<>();
            List<CompletableFuture<Receipt>> receipts = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                imports.add(Line.day(1, 1_000_000, i));
                receipts.add(client.send(imports.get(i)));
            }
            assertThatThrownBy(() -> Rig.get(client.send(Line.day(1, 1, 9))))
                    .hasCauseInstanceOf(TooManyRequestsException.class);
            // The upper water mark and the one chunk that went over it.
            await().until(() -> client.unsent().get() > 256 * 1024);
            long most = 512 * 1024 + 256 * 1024;
            await().during(Duration.ofMillis(300)).until(() -> client.unsent().get() <= most);
            assertThat(client.pending()).isEqualTo(4);

            rig.proxy.cutAll();
            for (int i = 0; i < 4; i++) {
                assertThat(Rig.get(receipts.get(i)).stored()).isEqualTo(1_000_000);
            }
            assertThat(handler.handed).containsExactlyElementsOf(imports);
            await().until(() -> client.pending() == 0);
        }
    }

    @Test
    void aSlowLineDelaysAnImportAndLosesNothing() throws Exception {
        try (Rig rig = new Rig(handler)) {
            rig.proxy.next(Plan.PASS
                    .with(Direction.TOWARDS_SERVER, Flow.FREE.atBytesPerSecond(200_000))
                    .with(Direction.TOWARDS_CLIENT, Flow.FREE.withLatency(Duration.ofMillis(50))));
            IwfmClient client = rig.client();
            List<QueueImport> imports = List.of(Line.day(20, 96, 1), Line.day(20, 96, 2), Line.day(20, 96, 3));
            var receipts = imports.stream().map(client::send).toList();
            for (var receipt : receipts) {
                assertThat(Rig.get(receipt).stored()).isEqualTo(20 * 96);
            }
            assertThat(handler.handed).containsExactlyElementsOf(imports);
            assertThat(rig.proxy.connections()).isEqualTo(1);
        }
    }
}
