package io.xlink.source.csv;

import static org.assertj.core.api.Assertions.assertThat;

import io.xlink.config.IniSections;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Times near changes of the clock, against java.time. */
class ActivityClockTest {
    private static final long SEED = Long.getLong("xlink.test.seed", 20191027);

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Europe/Berlin", // one hour
                "Australia/Lord_Howe", // half an hour
                "America/St_Johns", // at a minute past midnight, once by two hours
                "Africa/Casablanca", // two changes within weeks
                "Pacific/Apia", // a day that does not exist
                "America/Sao_Paulo", // at midnight
                "Asia/Kolkata" // none
            })
    void aTimeIsReadWithTheOffsetBeforeTheChange(String id) throws IOException {
        ZoneId zone = ZoneId.of(id);
        Random random = new Random(SEED);
        List<LocalDateTime> times = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            LocalDateTime time = LocalDateTime.of(1980, 1, 1, 0, 0).plusSeconds(random.nextInt(1_500_000_000));
            times.add(time);
            ZoneOffsetTransition change =
                    zone.getRules().nextTransition(time.atZone(zone).toInstant());
            if (change != null) {
                times.add(change.getDateTimeBefore().plusSeconds(random.nextInt(14_400) - 7_200));
                times.add(change.getDateTimeBefore());
                times.add(change.getDateTimeAfter());
            }
        }
        // Each row has an agent of its own, so that none goes back.
        AgentActivities read = read("TimeZone=" + id, times, true);
        assertThat(read.size()).isEqualTo(times.size());
        for (int row = 0; row < read.size(); row++) {
            assertThat(read.start(row))
                    .as(times.get(row) + " seed " + SEED)
                    .isEqualTo(times.get(row).atZone(zone).toEpochSecond());
        }
    }

    /** A clock of a half-hour overlap: going back by a quarter of an hour is enough. */
    @Test
    void theSecondPassBeginsWhenStartsGoBackByHalfTheOverlap() throws IOException {
        List<LocalDateTime> times = List.of(
                LocalDateTime.parse("2019-04-07T01:40:00"),
                LocalDateTime.parse("2019-04-07T01:50:00"),
                LocalDateTime.parse("2019-04-07T01:36:00"),
                LocalDateTime.parse("2019-04-07T01:35:00"),
                LocalDateTime.parse("2019-04-07T01:55:00"),
                LocalDateTime.parse("2019-04-07T02:10:00"));
        ZoneId zone = ZoneId.of("Australia/Lord_Howe");
        List<Long> earlier =
                times.stream().map(time -> time.atZone(zone).toEpochSecond()).toList();

        AgentActivities read = read("TimeZone=" + zone, times, false);

        assertThat(read.start(0)).isEqualTo(earlier.get(0));
        assertThat(read.start(1)).isEqualTo(earlier.get(1));
        assertThat(read.start(2)).as("14 minutes").isEqualTo(earlier.get(2));
        assertThat(read.start(3)).as("1 minute more").isEqualTo(earlier.get(3));
        assertThat(read.start(4)).isEqualTo(earlier.get(4));
        assertThat(read.start(5)).isEqualTo(earlier.get(5));

        List<LocalDateTime> back = List.of(times.get(1), times.get(3), times.get(4), times.get(5));
        read = read("TimeZone=" + zone, back, false);
        assertThat(read.start(0)).isEqualTo(earlier.get(1));
        assertThat(read.start(1)).as("15 minutes").isEqualTo(earlier.get(3) + 1800);
        assertThat(read.start(2)).isEqualTo(earlier.get(4) + 1800);
        assertThat(read.start(3)).isEqualTo(earlier.get(5));
    }

    private AgentActivities read(String key, List<LocalDateTime> times, boolean manyAgents) throws IOException {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < times.size(); i++) {
            rows.append(manyAgents ? "a" + i : "a")
                    .append(";x;")
                    .append(times.get(i))
                    .append(";60\n");
        }
        Path file = Files.writeString(directory.resolve("a.csv"), rows);
        CsvActivityFormat format = CsvActivityFormat.of(IniSections.of(
                Path.of("test.ini"),
                "[CSV]\nAgentColumn=1\nActivityColumn=2\nActivityStartTimeStampColumn=3\nActivityDurationColumn=4\n"
                        + key + "\n"));
        ListedRejects rejects = new ListedRejects();
        AgentActivities read = CsvActivityReader.read(file, format, ZoneId.of("Europe/Berlin"), rejects)
                .activities();
        assertThat(rejects.rejects.stream().map(Reject::reason).collect(Collectors.toSet()))
                .isEmpty();
        return read;
    }
}
