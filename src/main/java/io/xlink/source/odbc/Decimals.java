package io.xlink.source.odbc;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Reads numbers that a driver writes as digits, without objects where they are short. */
final class Decimals {
    /** Whole numbers and powers of ten up to these are exact as doubles. */
    private static final long EXACT = 1L << 53;

    private static final int EXACT_POWER = 22;
    private static final double[] POWERS = powers();
    /** As many digits fit into a long, whatever they are. */
    private static final int LONG_DIGITS = 18;

    /** Stands for a number that is not as short as that. */
    static final long NOT_SHORT = Long.MIN_VALUE;

    private Decimals() {}

    private static double[] powers() {
        double[] powers = new double[EXACT_POWER + 1];
        double power = 1;
        for (int i = 0; i < powers.length; i++) {
            powers[i] = power;
            power *= 10;
        }
        return powers;
    }

    /**
     * The nearest number.
     *
     * @throws NumberFormatException when it is none
     */
    static double toDouble(ByteBuffer memory, int at, int length) {
        int end = at + length;
        boolean negative = length > 0 && memory.get(at) == '-';
        long digits = 0;
        int decimals = -1;
        // Behind the point they count only if another digit follows; results of divisions end in many.
        int zeros = 0;
        for (int i = negative ? at + 1 : at; i < end; i++) {
            byte b = memory.get(i);
            if (b == '0' && decimals >= 0) {
                zeros++;
            } else if (b >= '0' && b <= '9') {
                for (; zeros > 0 && digits < EXACT; zeros--) {
                    digits *= 10;
                    decimals++;
                }
                digits = digits < EXACT ? 10 * digits + (b - '0') : EXACT + 1;
                decimals += decimals >= 0 ? 1 : 0;
            } else if (isPoint(b) && decimals < 0) {
                decimals = 0;
            } else {
                return toDecimal(memory, at, length).doubleValue();
            }
        }
        if (digits > EXACT || decimals > EXACT_POWER || (digits == 0 && length < 3)) {
            return toDecimal(memory, at, length).doubleValue();
        }
        // Both are exact and divided once, so the quotient is the nearest.
        double value = decimals > 0 ? digits / POWERS[decimals] : digits;
        return negative ? -value : value;
    }

    /** The number without its fraction, or {@link #NOT_SHORT}. */
    static long toWhole(ByteBuffer memory, int at, int length) {
        boolean negative = length > 0 && memory.get(at) == '-';
        int begin = negative ? at + 1 : at;
        int end = at + length;
        long value = 0;
        int i = begin;
        for (; i < end && !isPoint(memory.get(i)); i++) {
            byte b = memory.get(i);
            if (b < '0' || b > '9' || i - begin >= LONG_DIGITS) {
                return NOT_SHORT;
            }
            value = 10 * value + (b - '0');
        }
        if (i == begin) {
            return NOT_SHORT;
        }
        for (i++; i < end; i++) {
            if (memory.get(i) < '0' || memory.get(i) > '9') {
                return NOT_SHORT;
            }
        }
        return negative ? -value : value;
    }

    /**
     * The number, to the last digit.
     *
     * @throws NumberFormatException when it is none
     */
    static BigDecimal toDecimal(ByteBuffer memory, int at, int length) {
        boolean negative = length > 0 && memory.get(at) == '-';
        int begin = negative ? at + 1 : at;
        int end = at + length;
        long value = 0;
        int scale = -1;
        for (int i = begin; i < end; i++) {
            byte b = memory.get(i);
            if (b >= '0' && b <= '9' && i - begin <= LONG_DIGITS - 1) {
                value = 10 * value + (b - '0');
                scale += scale >= 0 ? 1 : 0;
            } else if (isPoint(b) && scale < 0 && i > begin) {
                scale = 0;
            } else {
                return spelt(memory, at, length);
            }
        }
        return begin == end
                ? spelt(memory, at, length)
                : BigDecimal.valueOf(negative ? -value : value, Math.max(0, scale));
    }

    private static BigDecimal spelt(ByteBuffer memory, int at, int length) {
        byte[] bytes = new byte[length];
        memory.get(at, bytes);
        return toDecimal(new String(bytes, StandardCharsets.US_ASCII));
    }

    /** Drivers with a locale write commas. */
    static BigDecimal toDecimal(String text) {
        return new BigDecimal(text.strip().replace(',', '.'));
    }

    private static boolean isPoint(byte b) {
        return b == '.' || b == ',';
    }
}
