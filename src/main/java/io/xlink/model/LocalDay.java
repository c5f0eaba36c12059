package io.xlink.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * One day of local time, the unit of every import (specification, section 6). Intervals are counted in elapsed time
 * from the day's start, so that a day on which clocks change simply has more or fewer of them and no interval of it
 * stands for two hours.
 *
 * @param date the date on the local calendar
 * @param zone the local zone
 */
public record LocalDay(LocalDate date, ZoneId zone) {

    /**
     * The day on which a moment lies.
     *
     * @param epochSecond counted from 1970-01-01T00:00Z
     */
    public static LocalDay at(long epochSecond, ZoneId zone) {
        LocalDay day =
                new LocalDay(Instant.ofEpochSecond(epochSecond).atZone(zone).toLocalDate(), zone);
        // A clock that is set back across midnight shows the old date again after the new day has begun.
        return epochSecond < day.next().startEpochSecond() ? day : day.next();
    }

    /** The day after this one. */
    public LocalDay next() {
        return new LocalDay(date.plusDays(1), zone);
    }

    /** The day's first second, counted from 1970-01-01T00:00Z. */
    public long startEpochSecond() {
        return date.atStartOfDay(zone).toEpochSecond();
    }

    /** The day's first minute, counted from 1970-01-01T00:00Z. */
    public int startEpochMinute() {
        return Math.toIntExact(startEpochSecond() / 60);
    }

    /** The day's length in minutes: 1440, or less or more where clocks change. */
    public int minutes() {
        return Math.toIntExact(ChronoUnit.MINUTES.between(
                date.atStartOfDay(zone), date.plusDays(1).atStartOfDay(zone)));
    }

    /**
     * How many intervals begin on this day.
     *
     * @param interval length of an interval in minutes, 1 to 1440
     */
    public int intervals(int interval) {
        return (minutes() + interval - 1) / interval;
    }
}
