package io.xlink.config.keys;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** A time of day as {@code 03:30}. */
public enum TimeOfDay implements KeyType {
    TIME;

    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("H:mm", Locale.ROOT);

    @Override
    public String words() {
        return "time as `03:30`";
    }

    @Override
    public Optional<Fault> fault(String text) {
        try {
            of(text);
            return Optional.empty();
        } catch (DateTimeException e) {
            return KeyType.unless(false, "is not a time of day", "Write hours and minutes as 03:30");
        }
    }

    /**
     * Reads it.
     *
     * @throws DateTimeException when it is none
     */
    public static LocalTime of(String text) {
        return LocalTime.parse(text.strip(), FORM);
    }
}
