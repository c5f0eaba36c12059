package io.xlink.importer.gaps;

import io.xlink.model.LocalDay;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.Optional;

/**
 * How old an external system's newest data are, in time in which data are expected: a night or a Sunday without calls does not
 * make them older.
 *
 * @param newest the end of the newest interval with data; empty when there never were any
 * @param expected how much time of the hours in which there usually are data has passed since then
 * @param limit when that is too much
 */
public record Staleness(Optional<Instant> newest, Duration expected, Duration limit) {

    /** Whether that is an alarm. */
    public boolean isStale() {
        return expected.compareTo(limit) > 0;
    }

    /**
     * Computes it. Until three weeks are known, every hour counts as one in which data are expected.
     *
     * @param history the last weeks, with today
     * @param begun from when time counts where there never were any data
     */
    public static Staleness of(History history, Instant begun, Duration limit, Instant now) {
        Optional<Instant> newest = newest(history, now);
        Instant since = newest.orElse(begun);
        long seconds = 0;
        LocalDate today = LocalDay.at(now.getEpochSecond(), history.zone()).date();
        for (LocalDate day = LocalDay.at(since.getEpochSecond(), history.zone()).date();
                !day.isAfter(today);
                day = day.plusDays(1)) {
            seconds += seconds(history, day, since.getEpochSecond(), now.getEpochSecond());
        }
        return new Staleness(newest, Duration.ofSeconds(seconds), limit);
    }

    private static Optional<Instant> newest(History history, Instant now) {
        for (KnownDay known : history.days().descendingMap().values()) {
            LocalDay day = new LocalDay(known.date(), history.zone());
            BitSet any = known.any();
            for (int slot = any.length() - 1; slot >= 0; slot = any.previousSetBit(slot - 1)) {
                long start = day.startEpochSecond() + slot * 60L * known.minutes();
                long end = Math.min(start + 60L * known.minutes(), day.next().startEpochSecond());
                // A time stamp in the future says nothing about how new the data are.
                if (start < now.getEpochSecond()) {
                    return Optional.of(Instant.ofEpochSecond(Math.min(end, now.getEpochSecond())));
                }
            }
        }
        return Optional.empty();
    }

    /** How much of a day between two seconds is expected to have data. */
    private static long seconds(History history, LocalDate date, long from, long to) {
        ExpectedDay day = new ExpectedDay(history, date);
        BitSet expected = new BitSet();
        if (history.isLearned(date)) {
            expected = day.of(KnownDay::any, LocalDate.MIN);
        } else {
            expected.set(0, day.intervals());
        }
        return expected.stream()
                .mapToLong(slot -> Math.max(0, Math.min(day.end(slot), to) - Math.max(day.start(slot), from)))
                .sum();
    }
}
