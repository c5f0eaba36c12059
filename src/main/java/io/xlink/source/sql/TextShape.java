package io.xlink.source.sql;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How text that begins with the year separates the parts of a date, so that a day can be bounded by comparing text.
 *
 * @param separator may be empty
 * @param offset whether the text carries an offset of its own, so that its date may be another one than the clock's
 */
record TextShape(String separator, boolean offset) {
    private static final Pattern YEAR_FIRST =
            Pattern.compile("\\d{4}([-/.]?)\\d{2}\\1\\d{2}(?:$|[T\\s\\d].*)", Pattern.DOTALL);
    private static final Pattern OFFSET =
            Pattern.compile("[T\\s].*(?:[zZ]|[+-]\\d\\d(?::?\\d\\d)?)\\s*$", Pattern.DOTALL);

    /** The shape of a text; empty when it does not begin with the year. */
    static Optional<TextShape> of(String sample) {
        Matcher yearFirst = YEAR_FIRST.matcher(sample.strip());
        return yearFirst.matches()
                ? Optional.of(new TextShape(
                        yearFirst.group(1), OFFSET.matcher(sample.strip()).find()))
                : Optional.empty();
    }

    /** What the texts of a day begin with, and all later ones are greater than. */
    String date(LocalDate day) {
        return String.format(
                Locale.ROOT,
                "%04d%s%02d%s%02d",
                day.getYear(),
                separator,
                day.getMonthValue(),
                separator,
                day.getDayOfMonth());
    }
}
