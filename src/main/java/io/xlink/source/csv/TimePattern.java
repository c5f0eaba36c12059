package io.xlink.source.csv;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * How a column writes a date, a time or both, such as {@code dd/mm/yyyy HH:MM:SS} (specification, section 4, {@code
 * ActivityStartTimeStampFormat}). The case of letters does not matter: {@code mm} is the minute when the part before it is
 * the hour, otherwise the month. {@code tt} or {@code AM/PM} stands for AM or PM, {@code Z} for {@code Z} or {@code
 * +hh:mm}; what is no letter stands for itself, and so does a single {@code T}.
 */
final class TimePattern {
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 2099;
    private static final BadField NO_SUCH_DAY = new BadField("there is no such day");
    private static final BadField NO_SUCH_TIME = new BadField("there is no such time");
    private static final BadField BAD_YEAR = new BadField("the year is not within " + FIRST_YEAR + " to " + LAST_YEAR);
    private static final String[] HALF_DAYS = {"AM/PM", "TT", "AM", "PM"};

    private final String text;
    private final List<Part> parts;
    private final BadField other;

    private TimePattern(String text, List<Part> parts) {
        this.text = text;
        this.parts = List.copyOf(parts);
        this.other = new BadField("not written as " + text);
    }

    /** What a part of a pattern stands for; all but the last three are numbers. */
    enum Field {
        DAY,
        MONTH,
        YEAR,
        HOUR,
        MINUTE,
        SECOND,
        HALF_DAY,
        OFFSET,
        ITSELF;

        private boolean isNumber() {
            return ordinal() <= SECOND.ordinal();
        }
    }

    private record Part(Field field, int width, char literal) {}

    /** The values of one date and time; they may come from two columns. */
    static final class Values {
        private final int[] values = new int[Field.values().length];

        void clear() {
            for (Field field : Field.values()) {
                values[field.ordinal()] = field == Field.OFFSET ? MomentText.NO_OFFSET : -1;
            }
        }

        private void set(Field field, int value) {
            values[field.ordinal()] = value;
        }

        private int get(Field field) {
            return values[field.ordinal()];
        }

        /** Days since 1970-01-01. */
        long day() throws BadField {
            int year = get(Field.YEAR);
            if (year < FIRST_YEAR || year > LAST_YEAR) {
                throw BAD_YEAR;
            }
            try {
                return LocalDate.of(year, get(Field.MONTH), get(Field.DAY)).toEpochDay();
            } catch (DateTimeException e) {
                throw NO_SUCH_DAY;
            }
        }

        /** Second of the day, 0 to 86,400. */
        int second() throws BadField {
            int hour = get(Field.HOUR);
            int minute = Math.max(0, get(Field.MINUTE));
            int second = Math.max(0, get(Field.SECOND));
            int halfDay = get(Field.HALF_DAY);
            if (halfDay >= 0) {
                if (hour < 1 || hour > 12) {
                    throw NO_SUCH_TIME;
                }
                hour = hour % 12 + halfDay;
            }
            if (minute > 59 || second > 59 || hour > 24 || hour == 24 && minute + second > 0) {
                throw NO_SUCH_TIME;
            }
            return (hour * 60 + minute) * 60 + second;
        }

        /** Minutes, or {@link MomentText#NO_OFFSET}. */
        int offset() {
            return get(Field.OFFSET);
        }
    }

    /** @throws IllegalArgumentException when the pattern cannot be understood; the message says why */
    static TimePattern of(String text) {
        List<Part> parts = new ArrayList<>();
        Set<Field> seen = EnumSet.noneOf(Field.class);
        Field before = null;
        int i = 0;
        while (i < text.length()) {
            Part part = part(text, i, before);
            if (part.field != Field.ITSELF) {
                if (!seen.add(part.field)) {
                    throw new IllegalArgumentException("has the "
                            + part.field.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " twice");
                }
                before = part.field;
            }
            parts.add(part);
            i += Math.abs(part.width);
        }
        for (int p = 1; p < parts.size(); p++) {
            Part first = parts.get(p - 1);
            if (first.field.isNumber() && parts.get(p).field.isNumber() && first.width < 2) {
                throw new IllegalArgumentException("has numbers side by side without a fixed number of digits");
            }
        }
        return new TimePattern(text, parts);
    }

    private static Part part(String text, int at, Field before) {
        for (String halfDay : HALF_DAYS) {
            if (text.regionMatches(true, at, halfDay, 0, halfDay.length())) {
                return new Part(Field.HALF_DAY, halfDay.length(), ' ');
            }
        }
        char letter = Character.toLowerCase(text.charAt(at));
        int end = at + 1;
        while (end < text.length() && Character.toLowerCase(text.charAt(end)) == letter) {
            end++;
        }
        int width = end - at;
        boolean upToTwo = width <= 2;
        if (letter == 'd' && upToTwo) {
            return new Part(Field.DAY, width, ' ');
        } else if (letter == 'm' && upToTwo) {
            return new Part(before == Field.HOUR ? Field.MINUTE : Field.MONTH, width, ' ');
        } else if (letter == 'y' && (width == 2 || width == 4)) {
            return new Part(Field.YEAR, width, ' ');
        } else if (letter == 'h' && upToTwo) {
            return new Part(Field.HOUR, width, ' ');
        } else if (letter == 's' && upToTwo) {
            return new Part(Field.SECOND, width, ' ');
        } else if (letter == 'z' && width == 1) {
            return new Part(Field.OFFSET, width, ' ');
        } else if (!Character.isLetter(letter) || letter == 't' && width == 1) {
            // Any number of blanks is as good as one.
            return letter <= ' ' ? new Part(Field.ITSELF, width, ' ') : new Part(Field.ITSELF, 1, text.charAt(at));
        }
        throw new IllegalArgumentException("has \"" + text.substring(at, end) + "\", which stands for nothing");
    }

