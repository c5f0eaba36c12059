package io.xlink.source.csv;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/**
 * The time that a clock shows twice because it is set back.
 *
 * @param number position in the order in which the file came upon them, from 0
 * @param transition when it is set back
 */
record Overlap(int number, ZoneOffsetTransition transition) {
    private static final Duration DAY = Duration.ofDays(1);

    /** How long it is. */
    int minutes() {
        return Math.toIntExact(-transition.getDuration().toMinutes());
    }

    /** Minutes from its first showing to the beginning of a date; negative when the date begins before. */
    int minutesTo(LocalDateTime midnight) {
        return Math.toIntExact(
                Duration.between(transition.getDateTimeAfter(), midnight).toMinutes());
    }

    /** When the clock is set back on a date or the next one; null when it is not. */
    static ZoneOffsetTransition near(LocalDate date, FileClock clock, ZoneId local) {
        ZoneRules rules = clock.shownZone(local).getRules();
        if (rules.isFixedOffset()) {
            return null;
        }
        LocalDateTime begin = clock.shifted(date.atStartOfDay());
        LocalDateTime end = begin.plusDays(2);
        // Two days earlier, so that no offset matters.
        Instant from = begin.toInstant(ZoneOffset.UTC).minus(DAY).minus(DAY);
        ZoneOffsetTransition next = rules.nextTransition(from);
        while (next != null && next.getDateTimeAfter().isBefore(end)) {
            if (next.isOverlap() && next.getDateTimeBefore().isAfter(begin)) {
                return next;
            }
            next = rules.nextTransition(next.getInstant());
        }
        return null;
    }
}
