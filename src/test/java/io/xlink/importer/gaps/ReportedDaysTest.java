package io.xlink.importer.gaps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xlink.importer.memory.ImporterDatabase;
import io.xlink.model.ActivityColumn;
import io.xlink.model.ActivityImport;
import io.xlink.model.CallPage;
import io.xlink.model.CallTable;
import io.xlink.model.LocalDay;
import io.xlink.model.QueuePath;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is remembered of imports: which intervals had data. */
class ReportedDaysTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
    private static final Clock CLOCK =
            Clock.fixed(TODAY.atTime(12, 0).atZone(ZONE).toInstant(), ZONE);
    private static final Set<QueuePath> MAPPED =
            Set.of(QueuePath.of("A"), QueuePath.of("B"), QueuePath.of("Service", "C"));

    @TempDir
    Path data;

    private ReportedDays days;

    @BeforeEach
    void open() {
        days = new ReportedDays(data, 100, CLOCK);
    }

    @AfterEach
    void close() throws Exception {
        days.close();
    }

    private static CallPage page(String queue, LocalDate day, int... intervals) {
        BitSet present = new BitSet();
        for (int interval : intervals) {
            present.set(interval);
        }
        return new CallPage(QueuePath.of(queue.split(":")), new LocalDay(day, ZONE), new double[1][100], present);
    }

    private static Reported calls(int minutes, CallPage... pages) {
        return whole(minutes, Set.of(), pages);
    }

    private static Reported whole(int minutes, Set<LocalDate> whole, CallPage... pages) {
        Set<LocalDay> days = whole.stream().map(day -> new LocalDay(day, ZONE)).collect(Collectors.toSet());
        return Reported.of(new CallTable("ACD", minutes, List.of("Calls"), List.of(pages), days), MAPPED);
    }

    private Map<LocalDate, Map<String, String>> known(String system) throws SQLException {
        try (ReportedReader reader =
                new ReportedReader(ImporterDatabase.openReadOnly(data).orElseThrow())) {
            return reader.history(system, ZONE, TODAY.minusDays(200), TODAY.plusDays(400)).days().values().stream()
                    .collect(Collectors.toMap(
                            KnownDay::date,
                            day -> day.queues().entrySet().stream()
                                    .collect(Collectors.toMap(
                                            Map.Entry::getKey, queue -> day.minutes() + ": " + queue.getValue()))));
        }
    }

    @Test
    void filesAddIntervalsAndWholeDaysReplaceThem() throws SQLException {
        days.note(calls(15, page("A", TODAY, 1, 2), page("Service:C", TODAY, 95), page("unmapped", TODAY, 5)));
        days.note(calls(15, page("A", TODAY, 2, 3)));
        assertThat(known("ACD")).isEqualTo(Map.of(TODAY, Map.of("A", "15: {1, 2, 3}", "Service:C", "15: {95}")));
        days.note(whole(15, Set.of(TODAY, TODAY.minusDays(1)), page("A", TODAY, 2)));
        assertThat(known("ACD")).isEqualTo(Map.of(TODAY, Map.of("A", "15: {2}")));
        assertThat(days.systemDays("ACD").days().get(TODAY).any().toString()).isEqualTo("{2}");
        assertThat(known("other")).isEmpty();
    }

    @Test
    void activitiesAreKeptBesideCallsWhateverTheirIntervals() throws SQLException {
        long start = TODAY.atTime(23, 50).atZone(ZONE).toEpochSecond();
        ActivityImport night = ActivityImport.of(
                UUID.randomUUID(),
                "WFM",
                "ACD",
                new LocalDay(TODAY, ZONE),
                List.of(new ActivityColumn("7", "1", new long[] {start}, new int[] {1200}), ActivityColumn.none("8")));
        Reported.ofActivities(List.of(night, "receipt"), ZONE).forEach(days::note);
        assertThat(known("ACD"))
                .isEqualTo(Map.of(TODAY, Map.of("", "15: {95}"), TODAY.plusDays(1), Map.of("", "15: {0}")));
        days.note(whole(60, Set.of(TODAY), page("A", TODAY, 8)));
        Reported.ofActivities(List.of(night), ZONE).forEach(days::note);
        assertThat(known("ACD").get(TODAY)).isEqualTo(Map.of("A", "60: {8}", "", "60: {23}"));
        days.note(calls(30, page("A", TODAY, 20)));
        assertThat(known("ACD").get(TODAY)).isEqualTo(Map.of("A", "30: {16, 17, 20}", "", "30: {46, 47}"));
    }

    @Test
    void daysLongAgoAndDaysToComeAreNotKept() throws Exception {
        days.note(calls(15, page("A", TODAY.minusDays(100), 1), page("A", TODAY.minusDays(101), 1)));
        days.note(calls(15, page("A", TODAY.plusDays(1), 1), page("A", TODAY.plusDays(2), 1)));
        assertThat(known("ACD")).containsOnlyKeys(TODAY.minusDays(100), TODAY.plusDays(1));
        try (ReportedDays later = new ReportedDays(data, 100, Clock.offset(CLOCK, Duration.ofDays(1)))) {
            later.note(calls(15));
        }
        assertThat(known("ACD")).containsOnlyKeys(TODAY.plusDays(1));
    }

    @Test
    void aDatabaseThatCannotBeWrittenIsToldAndForgottenNothing() throws Exception {
        days.note(calls(15, page("A", TODAY, 1)));
        try (var other = ImporterDatabase.open(data);
                var statement = other.createStatement()) {
            statement.execute(
                    "create trigger full before insert on reported_day begin select raise(abort, 'full'); end");
            assertThatThrownBy(() -> days.note(calls(15, page("A", TODAY, 2), page("B", TODAY, 3))))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("full");
            statement.execute("drop trigger full");
        }
        assertThat(known("ACD")).isEqualTo(Map.of(TODAY, Map.of("A", "15: {1}")));
        days.note(calls(15, page("B", TODAY, 3)));
        assertThat(known("ACD")).isEqualTo(Map.of(TODAY, Map.of("A", "15: {1}", "B", "15: {3}")));
    }

    @RepeatedTest(5)
    void randomImportsAreWhatAMapRemembers() throws Exception {
        long seed = Long.getLong("xlink.test.seed", System.nanoTime());
        Random random = new Random(seed);
        Map<LocalDate, Map<String, BitSet>> expected = new HashMap<>();
        for (int i = 0; i < 60; i++) {
            LocalDate day = TODAY.minusDays(random.nextInt(4));
            boolean whole = random.nextBoolean();
            List<CallPage> pages = new ArrayList<>();
            Map<String, BitSet> known = expected.computeIfAbsent(day, d -> new HashMap<>());
            if (whole) {
                known.clear();
            }
            for (String queue : List.of("A", "B", "Service:C")) {
                if (random.nextInt(3) > 0) {
                    int[] intervals =
                            random.ints(random.nextInt(5), 0, 96).distinct().toArray();
                    pages.add(page(queue, day, intervals));
                    BitSet bits = known.computeIfAbsent(queue, q -> new BitSet());
                    for (int interval : intervals) {
                        bits.set(interval);
                    }
                }
            }
            days.note(whole(15, whole ? Set.of(day) : Set.of(), pages.toArray(CallPage[]::new)));
            if (random.nextInt(10) == 0) {
                days.close();
                days = new ReportedDays(data, 100, CLOCK);
            }
            Map<LocalDate, Map<String, String>> right = new HashMap<>();
            expected.forEach((date, queues) -> queues.forEach((queue, bits) -> {
                if (!bits.isEmpty()) {
                    right.computeIfAbsent(date, d -> new HashMap<>()).put(queue, "15: " + bits);
                }
            }));
            assertThat(known("ACD")).as("seed " + seed).isEqualTo(right);
        }
    }
}
