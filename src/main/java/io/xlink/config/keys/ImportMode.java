package io.xlink.config.keys;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When days are imported from a database by themselves (specification, section 6). */
public sealed interface ImportMode {
    /** What {@link #of} understands, for a message. */
    String FORMS = "Write every 15 00:05, daily 02:30 or none";

    /**
     * The current day, again and again.
     *
     * @param minutes from one import to the next, 1 to 1440
     * @param reference a time at which one begins, so that the others begin whole multiples of the minutes before and after it
     */
    record Every(int minutes, LocalTime reference) implements ImportMode {}

    /** The previous day, once a day at this local time. */
    record Daily(LocalTime at) implements ImportMode {}

    /** Nothing but what is asked for by hand. */
    record Never() implements ImportMode {}

    /**
     * Reads {@code every MINUTES [hh:mm]}, {@code daily hh:mm} or {@code none}, in any case.
     *
     * @throws IllegalArgumentException when it is none of them; the message says why
     */
    static ImportMode of(String text) {
        if (text.strip().equalsIgnoreCase("none")) {
            return new Never();
        }
        Matcher parts = Forms.PARTS.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!parts.matches()) {
            throw new IllegalArgumentException("is none of the modes");
        }
        if (parts.group("at") != null) {
            return new Daily(time(parts.group("at")));
        }
        if (!WholeNumber.isWithin(parts.group("minutes"), 1, 1440)) {
            throw new IllegalArgumentException("does not name 1 to 1440 minutes");
        }
        String reference = parts.group("reference");
        return new Every(
                Integer.parseInt(parts.group("minutes")), reference == null ? LocalTime.MIDNIGHT : time(reference));
    }

    private static LocalTime time(String text) {
        try {
            return LocalTime.parse(text, DateTimeFormatter.ofPattern("H:mm", Locale.ROOT));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("has a time of day that is not one", e);
        }
    }

    /** An interface's own constants are all public. */
    final class Forms {
        private static final Pattern PARTS = Pattern.compile(
                "every\\s+(?<minutes>\\d+)(\\s+(?<reference>\\d{1,2}:\\d{2}))?|daily\\s+(?<at>\\d{1,2}:\\d{2})");

        private Forms() {}
    }
}
