package io.xlink.importer;

import static org.assertj.core.api.Assertions.assertThat;

import io.xlink.config.IniSections;
import io.xlink.model.ActivityColumn;
import io.xlink.source.csv.CsvActivityFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random days of agents, cut into random files, which are imported in a random order, several at once or one by one, while
 * deliveries fail and the program is started again, against all rows in one list.
 */
class RandomTimelineTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    /** The night in which clocks go back lies within the time that rows are made for. */
    private static final long FIRST = Instant.parse("2024-10-25T00:00:00Z").getEpochSecond();

    private static final Instant NOW = Instant.parse("2024-11-03T00:00:00Z");
    private static final List<String> ACTIVITIES = List.of("login", "talk", "break", "unlisted", "out", "gone");
    private static final Set<String> DELIVERED = Set.of("login", "talk", "break");
    private static final int MINIMUM = 30;

    @TempDir
    Path data;

    private record Start(String agent, long second, String activity) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
    void theServerHasWhatFollowsFromAllRows(long seed) throws Exception {
        Random random = new Random(seed);
        CsvActivityFormat format = CsvActivityFormat.of(IniSections.of(
                Path.of("test.ini"),
                "[ACD]\nAgentColumn=1\nActivityColumn=2\nActivityStartTimeStampColumn=3\nActivityTimeSpanType=2\n"
                        + "LogOffActivities=out;gone\nActivityIdentifiers=login;talk;break\n"
                        + "MinimumActivityDuration=" + MINIMUM + "\n"));
        HeldActivities server = new HeldActivities();
        Map<String, TreeMap<Long, String>> known = new TreeMap<>();
        List<List<Start>> files = files(random);
        List<List<Path>> waiting = new ArrayList<>();
        Map<Path, List<Start>> rows = new HashMap<>();
        for (int i = 0; i < files.size(); i++) {
            Path file = write(i + ".csv", files.get(i), random);
            rows.put(file, files.get(i));
            boolean together = !waiting.isEmpty() && random.nextInt(4) == 0;
            if (together) {
                waiting.get(waiting.size() - 1).add(file);
            } else {
                waiting.add(new ArrayList<>(List.of(file)));
            }
        }
        ActivityTimeline timeline = open();
        Set<List<Path>> taken = new HashSet<>();
        try (FoundFiles found = new FoundFiles("ACD", data)) {
            while (!waiting.isEmpty()) {
                List<Path> batch = waiting.remove(0);
                CsvActivitySource source = source(format, timeline);
                ActivityBatch read = source.read(found.of(batch));
                if (!taken.contains(batch)) {
                    naive(
                            known,
                            batch.stream()
                                    .flatMap(file -> rows.get(file).stream())
                                    .toList());
                }
                int outcome = random.nextInt(4);
                if (outcome > 0) {
                    // A failed delivery may have reached the server in part.
                    int stored = outcome == 3
                            ? read.imports().size()
                            : random.nextInt(read.imports().size() + 1);
                    read.imports().subList(0, stored).forEach(server::take);
                }
                if (outcome == 3) {
                    source.delivered(read);
                    taken.remove(batch);
                    if (random.nextInt(10) == 0) {
                        waiting.add(batch); // Dropped once more.
                    }
                } else {
                    taken.add(batch);
                    waiting.add(Math.min(waiting.size(), random.nextInt(3)), batch);
                }
                if (random.nextInt(3) == 0) {
                    timeline.close();
                    timeline = open();
                }
                if (outcome == 3) {
                    assertThat(server.exact()).as("seed " + seed).isEqualTo(delivered(known));
                }
            }
        } finally {
            timeline.close();
        }
        assertThat(server.exact()).isEqualTo(delivered(known)).isNotEmpty();
    }

    /** The rule in its plainest form: what files say replaces what was known between their first and their last start. */
    private static void naive(Map<String, TreeMap<Long, String>> known, List<Start> said) {
        Map<String, TreeMap<Long, String>> byAgent = new HashMap<>();
        said.forEach(start ->
                byAgent.computeIfAbsent(start.agent, a -> new TreeMap<>()).put(start.second, start.activity));
        byAgent.forEach((agent, starts) -> {
            TreeMap<Long, String> all = known.computeIfAbsent(agent, a -> new TreeMap<>());
            all.keySet().removeIf(second -> second >= starts.firstKey() && second <= starts.lastKey());
            all.putAll(starts);
        });
    }

    private static List<String> delivered(Map<String, TreeMap<Long, String>> known) {
        List<String> lines = new ArrayList<>();
        known.forEach((agent, starts) -> starts.forEach((second, activity) -> {
            Long end = starts.higherKey(second);
            if (end != null
                    && DELIVERED.contains(activity)
                    && end - second >= MINIMUM
                    && end - second <= ActivityColumn.LONGEST) {
                lines.add(agent + ";" + activity + ";" + second + ";" + (end - second));
            }
        }));
        return lines;
    }

    /** Files with pieces of some agents' days, some of them twice with other activities, in a random order. */
    private static List<List<Start>> files(Random random) {
        List<List<Start>> files = new ArrayList<>();
        int agents = 1 + random.nextInt(4);
        for (int agent = 0; agent < agents; agent++) {
            long second = FIRST;
            List<Start> piece = new ArrayList<>();
            int count = 20 + random.nextInt(60);
            for (int i = 0; i < count; i++) {
                second += random.nextInt(8) == 0 ? random.nextInt(100_000) : random.nextInt(3000);
                piece.add(new Start("a" + agent, second, activity(random)));
                if (random.nextInt(8) == 0) {
                    files.add(piece);
                    if (random.nextInt(4) == 0) {
                        files.add(piece.stream()
                                .filter(start -> random.nextInt(4) > 0)
                                .map(start -> new Start(start.agent, start.second, activity(random)))
                                .toList());
                    }
                    piece = new ArrayList<>();
                }
            }
            files.add(piece);
        }
        files.removeIf(List::isEmpty);
        if (random.nextBoolean()) {
            Collections.shuffle(files, random);
        }
        // Some files hold several agents.
        for (int i = files.size() - 1; i > 0; i--) {
            if (random.nextInt(4) == 0) {
                List<Start> both = new ArrayList<>(files.get(i - 1));
                both.addAll(files.remove(i));
                files.set(i - 1, both);
            }
        }
        return files;
    }

    private static String activity(Random random) {
        return ACTIVITIES.get(random.nextInt(ACTIVITIES.size()));
    }

    private Path write(String name, List<Start> starts, Random random) throws IOException {
        List<Start> shuffled = new ArrayList<>(starts);
        if (random.nextBoolean() && shuffled.stream().distinct().count() == shuffled.size()) {
            Map<String, Start> unique = new TreeMap<>();
            starts.forEach(start -> unique.put(start.agent + start.second, start));
            if (unique.size() == shuffled.size()) {
                Collections.shuffle(shuffled, random);
            }
        }
        Path file = Files.write(
                data.resolve(name),
                shuffled.stream()
                        .map(start -> start.agent + ";" + start.activity + ";" + Instant.ofEpochSecond(start.second))
                        .toList());
        return Files.setLastModifiedTime(file, FileTime.from(NOW));
    }

    private ActivityTimeline open() {
        return new ActivityTimeline(data, Clock.fixed(NOW.plus(Duration.ofDays(1)), ZoneOffset.UTC), ZONE);
    }

    private CsvActivitySource source(CsvActivityFormat format, ActivityTimeline timeline) {
        return new CsvActivitySource(
                new CsvActivitySystem(
                        "ACD",
                        new CsvFolder(data, CsvFolder.Disposal.STAY, Optional.empty(), FileNames.ALL, false),
                        format),
                ZONE,
                new BatchReader(),
                List.of("WFM"),
                timeline);
    }
}
