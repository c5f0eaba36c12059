package io.xlink.config.keys;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A length of time in minutes, hours or days, or none. */
public enum Span implements KeyType {
    SPAN;

    private static final Pattern FORM = Pattern.compile("(\\d{1,6})\\s*(m|min|h|d)?");
    private static final Duration LONGEST = Duration.ofDays(366);

    /**
     * Reads {@code 90}, {@code 90m}, {@code 2h}, {@code 1d}, or {@code off}; 0 is off, too.
     *
     * @return empty for none
     * @throws IllegalArgumentException when it is none of them, or more than 366 days
     */
    public static Optional<Duration> of(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.equals("off")) {
            return Optional.empty();
        }
        Matcher form = FORM.matcher(lower);
        if (!form.matches()) {
            throw new IllegalArgumentException("is not a length of time");
        }
        int number = Integer.parseInt(form.group(1));
        Duration span = switch (form.group(2) == null ? "m" : form.group(2)) {
            case "h" -> Duration.ofHours(number);
            case "d" -> Duration.ofDays(number);
            default -> Duration.ofMinutes(number);
        };
        if (span.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("is more than 366 days");
        }
        return Optional.of(span).filter(length -> !length.isZero());
    }

    @Override
    public String words() {
        return "`90` minutes, `2h`, `1d`, or `off`";
    }

    @Override
    public Optional<Fault> fault(String text) {
        try {
            of(text);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return KeyType.unless(false, e.getMessage(), "Write minutes (90), hours (2h), days (1d) or off");
        }
    }
}
