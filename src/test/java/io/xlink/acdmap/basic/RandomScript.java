package io.xlink.acdmap.basic;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Writes scripts that are correct, use the whole language, and come to an end; some of them by failing. */
final class RandomScript {
    /** A variable: its type as {@code % & # $}, or {@code ?} for a Boolean. */
    record Named(String name, char type, boolean assignable, boolean characters) {
        String written(Random random) {
            String cased = random.nextInt(6) == 0 ? name.toUpperCase(Locale.ROOT) : name;
            return characters && type != '?' && random.nextInt(8) == 0 ? cased + type : cased;
        }
    }

    /** A procedure: the type of its value, or {@code -} for a Sub. */
    record Routine(String name, char type, List<Character> parameters) {}

    private static final String DEEP = "Deep";
    /** Types of the constants that are written. */
    private static final String CONSTANTS = "%#$?%#$";

    private final Random random;
    private final RandomExpressions expressions;
    private final StringBuilder out = new StringBuilder();
    private final List<Named> globals = new ArrayList<>();
    private final List<Routine> routines = new ArrayList<>();
    private final boolean explicit;
    /** Most are small, because they are read and compiled sooner, and disagree as soon. */
    private final boolean large;

    private RandomScript(Random random) {
        this.random = random;
        this.expressions = new RandomExpressions(random);
        this.explicit = random.nextBoolean();
        this.large = random.nextInt(30) == 0;
    }

    static String of(Random random) {
        RandomScript script = new RandomScript(random);
        script.write();
        return script.out.toString();
    }

    private void write() {
        if (explicit) {
            out.append("Option Explicit\n");
        }
        for (int i = 1; i <= 4; i++) {
            globals.add(new Named("Para" + i, '#', random.nextInt(4) == 0, false));
        }
        globals.add(new Named("Weekday", '&', false, false));
        globals.add(new Named("Minutes", '&', false, false));
        globals.add(new Named("Result", '&', true, false));
        for (int i = random.nextInt(large ? 4 : 2); i > 0; i--) {
            Named named = declared("g" + i);
            globals.add(named);
            out.append(pick("Dim ", "Global ", "Public ", "Private "))
                    .append(declaration(named))
                    .append('\n');
        }
        for (int i = random.nextInt(large ? 3 : 2); i > 0; i--) {
            constant("C" + i, globals, "");
        }
        for (int i = Math.max(0, random.nextInt(4) - (large ? 0 : 2)); i > 0; i--) {
            List<Character> parameters = new ArrayList<>();
            for (int p = random.nextInt(4); p > 0; p--) {
                parameters.add(type());
            }
            char type = random.nextInt(3) == 0 ? '-' : type();
            routines.add(new Routine((type == '-' ? "Sub" : "Func") + i, type, parameters));
        }
        boolean recursive = random.nextInt(8) == 0;
        int main = random.nextInt(routines.size() + 1);
        for (int i = 0; i <= routines.size(); i++) {
            if (i == main) {
                procedure(new Routine("Main", '-', List.of()), routines, recursive);
            }
            if (i < routines.size()) {
                procedure(routines.get(i), routines.subList(i + 1, routines.size()), false);
            }
        }
        if (recursive) {
            out.append(pick(
                    "Function Deep(n As Long) As Double\n  If n > 0 Then Deep = n + Deep(n - 1)\nEnd Function\n",
                    "Function Deep(ByVal n%)\n  Dim x\n  x = n - 1\n  If x > 0 Then\n    Deep = x * 2 - Deep(x)\n"
                            + "  End If\nEnd Function\n"));
        }
    }

    private void procedure(Routine routine, List<Routine> callable, boolean recursive) {
        boolean main = routine.name().equals("Main");
        boolean function = routine.type() != '-';
        List<Named> scope = new ArrayList<>(globals);
        List<String> parameters = new ArrayList<>();
        for (char type : routine.parameters()) {
            Named parameter = new Named("p" + (parameters.size() + 1), type, true, true);
            scope.add(parameter);
            parameters.add(pick("", "", "ByVal ", "ByRef ") + declaration(parameter));
        }
        out.append(function ? "Function " : "Sub ").append(routine.name());
        out.append('(').append(String.join(", ", parameters)).append(')');
        out.append(function ? " As " + typeName(routine.type()) : "").append('\n');
        List<Named> locals = new ArrayList<>();
        for (int i = 1 + random.nextInt(large ? 4 : 3); i > 0; i--) {
            locals.add(declared("v" + i));
        }
        if (!explicit && random.nextBoolean()) {
            scope.add(new Named("loose", '#', true, false));
        }
        scope.addAll(locals);
        List<String> declarations = new ArrayList<>();
        locals.forEach(l -> declarations.add(declaration(l)));
        String dim = "  Dim " + String.join(", ", declarations) + "\n";
        boolean late = random.nextInt(6) == 0;
        out.append(late ? "" : dim);
        if (random.nextInt(6) == 0) {
            constant("K", scope, "  ");
        }
        RandomStatements statements =
                new RandomStatements(random, expressions, out, scope, callable, function, large ? 30 : 2);
        statements.block(1 + random.nextInt(main || large ? 4 : 2));
        if (recursive) {
            String depth = random.nextInt(30) == 0 ? "200" : String.valueOf(random.nextInt(12));
            out.append("  Result = Result + ")
                    .append(DEEP)
                    .append('(')
                    .append(depth)
                    .append(")\n");
        }
        if (function) {
            out.append("  ").append(routine.name()).append(" = ");
            out.append(random.nextInt(4) == 0 && routine.type() != '$' ? routine.name() + " + " : "");
            out.append(expressions.of(routine.type(), 2)).append('\n');
        }
        out.append(late ? dim : "");
        statements.counters("  ");
        if (main) {
            ending(scope);
        }
        out.append(function ? "End Function\n" : "End Sub\n");
    }

    /** Everything that the script computed comes out, not only its result. */
    private void ending(List<Named> scope) {
        if (random.nextInt(3) > 0) {
            List<String> shown = new ArrayList<>();
            scope.forEach(named -> shown.add(named.name()));
            out.append("  MsgBox ").append(String.join(" & \"|\" & ", shown)).append('\n');
        }
        out.append("  Result = ").append(random.nextInt(3) > 0 ? "Result + " : "");
        out.append(expressions.of('#', 3)).append('\n');
    }

    private void constant(String name, List<Named> scope, String indent) {
        int which = random.nextInt(CONSTANTS.length());
        String value = List.of("10", "2.5", "\"cap\"", "True", "3 * 7 - 1", "1 / 4", "\"a\" & 5")
                .get(which);
        out.append(indent)
                .append("Const ")
                .append(name)
                .append(" = ")
                .append(value)
                .append('\n');
        scope.add(new Named(name, CONSTANTS.charAt(which), false, false));
    }

    private Named declared(String name) {
        return new Named(name, type(), true, true);
    }

    private char type() {
        return "%&###&$$?".charAt(random.nextInt(9));
    }

    private String declaration(Named named) {
        if (named.type() == '#' && random.nextInt(3) == 0) {
            return named.name();
        }
        if (named.type() != '?' && random.nextInt(3) == 0) {
            return named.name() + named.type();
        }
        return named.name() + " As " + typeName(named.type());
    }

    private String typeName(char type) {
        return switch (type) {
            case '%' -> "Integer";
            case '&' -> "Long";
            case '$' -> "String";
            case '?' -> "Boolean";
            default -> pick("Double", "Double", "Single", "Currency", "Variant");
        };
    }

    private String pick(String... from) {
        return from[random.nextInt(from.length)];
    }
}
