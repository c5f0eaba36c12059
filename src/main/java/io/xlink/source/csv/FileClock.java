package io.xlink.source.csv;

import io.xlink.config.keys.TimeShift;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/**
 * What the clock of a file or a database shows (specification, section 4, {@code TimeZone}): local time shifted by a number of minutes,
 * or the time of a zone. In a gap a time is read with the offset before it, in an overlap with the earlier offset until
 * {@link SecondPasses} finds that it is shown again.
 *
 * @param zone the zone of the file's clock; null when it shows local time
 * @param shift minutes to add to the file's clock for local time; 0 with a zone
 */
public record FileClock(ZoneId zone, int shift) {
    static final FileClock LOCAL = new FileClock(null, 0);

    /**
     * The value of {@code TimeZone}: {@code -2}, {@code 2}, {@code -3.5}, {@code -08:00}, {@code 06:30}, or a zone id.
     *
     * @throws IllegalArgumentException when it is none of them; the message says why
     */
    public static FileClock of(String text) {
        TimeShift shift = TimeShift.of(text);
        return new FileClock(shift.zone().orElse(null), shift.minutes());
    }

    /** The clock of a time stamp that carries its own offset. */
    public static FileClock offset(int minutes) {
        return new FileClock(ZoneOffset.ofTotalSeconds(minutes * 60), 0);
    }

    boolean isLocal() {
        return zone == null && shift == 0;
    }

    /** The zone whose clock changes the file shows. */
    public ZoneId shownZone(ZoneId local) {
        return zone == null ? local : zone;
    }

    /** What a clock of that zone shows when the file's shows a time. */
    LocalDateTime shifted(LocalDateTime shown) {
        return shown.plusMinutes(shift);
    }

    /** The moment at which the file's clock shows a time for the second time, where it does so twice. */
    ZonedDateTime localAgain(LocalDateTime shown, ZoneId local) {
        return shifted(shown)
                .atZone(shownZone(local))
                .withLaterOffsetAtOverlap()
                .withZoneSameInstant(local);
    }

    /** The moment at which the file's clock shows a time, in the local zone. */
    public ZonedDateTime local(LocalDateTime shown, ZoneId local) {
        return shifted(shown).atZone(shownZone(local)).withZoneSameInstant(local);
    }
}
