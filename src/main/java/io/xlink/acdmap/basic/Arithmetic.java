package io.xlink.acdmap.basic;

/**
 * The operators. Called by the classes made of scripts, which the JIT compiler makes one with them. {@code at} is the
 * operator's offset in the script; it is a constant of the call and costs nothing where nothing fails.
 */
final class Arithmetic {
    private Arithmetic() {}

    /** Passes a Double on that an operator has made of finite ones, unless it is infinite. */
    static double finite(double value, int at) {
        if (Math.abs(value) > Double.MAX_VALUE) {
            throw new Failed(Reason.OVERFLOW, at);
        }
        return value;
    }

    static long add(long a, long b, int at) {
        long sum = a + b;
        if (((a ^ sum) & (b ^ sum)) < 0) {
            throw new Failed(Reason.OVERFLOW, at);
        }
        return sum;
    }

    static double add(double a, double b, int at) {
        return finite(a + b, at);
    }

    static long subtract(long a, long b, int at) {
        long difference = a - b;
        if (((a ^ b) & (a ^ difference)) < 0) {
            throw new Failed(Reason.OVERFLOW, at);
        }
        return difference;
    }

    static double subtract(double a, double b, int at) {
        return finite(a - b, at);
    }

    static long multiply(long a, long b, int at) {
        long product = a * b;
        if (Math.multiplyHigh(a, b) != product >> 63) {
            throw new Failed(Reason.OVERFLOW, at);
        }
        return product;
    }

    static double multiply(double a, double b, int at) {
        return finite(a * b, at);
    }

    static double divide(double a, double b, int at) {
        double quotient = a / b;
        // Tests the quotient alone, which is infinite or no number where the divisor is 0.
        if (!(Math.abs(quotient) <= Double.MAX_VALUE)) {
            throw new Failed(b == 0 ? Reason.DIVISION_BY_ZERO : Reason.OVERFLOW, at);
        }
        return quotient;
    }

    static long quotient(long a, long b, int at) {
        if (b == 0) {
            throw new Failed(Reason.DIVISION_BY_ZERO, at);
        }
        if (b == -1) {
            return negate(a, at);
        }
        return a / b;
    }

    static long remainder(long a, long b, int at) {
        if (b == 0) {
            throw new Failed(Reason.DIVISION_BY_ZERO, at);
        }
        return a % b;
    }

    static double power(double a, double b, int at) {
        if (a == 0 && b < 0) {
            throw new Failed(Reason.DIVISION_BY_ZERO, at);
        }
        if (a < 0 && b != Math.rint(b)) {
            throw new Failed(Reason.INVALID_ARGUMENT, at);
        }
        return finite(Math.pow(a, b), at);
    }

    static long negate(long a, int at) {
        if (a == Long.MIN_VALUE) {
            throw new Failed(Reason.OVERFLOW, at);
        }
        return -a;
    }

    static double negate(double a) {
        return -a;
    }

    static long not(long a) {
        return ~a;
    }

    static boolean not(boolean a) {
        return !a;
    }

    static long and(long a, long b) {
        return a & b;
    }

    static boolean and(boolean a, boolean b) {
        return a & b;
    }

    static long or(long a, long b) {
        return a | b;
    }

    static boolean or(boolean a, boolean b) {
        return a | b;
    }

    static long xor(long a, long b) {
        return a ^ b;
    }

    static boolean xor(boolean a, boolean b) {
        return a ^ b;
    }
}
