package io.xlink.importer.schedule;

import io.xlink.config.keys.ImportMode;
import io.xlink.config.keys.ImportMode.Daily;
import io.xlink.config.keys.ImportMode.Every;
import io.xlink.model.LocalDay;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * The moments at which an import mode begins a run (specification, section 6). Within a day they are counted in elapsed time, so
 * a day on which clocks change has runs in each of its hours; a daily run whose time a change skips begins when
 * the clock goes on, and one whose time comes twice begins at the first.
 *
 * @param zone the zone of local time
 */
public record RunTimes(ImportMode mode, ZoneId zone) {
    private static final int MINUTE = 60;

    /** The first run after a moment; empty when the mode has none. */
    public Optional<Instant> next(Instant after) {
        if (mode instanceof Every every) {
            return Optional.of(Instant.ofEpochSecond(next(every, after.getEpochSecond())));
        }
        return mode instanceof Daily daily ? Optional.of(next(daily.at(), after)) : Optional.empty();
    }

    /** The newest day that a run is about: the current one, or the previous one in the daily mode. */
    public LocalDate newestDay(Instant run) {
        LocalDate today = LocalDay.at(run.getEpochSecond(), zone).date();
        return mode instanceof Daily ? today.minusDays(1) : today;
    }

    private long next(Every every, long after) {
        LocalDay day = LocalDay.at(after, zone);
        long step = (long) every.minutes() * MINUTE;
        long first = every.reference().toSecondOfDay() % step;
        long begin = day.startEpochSecond();
        long passed = after - begin - first;
        long run = begin + first + (passed < 0 ? 0 : passed / step + 1) * step;
        long tomorrow = day.next().startEpochSecond();
        return run < tomorrow ? run : tomorrow + first;
    }

    private Instant next(LocalTime at, Instant after) {
        LocalDate date = after.atZone(zone).toLocalDate().minusDays(1);
        Instant run = at(date, at);
        while (!run.isAfter(after)) {
            date = date.plusDays(1);
            run = at(date, at);
        }
        return run;
    }

    private Instant at(LocalDate date, LocalTime time) {
        return date.atTime(time).atZone(zone).toInstant();
    }
}
