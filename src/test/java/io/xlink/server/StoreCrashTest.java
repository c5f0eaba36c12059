package io.xlink.server;

import static io.xlink.server.StoreFixture.CATALOGUE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xlink.model.QueueImport;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Kills a storing process at random moments, twenty times over the same directory. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class StoreCrashTest {
    private static final int KILLS = 20;

    @TempDir
    Path data;

    @Test
    void everyReceiptThatGotOutIsStoredAndImportsAreWhole() throws Exception {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        NaiveStore expected = new NaiveStore();
        NaiveActivities activities = new NaiveActivities();
        int next = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            String when = "seed " + seed + ", kill " + kill;
            List<Integer> receipts = storeUntilKilled(next, random.nextInt(400));
            try (ServerStore store = ServerStore.open(data, CATALOGUE)) {
                for (int printed : receipts) {
                    assertThat(store.receipt(new UUID(0, printed)))
                            .as(when + ": receipt " + printed)
                            .isPresent();
                }
                // One writer in the order of arrival: what is stored is a beginning of what was sent.
                int before = next;
                while (store.receipt(new UUID(0, next)).isPresent()) {
                    if (StoreCrashChild.what(next) instanceof QueueImport calls) {
                        expected.store(calls);
                    } else {
                        activities.store(StoreCrashChild.activityImport(next));
                    }
                    next++;
                }
                assertThat(next).as(when).isGreaterThanOrEqualTo(before + receipts.size());
                assertThat(store.receipt(new UUID(0, next + 1))).as(when).isEmpty();
                assertThat(NaiveStore.lines(StoreFixture.exportAll(store)))
                        .as(when)
                        .isEqualTo(expected.export(Integer.MIN_VALUE, Integer.MAX_VALUE));
                assertThat(NaiveActivities.lines(ActivityFixture.exportAll(store)))
                        .as(when)
                        .isEqualTo(activities.export(Long.MIN_VALUE, Long.MAX_VALUE));
            }
        }
        assertThat(next).as("imports stored in all runs").isGreaterThan(KILLS);
    }

    @Test
    void aSecondProcessIsRefusedAndTheFirstGoesOn() throws Exception {
        Process child = start(0);
        try (BufferedReader output = child.inputReader(StandardCharsets.UTF_8)) {
            assertThat(output.readLine()).isEqualTo("open");

            assertThatThrownBy(() -> ServerStore.open(data, CATALOGUE))
                    .isInstanceOf(StoreException.class)
                    .hasMessage("The data directory " + data + " is in use by another server (process " + child.pid()
                            + "). Stop that one, or give this one another --data directory");
            assertThat(output.readLine()).isNotNull();
        } finally {
            kill(child);
        }
    }

    /** The numbers of the receipts that the process printed before it died. */
    private List<Integer> storeUntilKilled(int first, int millis) throws IOException, InterruptedException {
        Process child = start(first);
        List<Integer> receipts = new ArrayList<>();
        try (BufferedReader output = child.inputReader(StandardCharsets.UTF_8)) {
            assertThat(output.readLine()).isEqualTo("open");
            Thread killer = new Thread(() -> {
                try {
                    Thread.sleep(millis);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                // Not through the process itself, which would close the output before its last lines are read.
                child.toHandle().destroyForcibly();
            });
            killer.start();
            String line = output.readLine();
            while (line != null) {
                String rest = output.readLine();
                // The last line may be cut in the middle of its number.
                if (rest != null) {
                    receipts.add(Integer.parseInt(line));
                }
                line = rest;
            }
            killer.join();
        } finally {
            kill(child);
        }
        return receipts;
    }

    private Process start(int first) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        StoreCrashChild.class.getName(),
                        data.toString(),
                        Integer.toString(first))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static void kill(Process child) throws InterruptedException {
        child.destroyForcibly().waitFor();
    }
}
