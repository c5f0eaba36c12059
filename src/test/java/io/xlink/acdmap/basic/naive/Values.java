package io.xlink.acdmap.basic.naive;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.regex.Pattern;

/** The table of conversions. A value is a Long (whole), a Double, a String or a Boolean. */
final class Values {
    private static final Pattern DECIMAL = Pattern.compile("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]+)?");
    private static final Pattern HEX = Pattern.compile("&[hH][0-9a-fA-F]+");
    private static final Pattern OCTAL = Pattern.compile("&[oO][0-7]+");
    private static final double PLAIN_MOST = 1e15;
    private static final double PLAIN_LEAST = 0.0001;
    private static final int DIGITS = 15;
    private static final int MAX_TEXT = 65_536;

    private Values() {}

    /** Whole numbers, and Booleans, which count as whole in arithmetic. */
    static boolean isWhole(Object value) {
        return value instanceof Long || value instanceof Boolean;
    }

    static double number(Object value) {
        if (value instanceof Long whole) {
            return whole;
        }
        if (value instanceof Boolean truth) {
            return truth ? -1 : 0;
        }
        if (value instanceof String text) {
            return number(text);
        }
        return (Double) value;
    }

    private static double number(String given) {
        String text = blanksOff(given);
        if (DECIMAL.matcher(text).matches()) {
            return finite(Double.parseDouble(text));
        }
        if (HEX.matcher(text).matches()) {
            return finite(new BigInteger(text.substring(2), 16).doubleValue());
        }
        if (OCTAL.matcher(text).matches()) {
            return finite(new BigInteger(text.substring(2), 8).doubleValue());
        }
        throw new NaiveFailure(NaiveFailure.TYPE_MISMATCH);
    }

    static long whole(Object value) {
        if (value instanceof Long whole) {
            return whole;
        }
        if (value instanceof Boolean truth) {
            return truth ? -1 : 0;
        }
        return long64(new BigDecimal(number(value))
                .setScale(0, RoundingMode.HALF_EVEN)
                .toBigInteger());
    }

    static boolean truth(Object value) {
        if (value instanceof Boolean truth) {
            return truth;
        }
        if (value instanceof String text) {
            if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
                return text.equalsIgnoreCase("true");
            }
        }
        return number(value) != 0;
    }

    static String text(Object value) {
        if (value instanceof Double number) {
            return text(number.doubleValue());
        }
        if (value instanceof Boolean truth) {
            return truth ? "True" : "False";
        }
        return value.toString();
    }

    private static String text(double number) {
        BigDecimal rounded = new BigDecimal(number).round(new MathContext(DIGITS, RoundingMode.HALF_UP));
        if (rounded.signum() == 0) {
            return "0";
        }
        BigDecimal size = rounded.abs();
        double before = Math.abs(number);
        if (before <= PLAIN_MOST && before >= PLAIN_LEAST) {
            return rounded.stripTrailingZeros().toPlainString();
        }
        String digits = size.stripTrailingZeros().unscaledValue().toString();
        int exponent = size.precision() - size.scale() - 1;
        return (rounded.signum() < 0 ? "-" : "")
                + digits.charAt(0)
                + (digits.length() > 1 ? "." + digits.substring(1) : "")
                + (exponent < 0 ? "E-" : "E+")
                + String.format(Locale.ROOT, "%02d", Math.abs(exponent));
    }

    static double finite(double value) {
        if (Double.isInfinite(value)) {
            throw new NaiveFailure(NaiveFailure.OVERFLOW);
        }
        return value;
    }

    static long long64(BigInteger value) {
        if (value.bitLength() > 63) {
            throw new NaiveFailure(NaiveFailure.OVERFLOW);
        }
        return value.longValue();
    }

    /** A text that an operator or a function made: not too long, and it costs steps. */
    static String made(String text, Machine machine) {
        if (text.length() > MAX_TEXT) {
            throw new NaiveFailure(NaiveFailure.TEXT_TOO_LONG);
        }
        machine.step(text.length() / 64);
        return text;
    }

    static String blanksOff(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && text.charAt(from) == ' ') {
            from++;
        }
        while (to > from && text.charAt(to - 1) == ' ') {
            to--;
        }
        return text.substring(from, to);
    }
}
