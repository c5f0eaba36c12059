package io.xlink.source.csv;

import io.xlink.source.csv.LocalDays.Day;
import io.xlink.source.csv.LocalDays.Moment;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;

/**
 * One date of a file's clock: which local day and minute each of its minutes stands for. Between two changes (of the
 * day or of an offset) local minutes advance with the file's, so that a date has one to about five stretches, and the
 * rows need an addition only.
 */
final class FileDay {
    private static final int LAST_MINUTE = 24 * 60;
    private static final int STEP = 60;
    private static final int DAY_SECONDS = 86_400;

    private final Stretch[] stretches;

    private FileDay(List<Stretch> stretches) {
        this.stretches = stretches.toArray(Stretch[]::new);
    }

    /**
     * @param from first minute of the file's clock
     * @param delta to add to a minute of the file's clock for the minutes since the local day's start
     * @param near the clock is set back on this date or the next one; null on all others
     * @param toOverlap to add to a minute of the file's clock for the minutes since {@code near} began
     * @param again what these minutes stand for when they are shown for the second time; null unless they are
     */
    record Stretch(int from, Day day, int delta, Overlap near, int toOverlap, Stretch again) {

        /** Whether the next minute belongs to it too. */
        private boolean continues(Stretch next) {
            return day == next.day
                    && delta == next.delta
                    && (again == null ? next.again == null : next.again != null && again.continues(next.again));
        }
    }

    static FileDay of(LocalDate date, FileClock clock, LocalDays days) {
        LocalDateTime midnight = date.atStartOfDay();
        ZoneOffsetTransition transition = Overlap.near(date, clock, days.zone());
        Overlap near = transition == null ? null : days.overlap(transition);
        int toOverlap = near == null ? 0 : near.minutesTo(clock.shifted(midnight));
        List<Stretch> stretches = new ArrayList<>();
        boolean twice = near != null && LAST_MINUTE + toOverlap >= 0;
        if (clock.isLocal() && !twice && !changes(date, days.zone())) {
            stretches.add(new Stretch(0, days.day(date), 0, near, toOverlap, null));
            stretches.add(new Stretch(LAST_MINUTE, days.day(date.plusDays(1)), -LAST_MINUTE, near, toOverlap, null));
            return new FileDay(stretches);
        }
        Stretch last = at(midnight, 0, clock, days, near);
        stretches.add(last);
        for (int hour = STEP; hour <= LAST_MINUTE; hour += STEP) {
            Stretch next = at(midnight, hour, clock, days, near);
            // One minute after the other only where something changes, which it does once within an hour.
            for (int minute = hour - STEP + 1; !last.continues(next) && minute <= hour; minute++) {
                Stretch here = at(midnight, minute, clock, days, near);
                if (!last.continues(here)) {
                    stretches.add(here);
                    last = here;
                }
            }
        }
        return new FileDay(stretches);
    }

    /** The stretch that begins at a minute, or goes on there. */
    private static Stretch at(LocalDateTime midnight, int minute, FileClock clock, LocalDays days, Overlap near) {
        LocalDateTime shown = midnight.plusMinutes(minute);
        int toOverlap = near == null ? 0 : near.minutesTo(clock.shifted(midnight));
        Stretch again = null;
        if (near != null && minute + toOverlap >= 0 && minute + toOverlap < near.minutes()) {
            Moment second = days.moment(clock.localAgain(shown, days.zone()));
            again = new Stretch(minute, second.day(), second.elapsed() - minute, near, toOverlap, null);
        }
        Moment moment = days.moment(clock.local(shown, days.zone()));
        return new Stretch(minute, moment.day(), moment.elapsed() - minute, near, toOverlap, again);
    }

    /** The stretch in which a minute lies, 0 to 1440. */
    Stretch stretch(int minute) {
        int i = stretches.length - 1;
        while (stretches[i].from > minute) {
            i--;
        }
        return stretches[i];
    }

    private static boolean changes(LocalDate date, ZoneId zone) {
        long start = date.atStartOfDay(zone).toEpochSecond();
        long end = date.plusDays(1).atStartOfDay(zone).toEpochSecond();
        ZoneOffsetTransition next =
                zone.getRules().nextTransition(Instant.ofEpochSecond(start).minusSeconds(1));
        // Clocks that are set back soon after midnight show the end of the day before once more.
        return next != null && next.toEpochSecond() <= end + DAY_SECONDS;
    }
}
