package io.xlink.source.csv;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the clock of a file shows (specification, section 4, {@code TimeZone}): local time shifted by a number of minutes,
 * or the time of a zone. In a gap a time is read with the offset before it, in an overlap with the earlier offset.
 *
 * @param zone the zone of the file's clock; null when it shows local time
 * @param shift minutes to add to the file's clock for local time; 0 with a zone
 */
record FileClock(ZoneId zone, int shift) {
    static final FileClock LOCAL = new FileClock(null, 0);

    private static final int LIMIT = 18 * 60;
    private static final Pattern HOURS = Pattern.compile("([+-]?)(\\d{1,2})(?:[.,](\\d{1,2}))?");
    private static final Pattern HOURS_AND_MINUTES = Pattern.compile("([+-]?)(\\d{1,2}):([0-5]\\d)");

    /**
     * The value of {@code TimeZone}: {@code -2}, {@code 2}, {@code -3.5}, {@code -08:00}, {@code 06:30}, or a zone id.
     *
     * @throws IllegalArgumentException when it is none of them; the message says why
     */
    static FileClock of(String text) {
        Matcher hours = HOURS.matcher(text);
        if (hours.matches()) {
            String places = hours.group(3) == null ? "0" : hours.group(3);
            int hundredths = Integer.parseInt(places) * (places.length() == 1 ? 10 : 1);
            if (hundredths * 60 % 100 != 0) {
                throw new IllegalArgumentException("is not a whole number of minutes");
            }
            return shifted(hours.group(1), Integer.parseInt(hours.group(2)) * 60 + hundredths * 60 / 100);
        }
        Matcher minutes = HOURS_AND_MINUTES.matcher(text);
        if (minutes.matches()) {
            return shifted(
                    minutes.group(1), Integer.parseInt(minutes.group(2)) * 60 + Integer.parseInt(minutes.group(3)));
        }
        try {
            return new FileClock(ZoneId.of(text), 0);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("is neither an offset nor the name of a time zone", e);
        }
    }

    /** The clock of a time stamp that carries its own offset. */
    static FileClock offset(int minutes) {
        return new FileClock(ZoneOffset.ofTotalSeconds(minutes * 60), 0);
    }

    private static FileClock shifted(String sign, int minutes) {
        if (minutes > LIMIT) {
            throw new IllegalArgumentException("is more than 18 hours");
        }
        return new FileClock(null, sign.equals("-") ? -minutes : minutes);
    }

    boolean isLocal() {
        return zone == null && shift == 0;
    }

    /** The moment at which the file's clock shows a time, in the local zone. */
    ZonedDateTime local(LocalDateTime shown, ZoneId local) {
        return zone == null
                ? shown.plusMinutes(shift).atZone(local)
                : shown.atZone(zone).withZoneSameInstant(local);
    }
}
