package io.xlink.acdmap.basic.naive;

import java.math.BigInteger;

/** The table of operators. Both sides have been evaluated when an operator comes here. */
final class Operators {
    private Operators() {}

    static Object apply(String operator, Object left, Object right, Machine machine) {
        return switch (operator) {
            case "^" -> power(Values.number(left), Values.number(right));
            case "*", "+", "-" -> arithmetic(operator, left, right, machine);
            case "/" -> divided(Values.number(left), Values.number(right));
            case "\\" -> quotient(Values.whole(left), Values.whole(right));
            case "MOD" -> rest(Values.whole(left), Values.whole(right));
            case "&" -> Values.made(Values.text(left) + Values.text(right), machine);
            case "AND", "OR", "XOR" -> logic(operator, left, right);
            default -> compare(operator, left, right);
        };
    }

    static Object negative(Object value) {
        if (Values.isWhole(value)) {
            return Values.long64(BigInteger.valueOf(Values.whole(value)).negate());
        }
        return -Values.number(value);
    }

    static Object positive(Object value) {
        return Values.isWhole(value) ? (Object) Values.whole(value) : Values.number(value);
    }

    static Object not(Object value) {
        return value instanceof Boolean truth ? (Object) !truth : ~Values.whole(value);
    }

    static boolean compare(String operator, Object left, Object right) {
        int order;
        if (left instanceof String a && right instanceof String b) {
            order = a.compareTo(b);
        } else if (Values.isWhole(left) && Values.isWhole(right)) {
            order = Long.compare(Values.whole(left), Values.whole(right));
        } else {
            double a = Values.number(left);
            double b = Values.number(right);
            order = a < b ? -1 : a > b ? 1 : 0;
        }
        return switch (operator) {
            case "=" -> order == 0;
            case "<>" -> order != 0;
            case "<" -> order < 0;
            case ">" -> order > 0;
            case "<=" -> order <= 0;
            case ">=" -> order >= 0;
            default -> throw new IllegalArgumentException(operator);
        };
    }

    private static double power(double base, double exponent) {
        if (base == 0 && exponent < 0) {
            throw new NaiveFailure(NaiveFailure.DIVISION_BY_ZERO);
        }
        if (base < 0 && exponent != Math.rint(exponent)) {
            throw new NaiveFailure(NaiveFailure.INVALID_ARGUMENT);
        }
        return Values.finite(Math.pow(base, exponent));
    }

    private static Object arithmetic(String operator, Object left, Object right, Machine machine) {
        if (operator.equals("+") && left instanceof String a && right instanceof String b) {
            return Values.made(a + b, machine);
        }
        if (Values.isWhole(left) && Values.isWhole(right)) {
            BigInteger a = BigInteger.valueOf(Values.whole(left));
            BigInteger b = BigInteger.valueOf(Values.whole(right));
            return Values.long64(
                    switch (operator) {
                        case "*" -> a.multiply(b);
                        case "+" -> a.add(b);
                        default -> a.subtract(b);
                    });
        }
        double a = Values.number(left);
        double b = Values.number(right);
        return Values.finite(
                switch (operator) {
                    case "*" -> a * b;
                    case "+" -> a + b;
                    default -> a - b;
                });
    }

    private static double divided(double a, double b) {
        if (b == 0) {
            throw new NaiveFailure(NaiveFailure.DIVISION_BY_ZERO);
        }
        return Values.finite(a / b);
    }

    private static long quotient(long a, long b) {
        if (b == 0) {
            throw new NaiveFailure(NaiveFailure.DIVISION_BY_ZERO);
        }
        return Values.long64(BigInteger.valueOf(a).divide(BigInteger.valueOf(b)));
    }

    private static long rest(long a, long b) {
        if (b == 0) {
            throw new NaiveFailure(NaiveFailure.DIVISION_BY_ZERO);
        }
        return BigInteger.valueOf(a).remainder(BigInteger.valueOf(b)).longValue();
    }

    private static Object logic(String operator, Object left, Object right) {
        if (left instanceof Boolean a && right instanceof Boolean b) {
            return switch (operator) {
                case "AND" -> a && b;
                case "OR" -> a || b;
                default -> !a.equals(b);
            };
        }
        long a = Values.whole(left);
        long b = Values.whole(right);
        return switch (operator) {
            case "AND" -> a & b;
            case "OR" -> a | b;
            default -> a ^ b;
        };
    }
}
