package io.xlink.source.sql;

import io.xlink.model.LocalDay;
import io.xlink.source.csv.FileClock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;

/**
 * What a database's clock shows on local days in a row, usually one. Near a change of the clock more is read than those days, because a clock
 * that is set back shows times twice; what does not belong to them is left out by {@link #epoch}'s result.
 */
final class DayWindow {
    private static final long DAY = 86_400;

    private final FileClock clock;
    private final ZoneId local;
    private final long start;
    private final long end;
    private final LocalDateTime shownFrom;
    private final LocalDateTime shownTo;
    private final boolean even;
    private final long toEpoch;
    private final long around;

    private DayWindow(long start, long end, ZoneId local, FileClock clock) {
        this.clock = clock;
        this.local = local;
        this.start = start;
        this.end = end;
        ZoneId shown = clock.shownZone(local);
        ZoneOffsetTransition change = shown.getRules().nextTransition(Instant.ofEpochSecond(start - 2 * DAY));
        this.even = change == null || change.toEpochSecond() > end + 2 * DAY;
        this.around = even ? 0 : Math.abs(change.getDuration().getSeconds());
        this.shownFrom = shown(start, shown).minusSeconds(around);
        this.shownTo = shown(end, shown).plusSeconds(around);
        this.toEpoch = start - shown(start, shown).toEpochSecond(ZoneOffset.UTC);
    }

    static DayWindow of(LocalDay day, FileClock clock) {
        return of(day, day, clock);
    }

    /** From the beginning of one day to the end of another. */
    static DayWindow of(LocalDay first, LocalDay last, FileClock clock) {
        return new DayWindow(first.startEpochSecond(), last.next().startEpochSecond(), first.zone(), clock);
    }

    private LocalDateTime shown(long epoch, ZoneId zone) {
        return LocalDateTime.ofInstant(Instant.ofEpochSecond(epoch), zone).minusMinutes(clock.shift());
    }

    /** The first moment, in seconds since 1970-01-01T00:00Z. */
    long start() {
        return start;
    }

    /** The first moment after it, in seconds since 1970-01-01T00:00Z. */
    long end() {
        return end;
    }

    /** By how many seconds a change of the clock near it sets the clock; 0 without one. */
    long around() {
        return around;
    }

    boolean contains(long epoch) {
        return epoch >= start && epoch < end;
    }

    /** The first time that the database's clock may show. */
    LocalDateTime shownFrom() {
        return shownFrom;
    }

    /** The first time after those that it may show. */
    LocalDateTime shownTo() {
        return shownTo;
    }

    /** Whether what the clock shows advances evenly, so that a time it shows is one moment. */
    boolean isEven() {
        return even;
    }

    /** What a time that carries its own zone is later than local time, in seconds: databases may be shifted, too. */
    long shift() {
        return clock.shift() * 60L;
    }

    /** The moment at which the clock shows a time, in seconds since 1970-01-01T00:00Z. */
    long epoch(LocalDateTime shown) {
        return even
                ? shown.toEpochSecond(ZoneOffset.UTC) + toEpoch
                : clock.local(shown, local).toEpochSecond();
    }

    /** As {@link #epoch(LocalDateTime)}, of seconds since 1970-01-01T00:00 of the clock. */
    long epoch(long shownSeconds) {
        return even ? shownSeconds + toEpoch : epoch(LocalDateTime.ofEpochSecond(shownSeconds, 0, ZoneOffset.UTC));
    }
}
