package io.xlink.acdmap.basic;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Values of one type as values of another. Called by the classes made of scripts; {@code at} is the offset of what is
 * converted.
 */
final class Conversions {
    /** Distance from a whole number at which a value assigned to {@code Result} is that number. */
    private static final double NEARLY_WHOLE = 0.000001;

    private static final double BEYOND_WHOLE = 0x1p63;
    private static final MathContext SHOWN = new MathContext(15, RoundingMode.HALF_UP);
    private static final double LARGEST_PLAIN = 1E15;
    private static final double SMALLEST_PLAIN = 0.0001;

    private Conversions() {}

    /** The nearest whole number, halves to the even one. */
    static long toWhole(double value, int at) {
        return exactly(Math.rint(value), at);
    }

    private static long exactly(double number, int at) {
        long whole = (long) number;
        // Both ends of the range are also what numbers beyond become. Plus 1 they are the two least numbers.
        if (whole + 1 <= Long.MIN_VALUE + 1 && number != -BEYOND_WHOLE) {
            throw new Failed(Reason.OVERFLOW, at);
        }
        return whole;
    }

    static long toWhole(boolean value) {
        return value ? -1 : 0;
    }

    /** What {@code Result} holds of a number: without its decimals, unless they are an error of binary fractions. */
    static long truncated(double value, int at) {
        double nearest = Math.rint(value);
        boolean nearly = Math.abs(value - nearest) <= NEARLY_WHOLE;
        return exactly(nearly ? nearest : value, at);
    }

    static long toInteger(long value, int at) {
        if (value != (short) value) {
            throw new Failed(Reason.OVERFLOW, at);
        }
        return value;
    }

    static long toLong(long value, int at) {
        if (value != (int) value) {
            throw new Failed(Reason.OVERFLOW, at);
        }
        return value;
    }

    static double toDouble(long value) {
        return value;
    }

    static double toDouble(boolean value) {
        return value ? -1 : 0;
    }

    static double toDouble(ScriptRun run, String text, int at) {
        run.reading(text.length(), at);
        int begin = 0;
        int end = text.length();
        while (begin < end && text.charAt(begin) == ' ') {
            begin++;
        }
        while (end > begin && text.charAt(end - 1) == ' ') {
            end--;
        }
        int numberEnd = numberEnd(text, begin);
        if (begin == end || numberEnd != end) {
            throw new Failed(Reason.TYPE_MISMATCH, at);
        }
        return number(text, begin, end, at);
    }

    /** {@code Val}: the number at the beginning of a text, behind blanks; 0 when there is none. */
    static double leadingNumber(ScriptRun run, String text, int at) {
        run.reading(text.length(), at);
        int begin = 0;
        while (begin < text.length() && text.charAt(begin) == ' ') {
            begin++;
        }
        int end = numberEnd(text, begin);
        return end == begin ? 0 : number(text, begin, end, at);
    }

    /** Offset behind a number that may have a sign; where it began when there is none. */
    private static int numberEnd(String text, int begin) {
        boolean signed = begin < text.length() && (text.charAt(begin) == '-' || text.charAt(begin) == '+');
        if (signed && begin + 1 < text.length() && text.charAt(begin + 1) == '&') {
            return begin;
        }
        int digits = signed ? begin + 1 : begin;
        int end = Numerals.end(text, digits);
        return end == digits ? begin : end;
    }

    private static double number(String text, int begin, int end, int at) {
        boolean signed = text.charAt(begin) == '-' || text.charAt(begin) == '+';
        Object value = Numerals.value(text.substring(signed ? begin + 1 : begin, end));
        double number = Arithmetic.finite(((Number) value).doubleValue(), at);
        return text.charAt(begin) == '-' ? -number : number;
    }

    static boolean toBoolean(long value) {
        return value != 0;
    }

    static boolean toBoolean(double value) {
        return value != 0;
    }

    static boolean toBoolean(ScriptRun run, String text, int at) {
        if (text.equalsIgnoreCase("true")) {
            return true;
        }
        return !text.equalsIgnoreCase("false") && toDouble(run, text, at) != 0;
    }

    static String toText(long value) {
        return Long.toString(value);
    }

    static String toText(boolean value) {
        return value ? "True" : "False";
    }

    /** At most 15 significant digits; with an exponent above 1E15 and below 0.0001. */
    static String toText(double value) {
        if (value == 0) {
            return "0";
        }
        BigDecimal shown = new BigDecimal(value).round(SHOWN).stripTrailingZeros();
        double size = Math.abs(value);
        if (size <= LARGEST_PLAIN && size >= SMALLEST_PLAIN) {
            return shown.toPlainString();
        }
        String digits = shown.unscaledValue().abs().toString();
        int exponent = digits.length() - 1 - shown.scale();
        String sign = exponent < 0 ? "-" : "+";
        int power = Math.abs(exponent);
        return (shown.signum() < 0 ? "-" : "")
                + digits.charAt(0)
                + (digits.length() > 1 ? "." + digits.substring(1) : "")
                + "E" + sign + (power < 10 ? "0" : "") + power;
    }
}
