package io.xlink.importer;

import static org.assertj.core.api.Assertions.assertThat;

import io.xlink.model.CallPage;
import io.xlink.model.CallTable;
import io.xlink.model.LocalDay;
import io.xlink.model.QueuePath;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said when a file's figures replace another file's. */
class OverlapsTest {
    private static final Instant NOW = Instant.parse("2026-03-02T08:15:00Z");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    @TempDir
    Path data;

    @Test
    void anotherFilesIntervalsAreCountedByQueueAndDay() throws Exception {
        assertThat(note("calls-1.csv", table(DAY, 0, 40, "A", "B", "C"))).isEmpty();
        assertThat(note("calls-2.csv", table(DAY, 30, 60, "A", "B", "D")))
                .containsExactly("calls-2.csv: 20 intervals of 2 queues on 2026-03-01 replace those of calls-1.csv");
        assertThat(note("calls-3.csv", table(DAY, 39, 40, "A")))
                .containsExactly("calls-3.csv: 1 interval of 1 queue on 2026-03-01 replace those of calls-2.csv");
        assertThat(note("calls-4.csv", table(DAY, 0, 96, "A")))
                .containsExactly(
                        "calls-4.csv: 30 intervals of 1 queue on 2026-03-01 replace those of calls-1.csv",
                        "calls-4.csv: 29 intervals of 1 queue on 2026-03-01 replace those of calls-2.csv",
                        "calls-4.csv: 1 interval of 1 queue on 2026-03-01 replace those of calls-3.csv");
    }

    @Test
    void aFileMayReplaceItself() throws Exception {
        note("calls.csv", table(DAY, 0, 40, "A"));
        assertThat(note("calls.csv", table(DAY, 0, 96, "A"))).isEmpty();
    }

    @Test
    void daysAreNamedFromTheFirstToTheLast() throws Exception {
        CallTable year = new CallTable("ACD", 15, List.of("Calls"), pages(365));
        note("calls-1.csv", year);
        assertThat(note("calls-2.csv", year))
                .containsExactly("calls-2.csv: 70080 intervals of 2 queues from 2026-03-01 to 2027-02-28 replace those"
                        + " of calls-1.csv");
    }

    @Test
    void ofFilesThatWereSummedOneIsNamed() throws Exception {
        Coverage.Sources sources = new Coverage.Sources();
        sources.add(Path.of("/in/a.csv"), table(DAY, 0, 10, "A"));
        sources.add(Path.of("/in/b.csv"), table(DAY, 10, 20, "A", "B"));
        try (Overlaps overlaps = open(NOW)) {
            overlaps.note("ACD", sources.of(table(DAY, 0, 20, "A", "B")));
        }
        assertThat(note("c.csv", table(DAY, 15, 16, "A", "B")))
                .containsExactlyInAnyOrder(
                        "c.csv: 1 interval of 1 queue on 2026-03-01 replace those of a.csv and others",
                        "c.csv: 1 interval of 1 queue on 2026-03-01 replace those of b.csv");
    }

    @Test
    void aFileThatTheServerRefusedIsLeftOut() {
        Coverage.Sources sources = new Coverage.Sources();
        sources.add(Path.of("/in/a.csv"), table(DAY, 0, 10, "A", "C"));
        sources.add(Path.of("/in/b.csv"), table(DAY, 10, 20, "B", "C"));
        Coverage all = sources.of(table(DAY, 0, 20, "A", "B", "C"));
        assertThat(all.of(List.of(Path.of("/in/b.csv"))).days().get(DAY)).containsOnlyKeys("B", "C");
        assertThat(all.of(List.of(Path.of("/in/a.csv"), Path.of("/in/b.csv")))).isEqualTo(all);
    }

    @Test
    void linesAreBounded() throws Exception {
        for (int file = 0; file < 30; file++) {
            note("calls-" + file + ".csv", table(DAY, 0, 1, "Queue " + file));
        }
        Coverage.Sources sources = new Coverage.Sources();
        String[] queues = new String[30];
        for (int file = 0; file < 30; file++) {
            queues[file] = "Queue " + file;
        }
        CallTable all = table(DAY, 0, 1, queues);
        sources.add(Path.of("/in/all.csv"), all);
        try (Overlaps overlaps = open(NOW)) {
            assertThat(overlaps.note("ACD", sources.of(all)))
                    .hasSize(21)
                    .endsWith("intervals of 10 more pairs of files replace one another");
        }
    }

