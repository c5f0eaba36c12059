package io.xlink.importer.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.xlink.config.keys.ImportMode;
import io.xlink.model.LocalDay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is due when, by a clock that the test sets. */
class DayScheduleTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final long SEED = 20_261_126;

    private final TreeMap<LocalDate, Instant> imported = new TreeMap<>();
    private Duration late = Duration.ZERO;
    private Reimport reimport = Reimport.NONE;
    private Instant now = at("2026-11-26T10:00");

    private final DayMemory memory = new DayMemory() {
        @Override
        public NavigableMap<LocalDate, Instant> since(LocalDate first) {
            LocalDate from = imported.floorKey(first);
            return new TreeMap<>(imported.tailMap(from == null ? first : from, true));
        }

        @Override
        public void imported(LocalDate day, Instant readFrom) {
            imported.put(day, readFrom);
        }
    };

    @Test
    void daysAreImportedOnceMoreAtNight() {
        reimport = new Reimport(3, LocalTime.of(3, 30));
        imported.put(LocalDate.parse("2026-11-25"), at("2026-11-26T00:10"));
        now = at("2026-11-26T03:29");
        imported.put(LocalDate.parse("2026-11-26"), now);
        DaySchedule schedule = schedule("every 60 00:00", 7);
        assertThat(run(schedule)).containsExactly("2026-11-26");
        now = at("2026-11-26T03:30");
        assertThat(schedule.due()).contains(LocalDate.parse("2026-11-23"));
        assertThat(schedule.isAgain(LocalDate.parse("2026-11-23"))).isTrue();
        assertThat(run(schedule)).containsExactly("2026-11-23", "2026-11-24", "2026-11-25");
        now = at("2026-11-26T04:00");
        assertThat(run(schedule)).containsExactly("2026-11-26");
    }

    @Test
    void aNightThatWasMissedIsMadeUpFor() {
        reimport = new Reimport(2, LocalTime.of(3, 30));
        for (String day : new String[] {"2026-11-24", "2026-11-25"}) {
            imported.put(LocalDate.parse(day), at("2026-11-26T00:10"));
        }
        now = at("2026-11-26T10:00");
        assertThat(run(schedule("every 60 00:00", 7))).containsExactly("2026-11-24", "2026-11-25", "2026-11-26");
        // What was imported since then need not be.
        assertThat(run(schedule("every 60 00:00", 7))).containsExactly("2026-11-26");
    }

    @Test
    void whatIsOnlyImportedByHandIsNotAtNight() {
        reimport = new Reimport(2, LocalTime.of(3, 30));
        DaySchedule schedule = schedule("none", 7);
        now = at("2026-11-27T03:30");
        assertThat(schedule.due()).isEmpty();
    }

    @Test
    void aNewInstallationWaitsForItsFirstTime() {
        DaySchedule schedule = schedule("every 15 00:05", 7);
        assertThat(schedule.due()).isEmpty();
        now = at("2026-11-26T10:05");
        assertThat(schedule.due()).contains(LocalDate.parse("2026-11-26"));
    }

    @Test
    void theFirstRunOfADayImportsTheDayBeforeOnceMore() {
        imported.put(LocalDate.parse("2026-11-26"), at("2026-11-26T23:50"));
        now = at("2026-11-27T00:01");
        DaySchedule schedule = schedule("every 15 00:05", 7);
        assertThat(run(schedule)).containsExactly("2026-11-26", "2026-11-27");
        now = at("2026-11-27T00:20");
        assertThat(run(schedule)).containsExactly("2026-11-27");
    }

    @Test
    void aDayThatStillGetsRowsIsImportedByTheRunsOfThatTime() {
        late = Duration.ofMinutes(30);
        imported.put(LocalDate.parse("2026-11-26"), at("2026-11-27T00:05"));
        now = at("2026-11-27T00:19");
        DaySchedule schedule = schedule("every 15 00:05", 7);
        assertThat(run(schedule)).containsExactly("2026-11-26", "2026-11-27");
        now = at("2026-11-27T00:35");
        assertThat(run(schedule)).containsExactly("2026-11-26", "2026-11-27");
        now = at("2026-11-27T00:50");
        assertThat(run(schedule)).containsExactly("2026-11-27");
    }

    @Test
    void whatWasMissedIsCaughtUpTheOldestDayFirst() {
        imported.put(LocalDate.parse("2026-11-22"), at("2026-11-22T15:00"));
        assertThat(run(schedule("every 15 00:05", 7)))
                .containsExactly("2026-11-22", "2026-11-23", "2026-11-24", "2026-11-25", "2026-11-26");
    }

    @Test
    void butNotFurtherBackThanCatchUpDays() {
        imported.put(LocalDate.parse("2026-09-01"), at("2026-09-01T15:00"));
        assertThat(run(schedule("daily 02:30", 2))).containsExactly("2026-11-23", "2026-11-24", "2026-11-25");
    }

    @Test
    void aDayIsHandedOutUntilItsOutcomeIsTold() {
        imported.put(LocalDate.parse("2026-11-25"), at("2026-11-26T00:05"));
        DaySchedule schedule = schedule("every 15 00:05", 7);
        assertThat(schedule.due()).isEqualTo(schedule.due()).contains(LocalDate.parse("2026-11-26"));
        schedule.giveUp();
        assertThat(schedule.due()).isEmpty();
    }

    @Test
    void aRunThatIsOvertakenByTheNextStartIsNotBegunTwice() {
        imported.put(LocalDate.parse("2026-11-25"), at("2026-11-26T00:05"));
        DaySchedule schedule = schedule("every 15 00:05", 7);
        LocalDate day = schedule.due().orElseThrow();
        now = at("2026-11-26T10:40");
        schedule.imported(day);
        assertThat(run(schedule)).containsExactly("2026-11-26");
        assertThat(schedule.next()).contains(at("2026-11-26T10:50"));
    }

    /** Whatever goes wrong for however long: in the end every day was read when it got no more rows. */
    @Test
    void afterAnySequenceOfOutagesEveryDayIsComplete() {
        for (int round = 0; round < 60; round++) {
            Random random = new Random(SEED + round);
            imported.clear();
            late = Duration.ofMinutes(random.nextInt(3) * 45L);
            String mode = random.nextBoolean() ? "every " + random.nextInt(5, 120) + " 00:05" : "daily 02:30";
            now = at("2025-02-01T00:00").plusSeconds(random.nextInt(86_400));
            Instant end = now.plus(Duration.ofDays(400));
            LocalDate first = null;
            DaySchedule schedule = schedule(mode, 7);
            while (now.isBefore(end)) {
                Optional<LocalDate> due = schedule.due();
                if (due.isEmpty()) {
                    now = schedule.next().orElseThrow();
                } else if (random.nextInt(20) > 0) {
                    now = now.plusSeconds(random.nextInt(600));
                    first = first == null ? due.get() : first;
                    schedule.imported(due.get());
                } else if (random.nextInt(3) > 0) {
                    now = now.plusSeconds(random.nextInt(3_600));
                    schedule.giveUp();
                } else {
                    now = now.plus(Duration.ofMinutes(random.nextInt(1, 72 * 60)));
                    schedule = schedule(mode, 7);
                }
            }
            run(schedule);
            // The last day may still get rows.
            LocalDate newest =
                    new RunTimes(ImportMode.of(mode), BERLIN).newestDay(now).minusDays(1);
            for (LocalDate day = first; day.isBefore(newest); day = day.plusDays(1)) {
                assertThat(imported).as("round %d, %s", round, mode).containsKey(day);
                assertThat(imported.get(day).getEpochSecond())
                        .as("round %d, %s: %s", round, mode, day)
                        .isGreaterThanOrEqualTo(new LocalDay(day, BERLIN).next().startEpochSecond() + late.toSeconds());
            }
        }
    }

    private List<String> run(DaySchedule schedule) {
        if (schedule.due().isEmpty()) {
            now = schedule.next().orElseThrow();
        }
        List<String> days = new ArrayList<>();
        for (Optional<LocalDate> day = schedule.due(); day.isPresent(); day = schedule.due()) {
            days.add(day.get().toString());
            schedule.imported(day.get());
        }
        return days;
    }

    private DaySchedule schedule(String mode, int catchUpDays) {
        return new DaySchedule(
                new RunTimes(ImportMode.of(mode), BERLIN), catchUpDays, late, reimport, memory, new Clock() {
                    @Override
                    public ZoneId getZone() {
                        return BERLIN;
                    }

                    @Override
                    public Clock withZone(ZoneId zone) {
                        return this;
                    }

                    @Override
                    public Instant instant() {
                        return now;
                    }
                });
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
    }
}
