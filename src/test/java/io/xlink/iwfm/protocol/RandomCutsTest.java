package io.xlink.iwfm.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.xlink.model.QueueImport;
import io.xlink.model.Receipt;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A thousand cuts at random against the durable store. */
@Timeout(300)
class RandomCutsTest {
    private static final int CUTS = 1000;

    @TempDir
    Path directory;

    /** Every connection is cut somewhere until a thousand were; days are sent again and again with other values. */
    @Test
    void aThousandCutsLoseNothingRepeatNothingAndReverseNothing() throws Exception {
        long seed = Long.getLong("xlink.test.seed", System.nanoTime());
        String when = "seed " + seed;
        Random random = new Random(seed);
        Oracle oracle = new Oracle();
        List<QueueImport> imports = new ArrayList<>();
        List<AtomicInteger> endings = new ArrayList<>();
        try (DurableHandler handler = new DurableHandler(directory);
                Rig rig = new Rig(handler)) {
            for (int i = 0; i < CUTS; i++) {
                rig.proxy.next(Faults.cut(random, 12_000));
            }
            IwfmClient client = rig.client();
            List<CompletableFuture<Receipt>> open = new ArrayList<>();
            while (rig.proxy.connections() <= CUTS) {
                QueueImport what = Faults.day(random, 0, 1 + random.nextInt(DurableHandler.QUEUES), random.nextInt(5));
                imports.add(what);
                oracle.sent(what);
                open.add(send(client, what, endings));
                if (open.size() > 4 + random.nextInt(8)) {
                    // Half of them go on in the background.
                    List<CompletableFuture<Receipt>> first = open.subList(0, open.size() / 2);
                    for (CompletableFuture<Receipt> receipt : first) {
                        assertThat(Rig.get(receipt).stored()).as(when).isEqualTo(192);
                    }
                    first.clear();
                }
            }
            for (CompletableFuture<Receipt> receipt : open) {
                assertThat(Rig.get(receipt).stored()).as(when).isEqualTo(192);
            }
            // The faults are over: what is sent now goes through, on the one connection that was not cut.
            for (int i = 0; i < 20; i++) {
                QueueImport what = Faults.day(random, 0, 1, 0);
                imports.add(what);
                oracle.sent(what);
                assertThat(Rig.get(send(client, what, endings)).stored())
                        .as(when)
                        .isEqualTo(192);
            }
            assertThat(rig.proxy.connections()).as(when).isEqualTo(CUTS + 1);
            oracle.check(when, handler.store::export);
            for (QueueImport what : imports) {
                assertThat(handler.store.receipt(what.id()).map(Receipt::stored))
                        .as(when)
                        .contains(192L);
            }
            await(when).until(() -> endings.stream().allMatch(e -> e.get() == 1));
            await(when).until(() -> rig.listener.budget().held() == 0);
            assertThat(rig.accounts.failed).as(when).hasValue(0);
            System.out.println(CUTS + " cuts, " + imports.size() + " imports, " + when);
        }
    }

    private static CompletableFuture<Receipt> send(IwfmClient client, QueueImport what, List<AtomicInteger> endings) {
        AtomicInteger ended = new AtomicInteger();
        endings.add(ended);
        return client.send(what).whenComplete((receipt, error) -> ended.incrementAndGet());
    }

    /** Monday, a wrong Monday, Monday once more, each a new import: it must win, wherever the cuts fall. */
    @Test
    void contentsAThenBThenAAgainEndAsA() throws Exception {
        long seed = Long.getLong("xlink.test.seed", System.nanoTime());
        Random random = new Random(seed);
        Oracle oracle = new Oracle();
        try (DurableHandler handler = new DurableHandler(directory);
                Rig rig = new Rig(handler)) {
            IwfmClient client = rig.client();
            for (int queue = 1; queue <= 30; queue++) {
                QueueImport right = Faults.day(random, 0, queue, 0);
                QueueImport wrong = Faults.day(random, 0, queue, 0);
                QueueImport rightAgain = Faults.again(right);
                oracle.sent(right);
                for (int i = 0; i < 3; i++) {
                    rig.proxy.next(Faults.cut(random, 4000));
                }
                rig.proxy.cutAll();
                var receipts = List.of(client.send(right), client.send(wrong), client.send(rightAgain));
                for (var receipt : receipts) {
                    assertThat(Rig.get(receipt).stored()).as("seed %d", seed).isEqualTo(192);
                }
            }
            oracle.check("seed " + seed, handler.store::export);
        }
    }
}
