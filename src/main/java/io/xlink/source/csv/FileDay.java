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

    private final Stretch[] stretches;

    private FileDay(List<Stretch> stretches) {
        this.stretches = stretches.toArray(Stretch[]::new);
    }

    /**
     * @param from first minute of the file's clock
     * @param delta to add to a minute of the file's clock for the minutes since the local day's start
     */
    record Stretch(int from, Day day, int delta) {}

    static FileDay of(LocalDate date, FileClock clock, LocalDays days) {
        List<Stretch> stretches = new ArrayList<>();
        if (clock.isLocal() && !changes(date, days.zone())) {
            stretches.add(new Stretch(0, days.day(date), 0));
            stretches.add(new Stretch(LAST_MINUTE, days.day(date.plusDays(1)), -LAST_MINUTE));
            return new FileDay(stretches);
        }
        LocalDateTime midnight = date.atStartOfDay();
        for (int minute = 0; minute <= LAST_MINUTE; minute++) {
            Moment moment = days.moment(clock.local(midnight.plusMinutes(minute), days.zone()));
            int delta = moment.elapsed() - minute;
            Stretch last = stretches.isEmpty() ? null : stretches.get(stretches.size() - 1);
            if (last == null || last.day != moment.day() || last.delta != delta) {
                stretches.add(new Stretch(minute, moment.day(), delta));
            }
        }
        return new FileDay(stretches);
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
        return next != null && next.toEpochSecond() <= end;
    }
}
