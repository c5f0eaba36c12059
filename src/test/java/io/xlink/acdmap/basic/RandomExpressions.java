package io.xlink.acdmap.basic;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Writes expressions: mostly of numbers that are numbers and divisors that are none of zero, so that most scripts come to
 * their end; but not all.
 */
final class RandomExpressions {
    private static final String[] WHOLES = {
        "0",
        "1",
        "2",
        "3",
        "4",
        "5",
        "7",
        "10",
        "60",
        "100",
        "1000",
        "&H1F",
        "&O17",
        "12%",
        "7&",
        "&HFF&",
        "32767",
        "65536",
        "2147483647",
        "9007199254740993",
        "9223372036854775807"
    };
    /** So many of those are small. */
    private static final int SMALL = 16;

    private static final String[] REALS = {
        "0.5",
        "1.5",
        "2.5",
        ".25",
        "0.1",
        "0.3",
        "1.005",
        "2.345",
        "1E3",
        "1.5e-3",
        "3#",
        "0.75!",
        "1E+15",
        "0.00004",
        "123456.789",
        "1E300"
    };
    private static final String[] NUMERIC_TEXTS = {"\"12\"", "\" 3.5 \"", "\"-7\"", "\"1E2\"", "\"&H1F\"", "\"+.5\""};
    private static final String[] TEXTS = {
        "\"abc\"", "\"\"", "\"True\"", "\"say \"\"hi\"\"\"", "\"Äb' : _\"", "\" x \"", "\"false\""
    };

    private final Random random;
    private List<RandomScript.Named> readable = List.of();
    private List<RandomScript.Routine> callable = List.of();
    private int calls;

    RandomExpressions(Random random) {
        this.random = random;
    }

    /** What may be read and called from here on, with a bound on calls, so that costs do not multiply. */
    void within(List<RandomScript.Named> variables, List<RandomScript.Routine> functions, int most) {
        readable = variables;
        callable = functions;
        calls = most;
    }

    boolean once(int in) {
        return random.nextInt(in) == 0;
    }

    String pick(String... from) {
        return from[random.nextInt(from.length)];
    }

    /** Of the kind that a variable of the type wants, or nearly so. */
    String of(char type, int depth) {
        if (once(15)) {
            return any(depth);
        }
        return switch (type) {
            case '$' -> text(depth);
            case '?' -> truth(depth);
            case '%', '&' -> once(3) ? number(depth) : operand(depth) + blank() + "Mod " + pick("7", "100", "1000");
            default -> number(depth);
        };
    }

    String any(int depth) {
        return switch (random.nextInt(4)) {
            case 0 -> text(depth);
            case 1 -> truth(depth);
            default -> number(depth);
        };
    }

    String number(int depth) {
        if (depth <= 0 || once(4)) {
            return operand(depth);
        }
        StringBuilder result = new StringBuilder(once(8) ? pick("-", "+", "- ") : "").append(operand(depth - 1));
        for (int i = once(3) ? 1 : 0; i >= 0; i--) {
            String operator = pick("+", "+", "-", "-", "*", "*", "/", "\\", "Mod", "^", "And", "Or", "Xor");
            result.append(blank()).append(operator).append(blank());
            boolean divides = operator.equals("/") || operator.equals("\\") || operator.equals("Mod");
            if (operator.equals("^")) {
                result.append(pick("2", "3", "0.5", "1", "0"));
            } else if (divides && !once(8)) {
                result.append(once(2) ? pick("2", "3", "7", "0.25", "-4") : "(Abs(" + number(depth - 2) + ") + 1)");
            } else {
                result.append(once(10) ? "-" : "").append(operand(depth - 1));
            }
        }
        return result.toString();
    }

    /** One that may stand beside any operator. */
    private String operand(int depth) {
        int chance = random.nextInt(20);
        if (chance < 8) {
            return variable("%&#", pick(WHOLES));
        }
        if (chance < 12 || depth <= 0) {
            return once(40) ? pick(WHOLES) : once(2) ? pick(REALS) : WHOLES[random.nextInt(SMALL)];
        }
        if (chance < 14) {
            return "(" + number(depth - 1) + ")";
        }
        if (chance < 15) {
            return once(5) ? variable("?", "True") : pick(NUMERIC_TEXTS);
        }
        if (chance < 16) {
            return call("%&#?", () -> pick(REALS), depth);
        }
        if (chance < 17 && once(6)) {
            return "(" + pick("2", "0.5", "4") + " ^ -" + pick("1", "2", "0.5") + ")";
        }
        return numberFunction(depth - 1);
    }

    private String numberFunction(int depth) {
        return switch (random.nextInt(21)) {
            case 0 -> "Int(" + number(depth) + ")";
            case 1 -> "Fix(" + number(depth) + ")";
            case 2 -> "Abs(" + number(depth) + ")";
            case 3 -> "Sgn(" + number(depth) + ")";
            case 4 -> "Round(" + number(depth) + ")";
            case 5, 6 ->
                "Round(" + number(depth) + ", " + (once(20) ? number(0) : pick("0", "1", "2", "3", "15")) + ")";
            case 7 -> once(6) ? "Sqr(" + number(depth) + ")" : "Sqr(Abs(" + number(depth) + "))";
            case 8 -> "Exp(" + operand(0) + " Mod 9)";
            case 9 -> once(6) ? "Log(" + number(depth) + ")" : "Log(Abs(" + number(depth) + ") + 1)";
            case 10 -> "CInt(" + operand(depth) + " Mod " + pick("100", "40000") + ")";
            case 11 -> "CLng(" + number(depth) + ")";
            case 12 -> "CDbl(" + any(0) + ")";
            case 13 -> "Val(" + text(depth) + ")";
            case 14 -> "Len(" + any(depth) + ")";
            case 15 -> "InStr(" + text(depth) + ", " + text(0) + ")";
            case 16 -> "Asc(" + text(depth) + (once(6) ? "" : " & \"x\"") + ")";
            case 17, 18 -> "IIf(" + truth(depth) + ", " + number(depth) + ", " + number(depth) + ")";
            case 19 -> "Abs(" + truth(depth) + ")";
            default -> once(4) ? "MsgBox(" + any(depth) + ")" : "Sgn(" + any(0) + ")";
        };
    }

