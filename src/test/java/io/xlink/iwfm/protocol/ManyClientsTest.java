package io.xlink.iwfm.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.xlink.model.QueueImport;
import io.xlink.model.Receipt;
import io.xlink.tcp.Plan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Fifty clients at once, some of them cut at random, and nothing left of them afterwards. */
@Timeout(180)
class ManyClientsTest {
    private static final int CLIENTS = 50;
    private static final int IMPORTS = 8;

    @TempDir
    Path directory;

    @Test
    void fiftyClientsDeliverEverythingAndLeaveNothingBehind() throws Exception {
        long seed = Long.getLong("xlink.test.seed", System.nanoTime());
        String when = "seed " + seed;
        Random random = new Random(seed);
        Oracle oracle = new Oracle();
        try (DurableHandler handler = new DurableHandler(directory)) {
            try (Rig rig = new Rig(handler)) {
                for (int i = 0; i < 2 * CLIENTS; i++) {
                    rig.proxy.next(random.nextInt(3) == 0 ? Plan.PASS : Faults.cut(random, 8000));
                }
                List<IwfmClient> clients = new ArrayList<>();
                for (int i = 0; i < CLIENTS; i++) {
                    clients.add(rig.client());
                }
                List<CompletableFuture<Receipt>> receipts = new ArrayList<>();
                for (int n = 0; n < IMPORTS; n++) {
                    for (int i = 0; i < CLIENTS; i++) {
                        QueueImport what = Faults.day(random, 0, 1 + i, n % 3);
                        oracle.sent(what);
                        receipts.add(clients.get(i).send(what));
                    }
                }
                for (CompletableFuture<Receipt> receipt : receipts) {
                    assertThat(Rig.get(receipt).stored()).as(when).isEqualTo(192);
                }
                oracle.check(when, handler.store::export);
                assertThat(clients).allMatch(c -> c.pending() == 0);
                assertThat(threads()).as("threads for %d clients", CLIENTS).hasSizeLessThan(30);

                clients.forEach(IwfmClient::close);
                await(when).atMost(Duration.ofSeconds(10)).until(() -> rig.listener.connections() == 0);
                await(when).until(() -> rig.listener.lines().clients() == 0);
                assertThat(rig.listener.budget().held()).as(when).isZero();
            }
        }
        await(when)
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(threads()).isEmpty());
    }

    private static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("rig-"))
                .toList();
    }
}
