package io.xlink.acdmap.basic;

import java.math.BigInteger;

/** Numbers without sign as they are written in scripts and in texts: {@code 12}, {@code .5}, {@code 1.5E3}, {@code &H1F}. */
final class Numerals {
    /** Hexadecimal digits beyond which no Double is large enough. */
    private static final int MOST_HEX_DIGITS = 300;

    private Numerals() {}

    /** Offset behind the longest number that begins at an offset; the offset itself when none does. */
    static int end(String text, int from) {
        int radix = radix(text, from);
        if (radix != 10) {
            int end = digits(text, from + 2, radix);
            return end == from + 2 ? from : end;
        }
        int whole = digits(text, from, 10);
        int end = whole;
        if (at(text, end) == '.') {
            end = digits(text, end + 1, 10);
            if (whole == from && end == from + 1) {
                return from;
            }
        }
        return end == from ? from : exponent(text, end);
    }

    private static int exponent(String text, int from) {
        if (at(text, from) != 'E' && at(text, from) != 'e') {
            return from;
        }
        int begin = at(text, from + 1) == '+' || at(text, from + 1) == '-' ? from + 2 : from + 1;
        int end = digits(text, begin, 10);
        return end == begin ? from : end;
    }

    /** A Long when the number has neither point nor exponent and fits, else a Double, which may be infinite. */
    static Object value(String number) {
        int radix = radix(number, 0);
        if (radix != 10) {
            String digits = number.substring(2);
            int zeros = 0;
            while (zeros < digits.length() - 1 && digits.charAt(zeros) == '0') {
                zeros++;
            }
            if (digits.length() - zeros > MOST_HEX_DIGITS * (radix == 8 ? 2 : 1)) {
                return Double.POSITIVE_INFINITY;
            }
            BigInteger value = new BigInteger(digits.substring(zeros), radix);
            return value.bitLength() < Long.SIZE ? (Object) value.longValue() : (Object) value.doubleValue();
        }
        if (digits(number, 0, 10) == number.length()) {
            try {
                return Long.parseLong(number);
            } catch (NumberFormatException e) {
                return Double.parseDouble(number); // It does not fit.
            }
        }
        return Double.parseDouble(number);
    }

    private static int radix(String text, int from) {
        if (at(text, from) != '&') {
            return 10;
        }
        return switch (at(text, from + 1)) {
            case 'H', 'h' -> 16;
            case 'O', 'o' -> 8;
            default -> 10;
        };
    }

    private static int digits(String text, int from, int radix) {
        int end = from;
        while (isDigit(at(text, end), radix)) {
            end++;
        }
        return end;
    }

    private static boolean isDigit(char c, int radix) {
        return c < 128 && Character.digit(c, radix) >= 0;
    }

    private static char at(String text, int index) {
        return index < text.length() ? text.charAt(index) : 0;
    }
}
