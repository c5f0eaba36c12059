package io.xlink.importer.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.xlink.config.keys.ImportMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When runs begin (specification, section 6). */
class RunTimesTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void everyFifteenMinutesWithAReferenceTime() {
        assertThat(runs("every 15 00:05", BERLIN, "2026-11-26T10:00", 5))
                .containsExactly(
                        "2026-11-26T10:05",
                        "2026-11-26T10:20",
                        "2026-11-26T10:35",
                        "2026-11-26T10:50",
                        "2026-11-26T11:05");
    }

    @Test
    void theReferenceTimeMayBeAnyOfTheRuns() {
        assertThat(runs("every 15 13:50", BERLIN, "2026-11-26T10:00", 2))
                .containsExactly("2026-11-26T10:05", "2026-11-26T10:20");
    }

    @Test
    void aNewDayCountsAnew() {
        assertThat(runs("every 50 00:10", BERLIN, "2026-11-26T23:00", 3))
                .containsExactly("2026-11-26T23:30", "2026-11-27T00:10", "2026-11-27T01:00");
    }

    @Test
    void onTheLongDayTheHourThatComesTwiceHasRunsTwice() {
        List<Instant> runs = instants("every 30 00:05", BERLIN, "2026-10-25T01:40", 6);
        assertThat(runs.stream().map(run -> run.atZone(BERLIN).toString().substring(11, 22)))
                .containsExactly(
                        "02:05+02:00", "02:35+02:00", "02:05+01:00", "02:35+01:00", "03:05+01:00", "03:35+01:00");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Europe/Berlin",
                "America/New_York",
                "Australia/Lord_Howe",
                "America/Sao_Paulo",
                "Asia/Tehran",
                "UTC"
            })
    void aDailyRunHappensOnceOnEveryDayOfTwentyYears(String zone) {
        for (String at : List.of("00:00", "00:30", "02:30", "01:59", "23:59")) {
            List<Instant> runs = instants("daily " + at, ZoneId.of(zone), "2005-01-01T00:00", 20 * 365);
            LocalDate expected = runs.get(0).atZone(ZoneId.of(zone)).toLocalDate();
            Instant before = Instant.MIN;
            for (Instant run : runs) {
                assertThat(run.atZone(ZoneId.of(zone)).toLocalDate())
                        .as("daily %s", at)
                        .isEqualTo(expected);
                assertThat(run).isAfter(before);
                expected = expected.plusDays(1);
                before = run;
            }
        }
    }

    @Test
    void aDailyTimeThatTheClockSkipsComesWhenItGoesOn() {
        assertThat(runs("daily 02:30", BERLIN, "2026-03-28T12:00", 2))
                .containsExactly("2026-03-29T03:30", "2026-03-30T02:30");
    }

    @Test
    void noneHasNoRuns() {
        assertThat(new RunTimes(ImportMode.of("none"), BERLIN).next(Instant.EPOCH))
                .isEmpty();
    }

    @Test
    void theDailyModeIsAboutThePreviousDayAndTheOtherAboutTheCurrentOne() {
        Instant night = LocalDateTime.parse("2026-11-26T00:05").atZone(BERLIN).toInstant();
        assertThat(new RunTimes(ImportMode.of("daily 00:05"), BERLIN).newestDay(night))
                .isEqualTo("2026-11-25");
        assertThat(new RunTimes(ImportMode.of("every 15"), BERLIN).newestDay(night))
                .isEqualTo("2026-11-26");
    }

    private static List<String> runs(String mode, ZoneId zone, String after, int count) {
        return instants(mode, zone, after, count).stream()
                .map(run -> run.atZone(zone).toLocalDateTime().toString())
                .toList();
    }

    private static List<Instant> instants(String mode, ZoneId zone, String after, int count) {
        RunTimes times = new RunTimes(ImportMode.of(mode), zone);
        List<Instant> runs = new ArrayList<>();
        Instant last = LocalDateTime.parse(after).atZone(zone).toInstant();
        for (int i = 0; i < count; i++) {
            last = times.next(last).orElseThrow();
            runs.add(last);
        }
        return runs;
    }
}
