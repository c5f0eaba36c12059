package io.xlink.source.csv;

import static org.assertj.core.api.Assertions.assertThat;

import io.xlink.source.csv.FileDay.Stretch;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Stretches are only a shorter way to say what each minute stands for, whatever a zone does. */
class FileDayTest {
    private static final Instant FIRST = LocalDateTime.of(1995, 1, 1, 0, 0).toInstant(ZoneOffset.UTC);
    private static final Instant LAST = LocalDateTime.of(2025, 1, 1, 0, 0).toInstant(ZoneOffset.UTC);

    @Test
    void everyMinuteAroundEveryChangeOfEveryZone() {
        int changes = 0;
        for (String id : ZoneId.getAvailableZoneIds()) {
            ZoneId zone = ZoneId.of(id);
            ZoneOffsetTransition change = zone.getRules().nextTransition(FIRST);
            // Each zone's odd ones are rare and early or late: every 5th, and those away from the full hour.
            for (int i = 0; change != null && change.getInstant().isBefore(LAST); i++) {
                boolean odd = change.getDuration().abs().getSeconds() != 3600
                        || change.getDateTimeBefore().getMinute() != 0;
                if (i % 10 == id.length() % 10 || odd) {
                    LocalDate date = change.getDateTimeBefore().toLocalDate();
                    for (LocalDate day : List.of(date.minusDays(1), date, date.plusDays(1))) {
                        check(day, FileClock.LOCAL, zone);
                        check(day, new FileClock(zone, 0), ZoneId.of("Europe/Berlin"));
                    }
                    changes++;
                }
                change = zone.getRules().nextTransition(change.getInstant());
            }
        }
        assertThat(changes).isGreaterThan(1_000);
    }

    private static void check(LocalDate date, FileClock clock, ZoneId local) {
        FileDay day = FileDay.of(date, clock, new LocalDays(local));
        LocalDateTime midnight = date.atStartOfDay();
        ZoneId zone = clock.zone() == null ? local : clock.zone();
        for (int minute = 0; minute <= 1440; minute++) {
            LocalDateTime shown = midnight.plusMinutes(minute);
            ZonedDateTime expected = clock.local(shown, local);
            Stretch stretch = day.stretch(minute);
            long actual = stretch.day().start() + stretch.delta() + minute;
            if (actual * 60 != expected.toEpochSecond() - Math.floorMod(expected.toEpochSecond(), 60L)) {
                assertThat(Instant.ofEpochSecond(actual * 60))
                        .as("%s in %s, local %s", shown, clock, local)
                        .isEqualTo(expected.toInstant());
            }
            boolean twice = zone.getRules().getValidOffsets(shown).size() > 1;
            if (minute < 1440 && (stretch.again() != null) != twice) {
                assertThat(stretch.again() != null)
                        .as("%s in %s, local %s", shown, clock, local)
                        .isEqualTo(twice);
            }
        }
    }
}
