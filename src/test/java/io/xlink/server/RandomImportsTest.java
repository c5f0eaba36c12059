package io.xlink.server;

import static io.xlink.server.StoreFixture.CATALOGUE;
import static org.assertj.core.api.Assertions.assertThat;

import io.xlink.model.LocalDay;
import io.xlink.model.QueueImport;
import io.xlink.model.Receipt;
import io.xlink.model.ValueColumn;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Thousands of random imports, days and ranges against a store that is too simple to be wrong. */
class RandomImportsTest {
    private static final int BATCHES = 120;
    private static final List<ZoneId> ZONES = List.of(
            ZoneId.of("UTC"),
            ZoneId.of("Europe/Berlin"),
            ZoneId.of("Asia/Kathmandu"),
            ZoneId.of("Pacific/Kiritimati"),
            ZoneId.of("America/St_Johns"),
            ZoneId.of("Etc/GMT+12"));
    private static final int[] LENGTHS = {15, 15, 15, 30, 60, 7, 45, 240, 720, 1440};

    /** Around the last Sunday of October, when a day has 25 hours in Berlin. */
    private static final LocalDate FIRST = LocalDate.of(2014, 10, 24);

    @TempDir
    Path data;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theStoreEqualsTheNaiveOne(long seed) {
        Random random = new Random(seed);
        NaiveStore expected = new NaiveStore();
        ServerStore store = open(random);
        try {
            for (int batch = 0; batch < BATCHES; batch++) {
                storeSome(random, store, expected);
                compare("seed " + seed + ", batch " + batch, random, store, expected);
                if (random.nextInt(10) == 0) {
                    store.close();
                    store = open(random);
                }
            }
        } finally {
            store.close();
        }
    }

    private ServerStore open(Random random) {
        return new ServerStore(data, CATALOGUE, Clock.systemUTC(), 1 + random.nextInt(500));
    }

    private static void storeSome(Random random, ServerStore store, NaiveStore expected) {
        Map<QueueImport, CompletableFuture<Receipt>> receipts = new LinkedHashMap<>();
        for (int i = 0; i < 20; i++) {
            QueueImport next = queueImport(random);
            receipts.put(next, store.store(next));
        }
        receipts.forEach((sent, receipt) -> {
            assertThat(receipt.join()).isEqualTo(new Receipt(sent.id(), sent.values(), List.of()));
            expected.store(sent);
        });
    }

    private static void compare(String when, Random random, ServerStore store, NaiveStore expected) {
        int from = (int) FIRST.minusDays(2).toEpochDay() * 1440 + random.nextInt(5 * 1440);
        int to = random.nextInt(4) == 0 ? Integer.MAX_VALUE : from + random.nextInt(4 * 1440);

        List<ValueColumn> columns = StoreFixture.export(store, from, to);

        assertThat(NaiveStore.lines(columns)).as(when).isEqualTo(expected.export(from, to));
        assertThat(columns).as(when).allMatch(column -> column.size() > 0);
    }

    private static QueueImport queueImport(Random random) {
        LocalDate date = FIRST.plusDays(random.nextInt(4));
        LocalDay day = new LocalDay(date, ZONES.get(random.nextInt(ZONES.size())));
        List<ValueColumn> columns = new ArrayList<>();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            columns.add(column(random, day));
        }
        return StoreFixture.queueImport(date, columns.toArray(new ValueColumn[0]));
    }

    private static ValueColumn column(Random random, LocalDay day) {
        int minutes = LENGTHS[random.nextInt(LENGTHS.length)];
        int begin = day.startEpochMinute() + (random.nextInt(3) == 0 ? random.nextInt(minutes) : 0);
        int keep = 1 + random.nextInt(10);
        List<Integer> starts = new ArrayList<>();
        for (int i = 0; i < day.intervals(minutes); i++) {
            boolean today = begin + i * minutes < day.startEpochMinute() + day.minutes();
            if (today && (keep > 4 || random.nextInt(8) < keep)) {
                starts.add(begin + i * minutes);
            }
        }
        boolean nine = random.nextBoolean();
        return new ValueColumn(
                nine ? 1 : 2000,
                nine ? 9 : 10,
                random.nextBoolean() ? 2 : 10,
                minutes,
                starts.stream().mapToInt(start -> start).toArray(),
                random.longs(starts.size(), -1000, 1_000_000).toArray());
    }
}