    @Test
    void sourcesAndOtherIntervalsHaveNothingInCommon() throws Exception {
        note("calls-1.csv", table(DAY, 0, 40, "A"));
        try (Overlaps overlaps = open(NOW)) {
            assertThat(overlaps.note("PBX", coverage("calls-2.csv", table(DAY, 0, 40, "A"))))
                    .isEmpty();
            CallTable hours = new CallTable("ACD", 60, List.of("Calls"), List.of(page("A", DAY, 0, 10)));
            assertThat(overlaps.note("ACD", coverage("calls-2.csv", hours))).isEmpty();
        }
    }

    @Test
    void whatIsOldIsForgotten() throws Exception {
        note("calls-1.csv", table(DAY, 0, 40, "A"));
        try (Overlaps overlaps = open(NOW.plus(Duration.ofDays(401)))) {
            overlaps.note("ACD", coverage("other.csv", table(DAY.plusDays(401), 0, 1, "A")));
            assertThat(overlaps.note("ACD", coverage("calls-2.csv", table(DAY, 0, 40, "A"))))
                    .isEmpty();
        }
    }

    /** Against a map of who was last in each interval. */
    @Test
    void theRestOfEveryFileIsKnown() throws Exception {
        Random random = new Random(20260301);
        Map<String, String> owner = new TreeMap<>();
        try (Overlaps overlaps = open(NOW)) {
            for (int round = 0; round < 300; round++) {
                // Fewer files than parts are kept of a queue.
                String file = "calls-" + random.nextInt(7) + ".csv";
                String queue = "Queue " + random.nextInt(3);
                int from = random.nextInt(96);
                int to = from + 1 + random.nextInt(96 - from);
                Map<String, Integer> expected = new TreeMap<>();
                for (int i = from; i < to; i++) {
                    String before = owner.put(queue + i, file);
                    if (before != null && !before.equals(file)) {
                        expected.merge(before, 1, Integer::sum);
                    }
                }
                List<String> lines = expected.entrySet().stream()
                        .map(entry -> file + ": " + entry.getValue()
                                + (entry.getValue() == 1 ? " interval" : " intervals")
                                + " of 1 queue on 2026-03-01 replace those of " + entry.getKey())
                        .toList();
                assertThat(overlaps.note("ACD", coverage(file, table(DAY, from, to, queue))))
                        .as("round %d", round)
                        .containsExactlyInAnyOrderElementsOf(lines);
            }
        }
    }

    private List<String> note(String file, CallTable table) throws Exception {
        try (Overlaps overlaps = open(NOW)) {
            return overlaps.note("ACD", coverage(file, table));
        }
    }

    private static Coverage coverage(String file, CallTable table) {
        Coverage.Sources sources = new Coverage.Sources();
        sources.add(Path.of("/in", file), table);
        return sources.of(table);
    }

    private Overlaps open(Instant now) {
        return new Overlaps(data, Clock.fixed(now, ZoneOffset.UTC));
    }

    private static List<CallPage> pages(int days) {
        List<CallPage> pages = new ArrayList<>();
        for (int day = 0; day < days; day++) {
            pages.add(page("A", DAY.plusDays(day), 0, 96));
            pages.add(page("B", DAY.plusDays(day), 0, 96));
        }
        return pages;
    }

    private static CallTable table(LocalDate day, int from, int to, String... queues) {
        List<CallPage> pages = new ArrayList<>();
        for (String queue : queues) {
            pages.add(page(queue, day, from, to));
        }
        return new CallTable("ACD", 15, List.of("Calls"), pages);
    }

    private static CallPage page(String queue, LocalDate day, int from, int to) {
        BitSet present = new BitSet();
        present.set(from, to);
        return new CallPage(QueuePath.of(queue), new LocalDay(day, BERLIN), new double[1][100], present);
    }
}
