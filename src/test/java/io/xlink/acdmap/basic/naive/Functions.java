package io.xlink.acdmap.basic.naive;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The table of functions. */
final class Functions {
    static final Set<String> NAMES = Set.of(
            "INT", "FIX", "ABS", "SGN", "ROUND", "SQR", "EXP", "LOG", "CINT", "CLNG", "CDBL", "CSTR", "CBOOL", "VAL",
            "LEN", "LEFT", "RIGHT", "MID", "INSTR", "UCASE", "LCASE", "TRIM", "LTRIM", "RTRIM", "CHR", "ASC", "SPACE",
            "STRING", "IIF", "MSGBOX");

    private static final Pattern LEADING =
            Pattern.compile(" *(&[hH][0-9a-fA-F]+|&[oO][0-7]+|[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]+)?)");

    private Functions() {}

    static Object call(String name, List<Object> given, Machine machine) {
        Object first = given.get(0);
        return switch (name) {
            case "INT" -> rounded(first, 0, RoundingMode.FLOOR);
            case "FIX" -> rounded(first, 0, RoundingMode.DOWN);
            case "ROUND" -> given.size() == 1 ? rounded(first, 0, RoundingMode.HALF_EVEN) : round(first, given.get(1));
            case "ABS" -> abs(first);
            case "SGN" -> (long) Math.signum(Values.number(first));
            case "SQR", "EXP", "LOG" -> real(name, Values.number(first));
            case "CINT" -> Cell.as(Cell.Type.INTEGER, first);
            case "CLNG" -> Cell.as(Cell.Type.LONG, first);
            case "CDBL" -> Values.number(first);
            case "CSTR" -> Values.text(first);
            case "CBOOL" -> Values.truth(first);
            case "IIF" -> choice(Values.truth(first), given.get(1), given.get(2));
            case "MSGBOX" -> {
                machine.dialog(Values.text(first));
                yield 1L;
            }
            case "CHR" -> chr(Values.whole(first));
            case "SPACE" -> repeated(Values.whole(first), " ", machine);
            case "STRING" -> repeated(Values.whole(first), Values.text(given.get(1)), machine);
            default -> ofText(name, Values.text(first), given, machine);
        };
    }

    private static Object ofText(String name, String text, List<Object> given, Machine machine) {
        return switch (name) {
            case "VAL" -> val(text);
            case "LEN" -> (long) text.length();
            case "ASC" -> (long) firstOf(text);
            case "INSTR" -> (long) text.indexOf(Values.text(given.get(1))) + 1;
            case "UCASE" -> Values.made(cased(text, Character::toUpperCase), machine);
            case "LCASE" -> Values.made(cased(text, Character::toLowerCase), machine);
            case "TRIM" -> Values.blanksOff(text);
            case "LTRIM" ->
                Values.blanksOff(text + "x")
                        .substring(0, Values.blanksOff(text + "x").length() - 1);
            case "RTRIM" -> Values.blanksOff("x" + text).substring(1);
            case "LEFT" -> text.substring(0, length(given.get(1), text.length()));
            case "RIGHT" -> text.substring(text.length() - length(given.get(1), text.length()));
            case "MID" -> mid(text, given);
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** Character by character, so that the length stays. */
    private static String cased(String text, IntUnaryOperator operator) {
        StringBuilder result = new StringBuilder();
        text.chars().forEach(c -> result.append((char) operator.applyAsInt(c)));
        return result.toString();
    }

    private static String mid(String text, List<Object> given) {
        long position = Values.whole(given.get(1));
        long wanted = given.size() == 3 ? Values.whole(given.get(2)) : text.length();
        if (position < 1 || wanted < 0) {
            throw new NaiveFailure(NaiveFailure.INVALID_ARGUMENT);
        }
        int from = (int) Math.min(position - 1, text.length());
        int to = (int) Math.min(from + Math.min(wanted, text.length()), text.length());
        return text.substring(from, to);
    }

    /** Whole numbers stay as they are; Doubles are taken by their decimal digits. */
    private static Object rounded(Object value, int digits, RoundingMode mode) {
        if (Values.isWhole(value)) {
            return Values.whole(value);
        }
        return Values.finite(
                BigDecimal.valueOf(Values.number(value)).setScale(digits, mode).doubleValue());
    }

    private static Object round(Object value, Object digits) {
        double number = Values.number(value);
        long n = Values.whole(digits);
        if (n < 0 || n > 15) {
            throw new NaiveFailure(NaiveFailure.INVALID_ARGUMENT);
        }
        return rounded(number, (int) n, RoundingMode.HALF_EVEN);
    }

    private static Object abs(Object value) {
        if (Values.isWhole(value)) {
            return Values.long64(BigInteger.valueOf(Values.whole(value)).abs());
        }
        return Math.abs(Values.number(value));
    }

    private static double real(String name, double x) {
        if (name.equals("SQR") && x < 0 || name.equals("LOG") && x <= 0) {
            throw new NaiveFailure(NaiveFailure.INVALID_ARGUMENT);
        }
        return Values.finite(name.equals("SQR") ? Math.sqrt(x) : name.equals("EXP") ? Math.exp(x) : Math.log(x));
    }

    private static Object choice(boolean condition, Object a, Object b) {
        boolean kept = a instanceof String && b instanceof String
                || a instanceof Boolean && b instanceof Boolean
                || a instanceof Long && b instanceof Long;
        Object first = kept ? a : (Object) Values.number(a);
        Object second = kept ? b : (Object) Values.number(b);
        return condition ? first : second;
    }

    private static double val(String text) {
        Matcher leading = LEADING.matcher(text);
        return leading.lookingAt() ? Values.number(leading.group()) : 0;
    }

    private static char firstOf(String text) {
        if (text.isEmpty()) {
            throw new NaiveFailure(NaiveFailure.INVALID_ARGUMENT);
        }
        return text.charAt(0);
    }

    private static String chr(long code) {
        if (code < 0 || code > 65_535) {
            throw new NaiveFailure(NaiveFailure.INVALID_ARGUMENT);
        }
        return String.valueOf((char) code);
    }

    private static String repeated(long times, String text, Machine machine) {
        if (times < 0) {
            throw new NaiveFailure(NaiveFailure.INVALID_ARGUMENT);
        }
        String one = String.valueOf(firstOf(text));
        return Values.made(one.repeat((int) Math.min(times, 100_000)), machine);
    }

    private static int length(Object wanted, int most) {
        long n = Values.whole(wanted);
        if (n < 0) {
            throw new NaiveFailure(NaiveFailure.INVALID_ARGUMENT);
        }
        return (int) Math.min(n, most);
    }
}
