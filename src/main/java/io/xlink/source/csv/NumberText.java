package io.xlink.source.csv;

/**
 * Reads values (specification, section 4). An empty field is 0, because exports leave zeros out. A minus sign is
 * accepted for counts, since some systems correct an earlier interval with a negative row. There are no thousands
 * separators: {@code 1.234} is a little more than one.
 */
final class NumberText {
    /** A long of so many digits is exact as a double. */
    private static final int DIGITS = 15;

    private static final double[] POWERS = new double[DIGITS + 1];
    private static final BadField NOT_A_NUMBER = new BadField("not a number");
    private static final BadField COMMA = new BadField(
            "a comma in a number of a file that commas separate (decimals or thousands?); a decimal point is read");
    private static final BadField TOO_LARGE = new BadField("the number has more than " + DIGITS + " digits");
    private static final BadField NOT_A_DURATION = new BadField("not a duration (seconds, mm:ss or hh:mm:ss)");
    private static final BadField NO_SUCH_DURATION = new BadField("minutes or seconds of the duration exceed 59");

    static {
        for (int i = 0; i <= DIGITS; i++) {
            POWERS[i] = Double.parseDouble("1e" + i);
        }
    }

    private NumberText() {}

    /**
     * A count or sum.
     *
     * @param comma whether a comma is a decimal separator too
     */
    static double value(char[] chars, int from, int to, boolean comma) throws BadField {
        if (from < to && chars[from] == '-') {
            if (from + 1 == to) {
                throw NOT_A_NUMBER;
            }
            // Subtracted from 0 so that "-0" does not become a negative zero.
            return 0 - unsigned(chars, from + 1, to, comma);
        }
        return unsigned(chars, from, to, comma);
    }

    /**
     * An average handling time in seconds: seconds, {@code mm:ss} or {@code hh:mm:ss}, each with decimals; never
     * negative. In the longer forms only the first part may exceed 59.
     */
    static double duration(char[] chars, int from, int to, boolean comma) throws BadField {
        int last = to;
        while (last > from && chars[last - 1] != ':') {
            last--;
        }
        if (last == from) {
            return unsigned(chars, from, to, comma);
        }
        double seconds = seconds(chars, last, to, comma);
        int colon = last - 1;
        int middle = colon;
        while (middle > from && chars[middle - 1] != ':') {
            middle--;
        }
        long minutes = whole(chars, middle, colon);
        long hours = middle == from ? 0 : whole(chars, from, middle - 1);
        if (seconds >= 60 || middle > from && minutes >= 60) {
            throw NO_SUCH_DURATION;
        }
        return (hours * 60 + minutes) * 60 + seconds;
    }

    private static double seconds(char[] chars, int from, int to, boolean comma) throws BadField {
        if (from >= to || chars[from] < '0' || chars[from] > '9') {
            throw NOT_A_DURATION;
        }
        try {
            return unsigned(chars, from, to, comma);
        } catch (BadField e) {
            throw NOT_A_DURATION;
        }
    }

    private static long whole(char[] chars, int from, int to) throws BadField {
        if (from >= to || to - from > 9) {
            throw NOT_A_DURATION;
        }
        long value = 0;
        for (int i = from; i < to; i++) {
            int digit = chars[i] - '0';
            if (digit < 0 || digit > 9) {
                throw NOT_A_DURATION;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    private static double unsigned(char[] chars, int from, int to, boolean comma) throws BadField {
        long value = 0;
        int digits = 0;
        int i = from;
        for (; i < to; i++) {
            int digit = chars[i] - '0';
            if (digit < 0 || digit > 9) {
                break;
            }
            value = value * 10 + digit;
            if (value != 0 && ++digits > DIGITS) {
                throw TOO_LARGE;
            }
        }
        return i == to ? value : fraction(chars, from, i, to, comma, value, digits);
    }

    private static double fraction(char[] chars, int from, int point, int to, boolean comma, long whole, int digits)
            throws BadField {
        if (chars[point] == ',' && !comma) {
            throw COMMA;
        }
        boolean separator = chars[point] == '.' || comma && chars[point] == ',';
        if (!separator || to - from == 1) {
            throw NOT_A_NUMBER;
        }
        long value = whole;
        int places = 0;
        int significant = digits;
        for (int i = point + 1; i < to; i++) {
            int digit = chars[i] - '0';
            if (digit < 0 || digit > 9) {
                throw NOT_A_NUMBER;
            }
            // Other programs write doubles with 17 digits; those beyond what a double holds are dropped.
            if (significant < DIGITS && places < DIGITS) {
                value = value * 10 + digit;
                places++;
                significant += value == 0 ? 0 : 1;
            }
        }
        return value / POWERS[places];
    }
}
