package io.xlink.config.keys;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The value of {@code TimeZone} (specification, section 4): the offset between a file's clock and local time, or the
 * zone whose time the clock shows.
 *
 * @param zone empty when the clock shows local time, shifted or not
 * @param minutes to add to the clock for local time, from -1080 to 1080; 0 with a zone
 */
public record TimeShift(Optional<ZoneId> zone, int minutes) {
    private static final int LIMIT = 18 * 60;
    private static final Pattern HOURS = Pattern.compile("([+-]?)(\\d{1,2})(?:[.,](\\d{1,2}))?");
    private static final Pattern HOURS_AND_MINUTES = Pattern.compile("([+-]?)(\\d{1,2}):([0-5]\\d)");

    /**
     * Reads {@code -2}, {@code 2}, {@code -3.5}, {@code -08:00}, {@code 06:30}, or a zone id.
     *
     * @throws IllegalArgumentException when it is none of them; the message says why
     */
    public static TimeShift of(String text) {
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
            return new TimeShift(Optional.of(ZoneId.of(text)), 0);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("is neither an offset nor the name of a time zone", e);
        }
    }

    private static TimeShift shifted(String sign, int minutes) {
        if (minutes > LIMIT) {
            throw new IllegalArgumentException("is more than 18 hours");
        }
        return new TimeShift(Optional.empty(), sign.equals("-") ? -minutes : minutes);
    }
}
