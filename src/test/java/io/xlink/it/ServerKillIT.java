package io.xlink.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.xlink.iwfm.protocol.ClientSettings;
import io.xlink.iwfm.protocol.Faults;
import io.xlink.iwfm.protocol.IwfmClient;
import io.xlink.iwfm.protocol.IwfmThreads;
import io.xlink.iwfm.protocol.Oracle;
import io.xlink.iwfm.protocol.Rig;
import io.xlink.model.ExportQuery;
import io.xlink.model.ExportSlice;
import io.xlink.model.QueueImport;
import io.xlink.model.Receipt;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code kill -9} of the server while a client keeps many imports under way over TCP: whatever the client holds a receipt
 * for is there after the restart, and everything else arrives then.
 */
@Timeout(300)
class ServerKillIT {
    private static final int KILLS = 5;
    private static final int IMPORTS = 300;

    @TempDir
    Path directory;

    @Test
    void everyReceiptSurvivesTheServerAndEveryImportEndsWithOne() throws Exception {
        long seed = Long.getLong("xlink.test.seed", System.nanoTime());
        String when = "seed " + seed;
        Random random = new Random(seed);
        Oracle oracle = new Oracle();
        IwfmThreads threads = new IwfmThreads("kill");
        try (Site site = new Site(directory)) {
            Program server = site.server();
            ClientSettings settings =
                    Rig.patience(Rig.settings(site.port()), Duration.ofMinutes(4), Duration.ofSeconds(10));
            try (IwfmClient client = new IwfmClient(settings, threads)) {
                client.start();
                AtomicInteger acknowledged = new AtomicInteger();
                List<CompletableFuture<Receipt>> all = new ArrayList<>();
                for (int kill = 1; kill <= KILLS; kill++) {
                    List<QueueImport> sent = new ArrayList<>();
                    List<CompletableFuture<Receipt>> receipts = new ArrayList<>();
                    int before = acknowledged.get();
                    for (int i = 0; i < IMPORTS; i++) {
                        QueueImport what = Faults.day(random, 1, 1002 + random.nextInt(2), i + IMPORTS * (kill % 2));
                        sent.add(what);
                        receipts.add(client.send(what).whenComplete((r, e) -> acknowledged.incrementAndGet()));
                    }
                    // A random number of receipts: the kill then falls into the commit of one of the next imports.
                    int enough = before + 1 + random.nextInt(IMPORTS / 2);
                    server.await("receipts", () -> acknowledged.get() >= enough);
                    server.kill();
                    // What has its receipt is not sent again, so the check below finds it missing if it was not
                    // durable.
                    assertThat(receipts)
                            .as("%s: imports under way at kill %d", when, kill)
                            .anyMatch(r -> !r.isDone());
                    server = site.server();
                    for (CompletableFuture<Receipt> receipt : receipts) {
                        assertThat(receipt.get(60, TimeUnit.SECONDS).stored())
                                .as(when)
                                .isEqualTo(192);
                    }
                    sent.forEach(oracle::sent);
                    all.addAll(receipts);
                    oracle.check(when + ", kill " + kill, query -> export(client, query));
                }
                assertThat(all).hasSize(KILLS * IMPORTS);
                assertThat(acknowledged).hasValue(KILLS * IMPORTS);
            }
        } finally {
            threads.close();
        }
    }

    private static ExportSlice export(IwfmClient client, ExportQuery query) {
        return client.export(query).orTimeout(60, TimeUnit.SECONDS).join();
    }
}
