package io.xlink.source.csv;

import static org.assertj.core.api.Assertions.assertThat;

import io.xlink.source.csv.FileDay.Stretch;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every zone of the JDK, every clock change of ten years, every minute of the days around it, against java.time. Zones
 * that have the same rules are tested once.
 */
class ClockChangesTest {
    private static final Instant FIRST = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2030-01-01T00:00:00Z");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd.MM.uuuu");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    @ParameterizedTest
    @MethodSource("zones")
    void everyMinuteOfALocalClock(ZoneId zone) {
        everyMinute(zone, zone, FileClock.LOCAL);
    }

    @ParameterizedTest
    @MethodSource("zones")
    void everyMinuteOfTheClockOfAZone(ZoneId zone) {
        everyMinute(zone, BERLIN, FileClock.of(zone.getId()));
    }

    /** Exports of a row each minute, quarter, half and full hour: every row finds its own moment. */
    @ParameterizedTest
    @MethodSource("zones")
    void rowsInTheirOrderShowTheSecondPass(ZoneId zone) throws BadField {
        for (ZoneOffsetTransition change : changes(zone.getRules())) {
            for (int step : new int[] {1, 15, 30, 60}) {
                int length = (int) -change.getDuration().toMinutes();
                if (change.isOverlap() && step <= length) {
                    export(change, step, zone, zone, FileClock.LOCAL);
                    export(change, step, zone, BERLIN, FileClock.of(zone.getId()));
                }
            }
        }
    }

    private static void everyMinute(ZoneId zone, ZoneId local, FileClock clock) {
        for (ZoneOffsetTransition change : changes(zone.getRules())) {
            LocalDays days = new LocalDays(local);
            LocalDate first = change.getDateTimeBefore().toLocalDate().minusDays(1);
            for (LocalDate date = first; date.isBefore(first.plusDays(4)); date = date.plusDays(1)) {
                FileDay day = FileDay.of(date, clock, days);
                for (int minute = 0; minute <= 1440; minute++) {
                    LocalDateTime shown = date.atStartOfDay().plusMinutes(minute);
                    ZonedDateTime expected = ZonedDateTime.ofLocal(shown, zone, null);
                    Stretch stretch = day.stretch(minute);
                    require(expected, stretch, minute, zone);
                    boolean twice = zone.getRules().getValidOffsets(shown).size() == 2;
                    if (twice != (stretch.again() != null)) {
                        throw new AssertionError(zone + " " + shown + " is shown twice: " + twice);
                    }
                    if (twice) {
                        require(expected.withLaterOffsetAtOverlap(), stretch.again(), minute, zone);
                    }
                }
            }
        }
    }

    private static void export(ZoneOffsetTransition change, int step, ZoneId zone, ZoneId local, FileClock clock)
            throws BadField {
        RowTime time = new RowTime(clock, DateOrder.DMY, new LocalDays(local));
        SecondPasses passes = new SecondPasses(Math.max(15, step));
        ZonedDateTime at = change.getDateTimeAfter().toLocalDate().minusDays(1).atStartOfDay(zone);
        Instant end = change.getInstant().plusSeconds(86_400);
        while (at.toInstant().isBefore(end)) {
            char[] date = at.format(DATE).toCharArray();
            char[] shown = at.format(TIME).toCharArray();
            time.time(time.date(date, 0, date.length), shown, 0, shown.length);
            time.place(0, passes);
            long minute = time.day().start() + time.elapsed();
            if (minute != at.toEpochSecond() / 60) {
                throw new AssertionError("every " + step + " min, local " + local + ": " + at + " became "
                        + Instant.ofEpochSecond(60 * minute).atZone(zone));
            }
            at = at.plusMinutes(step);
        }
    }

    private static void require(ZonedDateTime expected, Stretch actual, int minute, ZoneId zone) {
        int elapsed = minute + actual.delta();
        if (actual.day().start() + elapsed != expected.toEpochSecond() / 60
                || elapsed < 0
                || elapsed >= actual.day().minutes()) {
            throw new AssertionError(zone + ": " + expected + " became minute " + elapsed + " of "
                    + actual.day().day());
        }
    }

    private static List<ZoneOffsetTransition> changes(ZoneRules rules) {
        List<ZoneOffsetTransition> changes = new ArrayList<>();
        ZoneOffsetTransition change = rules.nextTransition(FIRST);
        while (change != null && change.getInstant().isBefore(LAST)) {
            changes.add(change);
            change = rules.nextTransition(change.getInstant());
        }
        return changes;
    }

    static Stream<ZoneId> zones() {
        Map<List<ZoneOffsetTransition>, ZoneId> distinct = new HashMap<>();
        for (String id : new TreeSet<>(ZoneId.getAvailableZoneIds())) {
            ZoneId zone = ZoneId.of(id);
            List<ZoneOffsetTransition> changes = changes(zone.getRules());
            if (!changes.isEmpty()) {
                distinct.putIfAbsent(changes, zone);
            }
        }
        assertThat(distinct).hasSizeGreaterThan(40);
        return distinct.values().stream().sorted((a, b) -> a.getId().compareTo(b.getId()));
    }
}
