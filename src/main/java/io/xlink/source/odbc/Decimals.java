package io.xlink.source.odbc;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Reads numbers that a driver writes as digits, without objects where they are short. */
final class Decimals {
    private static final int EXACT_DIGITS = 15;
    private static final double[] POWERS = powers();

    private Decimals() {}

    private static double[] powers() {
        double[] powers = new double[EXACT_DIGITS + 1];
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
        long digits = 0;
        int count = 0;
        int decimals = -1;
        int i = at;
        int end = at + length;
        boolean negative = i < end && memory.get(i) == '-';
        if (negative) {
            i++;
        }
        for (; i < end; i++) {
            byte b = memory.get(i);
            if (b >= '0' && b <= '9') {
                digits = 10 * digits + (b - '0');
                count++;
                decimals += decimals >= 0 ? 1 : 0;
            } else if (isPoint(b) && decimals < 0) {
                decimals = 0;
            } else {
                return toDecimal(memory, at, length).doubleValue();
            }
            if (count > EXACT_DIGITS) {
                return toDecimal(memory, at, length).doubleValue();
            }
        }
        if (count == 0) {
            throw new NumberFormatException("no digits");
        }
        // Both are exact and divided once, so the quotient is the nearest.
        double value = decimals > 0 ? digits / POWERS[decimals] : digits;
        return negative ? -value : value;
    }

    /**
     * The number, to the last digit.
     *
     * @throws NumberFormatException when it is none
     */
    static BigDecimal toDecimal(ByteBuffer memory, int at, int length) {
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
