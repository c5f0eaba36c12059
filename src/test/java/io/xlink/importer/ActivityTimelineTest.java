package io.xlink.importer;

import static org.assertj.core.api.Assertions.assertThat;

import io.xlink.config.IniSections;
import io.xlink.model.ActivityImport;
import io.xlink.source.csv.CsvActivityFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Activities that the agent's next one ends, while deliveries fail and the program is started again. */
class ActivityTimelineTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final Instant NOW = Instant.parse("2024-01-03T00:00:00Z");

    @TempDir
    Path data;

    private final HeldActivities server = new HeldActivities();
    private ActivityTimeline timeline;
    private CsvActivitySource source;
    private FoundFiles found;

    @BeforeEach
    void start() {
        found = new FoundFiles("ACD", data);
        start(NOW, "");
    }

    @AfterEach
    void stop() throws Exception {
        timeline.close();
        found.close();
    }

    private void start(Instant now, String keys) {
        CsvActivityFormat format = CsvActivityFormat.of(IniSections.of(
                Path.of("test.ini"),
                "[ACD]\nAgentColumn=1\nActivityColumn=2\nActivityStartTimeStampColumn=3\nActivityTimeSpanType=2\n"
                        + "LogOffActivities=out\n" + keys));
        timeline = new ActivityTimeline(data, Clock.fixed(now, ZoneOffset.UTC), ZONE);
        source = new CsvActivitySource(
                new CsvActivitySystem(
                        "ACD",
                        new CsvFolder(data, CsvFolder.Disposal.STAY, Optional.empty(), FileNames.ALL, false),
                        format),
                ZONE,
                new BatchReader(),
                List.of("WFM"),
                timeline);
    }

    private void restart(Instant now, String keys) throws Exception {
        timeline.close();
        start(now, keys);
    }

    @Test
    void aRetryDeliversTheSame() throws Exception {
        Path file = file("a.csv", "1;a;02.01.2024 08:00", "1;b;02.01.2024 09:00", "1;out;02.01.2024 10:00");
        List<ActivityImport> first = source.read(found.of(List.of(file))).imports();
        restart(NOW, "");
        List<ActivityImport> again = source.read(found.of(List.of(file))).imports();

        assertThat(again).hasSize(1);
        assertThat(again.get(0).withId(first.get(0).id())).isEqualTo(first.get(0));
    }

    @Test
    void whatFailedIsDeliveredWithTheNextFile() throws Exception {
        source.read(found.of(List.of(file("a.csv", "1;a;02.01.2024 08:00", "1;b;02.01.2024 09:00"))));
        restart(NOW, "");
        deliver(file("b.csv", "1;out;02.01.2024 10:00"));

        assertThat(server.lines(ZONE))
                .containsExactly(
                        "1;a;2024-01-02T08:00:00;2024-01-02T09:00:00", "1;b;2024-01-02T09:00:00;2024-01-02T10:00:00");
    }

    @Test
    void aRetryDoesNotUndoWhatALaterFileSaid() throws Exception {
        Path failed = file("a.csv", "1;a;02.01.2024 08:00", "1;x;02.01.2024 09:00", "1;out;02.01.2024 10:00");
        source.read(found.of(List.of(failed)));
        deliver(file("b.csv", "1;b;02.01.2024 08:30", "1;c;02.01.2024 09:30"));
        List<String> after = server.lines(ZONE);
        restart(NOW, "");
        deliver(failed);

        assertThat(server.lines(ZONE))
                .isEqualTo(after)
                .containsExactly(
                        "1;a;2024-01-02T08:00:00;2024-01-02T08:30:00",
                        "1;b;2024-01-02T08:30:00;2024-01-02T09:30:00",
                        "1;c;2024-01-02T09:30:00;2024-01-02T10:00:00");
    }

    @Test
    void aFileThatIsDroppedOnceMoreIsDeliveredOnceMore() throws Exception {
        Path file = file("a.csv", "1;a;02.01.2024 08:00", "1;out;02.01.2024 10:00");
        deliver(file);
        assertThat(source.read(found.of(List.of(file))).imports()).hasSize(1);
    }

    @Test
    void aFailedFileThatReadsOtherwiseNowIsTakenAgain() throws Exception {
        Path file = file("a.csv", "1;a;02.01.2024 08:00", "1;out;02.01.2024 10:00");
        source.read(found.of(List.of(file)));
        restart(NOW, "TimeZone=1\n");
        deliver(file);

        assertThat(server.lines(ZONE)).contains("1;a;2024-01-02T09:00:00;2024-01-02T11:00:00");
    }

    @Test
    void anAgentWhoseDayIsEmptyNowIsCleared() throws Exception {
        deliver(file("a.csv", "1;a;02.01.2024 08:00", "1;out;02.01.2024 10:00"));
        deliver(file("b.csv", "1;out;02.01.2024 08:00", "1;out;02.01.2024 10:00"));

        assertThat(server.lines(ZONE)).isEmpty();
    }

    @Test
    void otherSystemsHaveOtherTimelines() throws Exception {
        source.read(found.of(List.of(file("a.csv", "1;a;02.01.2024 08:00"))));
        CsvActivitySource other = new CsvActivitySource(
                new CsvActivitySystem(
                        "Other",
                        new CsvFolder(data, CsvFolder.Disposal.STAY, Optional.empty(), FileNames.ALL, false),
                        CsvActivityFormat.of(IniSections.of(
                                Path.of("test.ini"),
                                "[ACD]\nAgentColumn=1\nActivityColumn=2\nActivityStartTimeStampColumn=3\n"
                                        + "ActivityTimeSpanType=2\n"))),
                ZONE,
                new BatchReader(),
                List.of("WFM"),
                timeline);
        ActivityBatch batch = other.read(found.of(List.of(file("b.csv", "1;b;02.01.2024 09:00"))));

        batch.imports().forEach(server::take);
        assertThat(server.lines(ZONE)).isEmpty();
    }

    @Test
    void startsAreForgottenWhenNoActivityCanLastThatLong() throws Exception {
        deliver(file("a.csv", "1;a;02.01.2024 08:00", "2;a;02.01.2024 08:00"));
        restart(NOW.plusSeconds(401L * 86_400), "");
        deliver(file("b.csv", "2;b;06.02.2025 08:00"));
        deliver(file("c.csv", "1;out;03.01.2024 08:00", "2;out;06.02.2025 09:00"));

        assertThat(server.lines(ZONE)).containsExactly("2;b;2025-02-06T08:00:00;2025-02-06T09:00:00");
    }

    @Test
    void oldDaysMayBeImportedNow() throws Exception {
        deliver(file("a.csv", "1;a;02.01.2014 08:00", "1;b;02.01.2014 09:00"));
        deliver(file("b.csv", "1;out;02.01.2014 10:00"));

        assertThat(server.lines(ZONE)).hasSize(2);
    }

    /** One agent's day of 10,000 starts, in files of one row: what is written is the day and not all that is known. */
    @Test
    void theStartsOfADayComeOneByOne() throws Exception {
        LocalDateTime time = LocalDateTime.parse("2024-01-02T00:00:00");
        TreeMap<LocalDateTime, String> rows = new TreeMap<>();
        for (int i = 0; i < 300; i++) {
            rows.put(time.plusSeconds(60L * i), "1;a;" + time.plusSeconds(60L * i));
        }
        int number = 0;
        for (String row : rows.values()) {
            deliver(file(number++ + ".csv", row));
        }
        assertThat(server.lines(ZONE)).hasSize(299).allMatch(line -> line.startsWith("1;a;2024-01-02T0"));
    }

    private void deliver(Path file) throws IOException {
        ActivityBatch batch = source.read(found.of(List.of(file)));
        batch.imports().forEach(server::take);
        source.delivered(batch);
    }

    private Path file(String name, String... rows) throws IOException {
        List<String> lines = new ArrayList<>(List.of(rows));
        Path file = Files.write(data.resolve(name), lines);
        return Files.setLastModifiedTime(file, FileTime.from(NOW));
    }
}
