package io.xlink.source.csv;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;

/**
 * Reads a time that a database keeps as text, in one column or as date and time of day in two (specification, section 5,
 * {@code TimeStampType=0}). Without patterns the year comes first: {@code 2018-02-21 17:34:30}, {@code 20180221173430}, with
 * any separators that dates of files may have; and it may carry an offset.
 */
public final class TimeStampText {
    private static final long DAY = 86_400;
    private static final int DATE_DIGITS = 8;
    private static final BadField NOT_A_TIMESTAMP = new BadField("not a time stamp (year, month, day, then the time)");

    private final List<TimePattern> patterns;

    private TimeStampText(List<TimePattern> patterns) {
        this.patterns = List.copyOf(patterns);
    }

    /**
     * A time as the text shows it.
     *
     * @param shown seconds since 1970-01-01T00:00 of the clock that wrote it
     * @param offset minutes to UTC that the text carries itself
     */
    public record Shown(long shown, OptionalInt offset) {}

    /** Text that is no time. */
    public static final class NotATimeException extends Exception {
        private static final long serialVersionUID = 1L;

        NotATimeException(BadField cause) {
            super(cause.getMessage(), null, false, false);
        }
    }

    /**
     * @param patterns one for each column; none where the year comes first
     * @throws IllegalArgumentException when one cannot be understood; the message says why
     */
    public static TimeStampText of(List<String> patterns) {
        return new TimeStampText(patterns.stream().map(TimePattern::of).toList());
    }

    /** Whether patterns say how the text is written. */
    public boolean hasPatterns() {
        return !patterns.isEmpty();
    }

    /** Whether the patterns of so many columns can give a date. */
    public boolean hasDate() {
        return has(TimePattern.Field.YEAR) && has(TimePattern.Field.MONTH) && has(TimePattern.Field.DAY);
    }

    private boolean has(TimePattern.Field field) {
        return patterns.stream().anyMatch(pattern -> pattern.has(field));
    }

    /**
     * Patterns of SQL's {@code like} that the first column matches on a day: what is not of its date is left open.
     *
     * @return one, or more where numbers may have one or two digits
     */
    public List<String> like(LocalDate day) {
        return patterns.get(0).like(day);
    }

    /** A time in one column. */
    public Shown read(String text) throws NotATimeException {
        try {
            String time = text.strip();
            return patterns.isEmpty() ? yearFirst(time) : patterned(List.of(time));
        } catch (BadField e) {
            throw new NotATimeException(e);
        }
    }

    /** A time of which date and time of day stand in two columns. */
    public Shown read(String date, String time) throws NotATimeException {
        try {
            String first = date.strip();
            String second = time.strip();
            if (!patterns.isEmpty()) {
                return patterned(List.of(first, second));
            }
            LocalDate day = DateText.parse(dateOnly(first), DateOrder.YMD);
            return new Shown(
                    day.toEpochDay() * DAY + TimeText.second(second.toCharArray(), 0, second.length()),
                    OptionalInt.empty());
        } catch (BadField e) {
            throw new NotATimeException(e);
        }
    }

    /** The date of what may have a midnight behind it. */
    private static String dateOnly(String text) {
        int end = 0;
        while (end < text.length() && text.charAt(end) > ' ' && text.charAt(end) != 'T') {
            end++;
        }
        return text.substring(0, end);
    }

    private Shown patterned(List<String> columns) throws BadField {
        TimePattern.Values values = new TimePattern.Values();
        values.clear();
        for (int i = 0; i < columns.size() && i < patterns.size(); i++) {
            char[] chars = columns.get(i).toCharArray();
            patterns.get(i).read(chars, 0, chars.length, values);
        }
        int offset = values.offset();
        return new Shown(
                values.day() * DAY + values.second(),
                offset == MomentText.NO_OFFSET ? OptionalInt.empty() : OptionalInt.of(offset));
    }

    private static Shown yearFirst(String text) throws BadField {
        String date = dateOnly(text);
        int time = date.length();
        if (time > DATE_DIGITS && date.chars().allMatch(Character::isDigit)) {
            time = DATE_DIGITS;
            date = text.substring(0, time);
        }
        long day = DateText.parse(date, DateOrder.YMD).toEpochDay() * DAY;
        while (time < text.length() && (text.charAt(time) <= ' ' || text.charAt(time) == 'T')) {
            time++;
        }
        if (time == text.length()) {
            if (date.length() < text.length()) {
                throw NOT_A_TIMESTAMP;
            }
            return new Shown(day, OptionalInt.empty());
        }
        char[] chars = text.toCharArray();
        int sign = RowTime.offset(chars, time, chars.length);
        int end = sign;
        while (end > time && chars[end - 1] <= ' ') {
            end--;
        }
        OptionalInt offset =
                sign == chars.length ? OptionalInt.empty() : OptionalInt.of(RowTime.minutes(chars, sign, chars.length));
        return new Shown(day + TimeText.second(chars, time, end), offset);
    }
}