    boolean has(Field field) {
        return parts.stream().anyMatch(part -> part.field == field);
    }

    /**
     * Patterns of SQL's {@code like} for what is written on a day: its date as it stands, anything for all else. Numbers of
     * one or two digits make several of them.
     */
    List<String> like(LocalDate day) {
        Set<String> likes = new LinkedHashSet<>();
        for (boolean paddedDay : new boolean[] {true, false}) {
            likes.add(like(day, paddedDay, true));
            likes.add(like(day, paddedDay, false));
        }
        return List.copyOf(likes);
    }

    private String like(LocalDate day, boolean paddedDay, boolean paddedMonth) {
        StringBuilder like = new StringBuilder();
        for (int p = 0; p < parts.size(); p++) {
            Part part = parts.get(p);
            switch (part.field) {
                case DAY -> like.append(number(day.getDayOfMonth(), paddedDay || isFixed(p)));
                case MONTH -> like.append(number(day.getMonthValue(), paddedMonth || isFixed(p)));
                case YEAR ->
                    like.append(part.width == 2 ? number(day.getYear() % 100, true) : String.valueOf(day.getYear()));
                default -> {
                    // What separates two parts of the date stands for itself; nothing else can be known.
                    boolean within = part.field == Field.ITSELF && part.literal > ' ' && isDate(p - 1) && isDate(p + 1);
                    if (within && part.literal != '%' && part.literal != '_') {
                        like.append(part.literal);
                    } else if (like.length() == 0 || like.charAt(like.length() - 1) != '%') {
                        like.append('%');
                    }
                }
            }
        }
        return like.toString();
    }

    private static String number(int number, boolean padded) {
        return padded && number < 10 ? "0" + number : String.valueOf(number);
    }

    /** Whether a part of the date stands there. */
    private boolean isDate(int p) {
        return p >= 0
                && p < parts.size()
                && EnumSet.of(Field.DAY, Field.MONTH, Field.YEAR).contains(parts.get(p).field);
    }

    /** Whether the digits of a number cannot vary, because another number follows. */
    private boolean isFixed(int p) {
        return p + 1 < parts.size() && parts.get(p + 1).field.isNumber();
    }

    /** Reads a field whose surrounding blanks are left out; a fraction of a second is dropped. */
    void read(char[] chars, int from, int to, Values values) throws BadField {
        int at = from;
        for (int p = 0; p < parts.size(); p++) {
            Part part = parts.get(p);
            switch (part.field) {
                case ITSELF -> at = literal(chars, at, to, part.literal);
                case HALF_DAY -> {
                    values.set(part.field, halfDay(chars, at, to));
                    at += 2;
                }
                case OFFSET -> {
                    int end = offsetEnd(chars, at, to);
                    values.set(part.field, RowTime.minutes(chars, at, end));
                    at = end;
                }
                default -> at = number(chars, at, to, p, values);
            }
        }
        if (at != to) {
            throw other;
        }
    }

    private int literal(char[] chars, int from, int to, char literal) throws BadField {
        int at = from;
        if (at >= to || !same(chars[at], literal)) {
            throw other;
        }
        at++;
        while (literal == ' ' && at < to && chars[at] <= ' ') {
            at++;
        }
        return at;
    }

    private static boolean same(char c, char literal) {
        return literal == ' ' ? c <= ' ' : Character.toLowerCase(c) == Character.toLowerCase(literal);
    }

    private int halfDay(char[] chars, int from, int to) throws BadField {
        if (to - from < 2 || (chars[from + 1] | 0x20) != 'm') {
            throw other;
        }
        return switch (chars[from]) {
            case 'a', 'A' -> 0;
            case 'p', 'P' -> 12;
            default -> throw other;
        };
    }

    private int offsetEnd(char[] chars, int from, int to) throws BadField {
        if (from >= to || RowTime.offset(chars, from, Math.min(to, from + 1)) != from) {
            throw other;
        }
        int end = from + 1;
        while (chars[from] != 'z' && chars[from] != 'Z' && end < to && (isDigit(chars[end]) || chars[end] == ':')) {
            end++;
        }
        return end;
    }

    private int number(char[] chars, int from, int to, int index, Values values) throws BadField {
        Part part = parts.get(index);
        boolean isLast = index + 1 == parts.size();
        boolean fixed = part.field == Field.YEAR || isFixed(index);
        int most = fixed ? part.width : 2;
        int value = 0;
        int at = from;
        while (at < to && at - from < most && isDigit(chars[at])) {
            value = value * 10 + chars[at++] - '0';
        }
        if (at == from || fixed && at - from < most) {
            throw other;
        }
        if (part.field == Field.YEAR && part.width == 2) {
            value += value < 70 ? 2000 : 1900;
        }
        values.set(part.field, value);
        boolean fraction = part.field == Field.SECOND
                && at + 1 < to
                && (chars[at] == '.' || chars[at] == ',')
                && (isLast || parts.get(index + 1).literal != chars[at]);
        if (fraction) {
            at++;
            while (at < to && isDigit(chars[at])) {
                at++;
            }
        }
        return at;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    @Override
    public String toString() {
        return text;
    }
}
