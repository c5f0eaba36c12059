package io.xlink.importer.schedule;

import io.xlink.config.keys.ImportMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.NavigableMap;

/**
 * Days that are imported once more every night, because some systems correct their figures later ({@code ReimportDays}).
 *
 * @param days how many days before the present one, from 0
 * @param at the local time at which they are
 */
public record Reimport(int days, LocalTime at) {
    /** None are. */
    public static final Reimport NONE = new Reimport(0, LocalTime.MIDNIGHT);

    private static final Duration LONGEST_DAY = Duration.ofHours(26);

    /** The first night after a moment. */
    Instant next(Instant after, ZoneId zone) {
        return new RunTimes(new ImportMode.Daily(at), zone).next(after).orElseThrow();
    }

    /**
     * The first night that a program has to see to that starts now: the last one, when the program was away then, or else the next one.
     *
     * @param imported days with the moment at which the last complete import began to read them
     */
    Instant first(Instant now, ZoneId zone, NavigableMap<LocalDate, Instant> imported) {
        Instant next = next(now, zone);
        Instant last = next(now.minus(LONGEST_DAY), zone);
        if (!last.isBefore(next)) {
            return next;
        }
        Instant later = next(last, zone);
        Instant latest = later.isBefore(next) ? later : last;
        LocalDate today = now.atZone(zone).toLocalDate();
        boolean missed = imported.subMap(today.minusDays(days), true, today, false).values().stream()
                .anyMatch(read -> read.isBefore(latest));
        return missed ? latest : next;
    }
}