    String text(int depth) {
        int chance = random.nextInt(12);
        if (chance < 4 || depth <= 0) {
            return once(3) ? pick(TEXTS) : variable("$", pick(TEXTS));
        }
        if (chance < 6) {
            return any(depth - 1) + blank() + "&" + blank() + any(depth - 1);
        }
        if (chance < 7) {
            return "(" + text(depth - 1) + blank() + "+" + blank() + variable("$", pick(TEXTS)) + ")";
        }
        if (chance < 8) {
            return call("$", () -> pick(NUMERIC_TEXTS), depth);
        }
        String length = once(10) ? operand(0) : pick("0", "1", "2", "3", "5", "2.5");
        return switch (random.nextInt(14)) {
            case 0 -> "CStr(" + any(depth - 1) + ")";
            case 1 -> "Left(" + text(depth - 1) + ", " + length + ")";
            case 2 -> "Right$(" + text(depth - 1) + ", " + length + ")";
            case 3 -> "Mid(" + any(depth - 1) + ", " + pick("1", "2", "3", "9") + ")";
            case 4 -> "Mid$(" + text(depth - 1) + ", " + pick("1", "2", "3.5") + ", " + length + ")";
            case 5 -> "UCase(" + text(depth - 1) + ")";
            case 6 -> "LCase(" + any(depth - 1) + ")";
            case 7 -> "Trim(" + text(depth - 1) + ")";
            case 8 -> "LTrim(" + text(depth - 1) + ")";
            case 9 -> "RTrim(" + text(depth - 1) + ")";
            case 10 -> "Chr(" + (once(10) ? number(0) : "65 + Abs(" + operand(0) + ") Mod 60") + ")";
            case 11 -> "Space(" + length + ")";
            case 12 -> "String(" + length + ", " + text(depth - 1) + (once(6) ? "" : " & \"-\"") + ")";
            default -> "IIf(" + truth(depth - 1) + ", " + text(depth - 1) + ", " + text(depth - 1) + ")";
        };
    }

    String truth(int depth) {
        int chance = random.nextInt(14);
        if (chance < 2 || depth <= 0) {
            return once(2) ? pick("True", "False") : variable("?", "True");
        }
        String comparison = pick("=", "<>", "<", ">", "<=", ">=", "=<", "=>", "><");
        if (chance < 7) {
            return number(depth - 1) + blank() + comparison + blank() + number(depth - 1);
        }
        if (chance < 8) {
            return text(depth - 1) + blank() + comparison + blank() + text(depth - 1);
        }
        if (chance < 9) {
            return any(0) + blank() + comparison + blank() + any(0);
        }
        if (chance < 10) {
            return "(Not " + truth(depth - 1) + ")";
        }
        if (chance < 11) {
            return "CBool(" + (once(6) ? any(depth - 1) : number(depth - 1)) + ")";
        }
        if (chance < 12) {
            return "IIf(" + truth(depth - 1) + ", " + truth(depth - 1) + ", " + truth(depth - 1) + ")";
        }
        return truth(depth - 1) + blank() + pick("And", "Or", "Xor") + blank() + truth(depth - 1);
    }

    /** A variable of one of the types, or the other thing when there is none. */
    private String variable(String types, String otherwise) {
        List<RandomScript.Named> fitting = new ArrayList<>();
        for (RandomScript.Named named : readable) {
            if (types.indexOf(named.type()) >= 0) {
                fitting.add(named);
            }
        }
        return fitting.isEmpty()
                ? otherwise
                : fitting.get(random.nextInt(fitting.size())).written(random);
    }

    private String call(String types, java.util.function.Supplier<String> otherwise, int depth) {
        List<RandomScript.Routine> fitting = new ArrayList<>();
        for (RandomScript.Routine routine : callable) {
            if (types.indexOf(routine.type()) >= 0) {
                fitting.add(routine);
            }
        }
        if (fitting.isEmpty() || calls-- <= 0) {
            return otherwise.get();
        }
        RandomScript.Routine routine = fitting.get(random.nextInt(fitting.size()));
        return routine.name() + "(" + arguments(routine, depth) + ")";
    }

    /** Plain variables, which may come back changed, and anything else. */
    String arguments(RandomScript.Routine routine, int depth) {
        List<String> result = new ArrayList<>();
        for (char type : routine.parameters()) {
            boolean plain = once(2) && !readable.isEmpty();
            RandomScript.Named named = plain ? readable.get(random.nextInt(readable.size())) : null;
            boolean fits = plain && named.assignable() && (type == '$') == (named.type() == '$');
            result.add(fits ? named.written(random) : once(5) ? "(" + of(type, 0) + ")" : of(type, depth - 1));
        }
        return String.join(", ", result);
    }

    private String blank() {
        return once(120) ? " _\n      " : once(30) ? "  " : " ";
    }
}
