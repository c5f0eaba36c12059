package io.xlink.acdmap.basic;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** The functions of numbers. Called by the classes made of scripts; {@code at} is the offset of the function's name. */
final class NumberFunctions {
    private static final int MOST_DECIMALS = 15;

    private NumberFunctions() {}

    /** {@code Int}: the whole number below. */
    static double floor(double value) {
        return Math.floor(value);
    }

    /** {@code Fix}: the whole number towards 0. */
    static double fix(double value) {
        return value < 0 ? Math.ceil(value) : Math.floor(value);
    }

    static long abs(long value, int at) {
        return value < 0 ? Arithmetic.negate(value, at) : value;
    }

    static double abs(double value) {
        return Math.abs(value);
    }

    static long sgn(long value) {
        return Long.signum(value);
    }

    static long sgn(double value) {
        return value > 0 ? 1 : value < 0 ? -1 : 0;
    }

    static double round(double value) {
        return Math.rint(value);
    }

    /** Rounds the number's decimal digits and not its binary ones: 2.675 to 2 decimals is 2.68. */
    static double round(double value, long decimals, int at) {
        if (decimals < 0 || decimals > MOST_DECIMALS) {
            throw new Failed(Reason.INVALID_ARGUMENT, at);
        }
        return BigDecimal.valueOf(value)
                .setScale((int) decimals, RoundingMode.HALF_EVEN)
                .doubleValue();
    }

    static double sqr(double value, int at) {
        if (value < 0) {
            throw new Failed(Reason.INVALID_ARGUMENT, at);
        }
        return Math.sqrt(value);
    }

    static double exp(double value, int at) {
        return Arithmetic.finite(Math.exp(value), at);
    }

    static double log(double value, int at) {
        if (value <= 0) {
            throw new Failed(Reason.INVALID_ARGUMENT, at);
        }
        return Math.log(value);
    }

    static long iif(boolean condition, long a, long b) {
        return condition ? a : b;
    }

    static double iif(boolean condition, double a, double b) {
        return condition ? a : b;
    }

    static String iif(boolean condition, String a, String b) {
        return condition ? a : b;
    }

    static boolean iif(boolean condition, boolean a, boolean b) {
        return condition ? a : b;
    }
}
