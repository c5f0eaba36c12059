package io.xlink.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.xlink.model.ActivityColumn;
import io.xlink.model.ActivityImport;
import io.xlink.model.LocalDay;
import io.xlink.model.Receipt;
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

/** Thousands of random imports of activities against a list that is too simple to be wrong. */
class RandomActivitiesTest {
    private static final int BATCHES = 60;
    private static final List<ZoneId> ZONES = List.of(
            ZoneId.of("UTC"),
            ZoneId.of("Europe/Berlin"),
            ZoneId.of("Pacific/Kiritimati"),
            ZoneId.of("America/St_Johns"),
            ZoneId.of("Etc/GMT+12"));

    /** Texts that differ in length, in case, beyond the basic plane, and by what SQL or a cursor might stumble over. */
    private static final List<String> AGENTS =
            List.of("1002", "1003", "999", "a", "A", "Jörg", "\uFFFD", "\uD83D\uDE00", "1:2", "o'hara", "x y", " ");

    private static final List<String> ACTIVITIES =
            List.of("login", "pause", "2", "10", "%", "_", "\"talk\"", "a;b", "\n", "Ärger", "\uD83D\uDE00", "\uFF00");

    /** Around the last Sunday of October, when a day has 25 hours in Berlin. */
    private static final LocalDate FIRST = LocalDate.of(2014, 10, 24);

    @TempDir
    Path data;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theStoreEqualsTheNaiveOne(long seed) {
        Random random = new Random(seed);
        NaiveActivities expected = new NaiveActivities();
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
        return new ServerStore(data, ActivityFixture.catalogue(true), Clock.systemUTC(), 1 + random.nextInt(200));
    }

    private static void storeSome(Random random, ServerStore store, NaiveActivities expected) {
        Map<ActivityImport, CompletableFuture<Receipt>> receipts = new LinkedHashMap<>();
        for (int i = 0; i < 20; i++) {
            ActivityImport next = activities(random);
            receipts.put(next, store.store(next));
        }
        receipts.forEach((sent, receipt) -> {
            assertThat(receipt.join()).isEqualTo(new Receipt(sent.id(), sent.values(), List.of()));
            expected.store(sent);
        });
    }

    private static void compare(String when, Random random, ServerStore store, NaiveActivities expected) {
        long from = FIRST.minusDays(2).toEpochDay() * 86_400 + random.nextInt(5 * 86_400);
        long to = random.nextInt(4) == 0 ? Long.MAX_VALUE : from + random.nextInt(4 * 86_400);

        assertThat(NaiveActivities.lines(ActivityFixture.export(store, from, to)))
                .as(when)
                .isEqualTo(expected.export(from, to));
        assertThat(NaiveActivities.lines(ActivityFixture.exportAll(store)))
                .as(when)
                .isEqualTo(expected.export(Long.MIN_VALUE, Long.MAX_VALUE));
    }

    private static ActivityImport activities(Random random) {
        LocalDay day = new LocalDay(FIRST.plusDays(random.nextInt(4)), ZONES.get(random.nextInt(ZONES.size())));
        List<ActivityColumn> columns = new ArrayList<>();
        for (String agent : AGENTS) {
            if (random.nextInt(4) == 0) {
                if (random.nextInt(4) == 0) {
                    columns.add(ActivityColumn.none(agent));
                }
                for (String activity : ACTIVITIES) {
                    if (random.nextInt(4) == 0) {
                        columns.add(column(random, day, agent, activity));
                    }
                }
            }
        }
        java.util.Collections.shuffle(columns, random);
        return ActivityFixture.activities(
                random.nextBoolean() ? "ACD" : "CRM", day, columns.toArray(new ActivityColumn[0]));
    }

    /** Few different starts, so that what is replaced is often partly the same. */
    private static ActivityColumn column(Random random, LocalDay day, String agent, String activity) {
        long[] starts = random.longs(random.nextInt(5), 0, day.minutes() / 60)
                .map(hour -> day.startEpochSecond() + hour * 3600 + (hour % 3 == 0 ? 59 : 0))
                .sorted()
                .distinct()
                .toArray();
        int[] seconds = random.ints(starts.length, 0, 3)
                .map(i -> new int[] {1, 1800, ActivityColumn.LONGEST}[i])
                .toArray();
        return new ActivityColumn(agent, activity, starts, seconds);
    }
}
