package io.xlink.acdmap.basic;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Writes the statements of one procedure. No loop has more than some turns, and its counter belongs to it alone. */
final class RandomStatements {
    private static final int CALLS = 4;
    private static final int ENDLESS = 8_000;

    private final Random random;
    private final RandomExpressions expressions;
    private final StringBuilder out;
    private final List<RandomScript.Named> scope;
    private final List<RandomScript.Routine> callable;
    private final boolean function;
    private final List<String> open = new ArrayList<>();
    private final List<RandomScript.Named> counters = new ArrayList<>();
    private int calls = CALLS;
    private int room;

    RandomStatements(
            Random random,
            RandomExpressions expressions,
            StringBuilder out,
            List<RandomScript.Named> scope,
            List<RandomScript.Routine> callable,
            boolean function,
            int room) {
        this.random = random;
        this.expressions = expressions;
        this.out = out;
        this.scope = scope;
        this.callable = callable;
        this.function = function;
        this.room = room;
        expressions.within(scope, callable, CALLS);
    }

    /** Declares what the loops counted with; a declaration counts from the beginning of its procedure. */
    void counters(String indent) {
        for (RandomScript.Named counter : counters) {
            out.append(indent)
                    .append("Dim ")
                    .append(counter.name())
                    .append(counter.type())
                    .append('\n');
        }
    }

    void block(int statements) {
        for (int i = 0; i < statements && room-- > 0; i++) {
            statement();
        }
    }

    private void statement() {
        String indent = "  ".repeat(1 + open.size());
        switch (random.nextInt(22)) {
            case 0, 1 -> choice(indent);
            case 2 -> oneLine(indent);
            case 3 -> select(indent);
            case 4, 5 -> counted(indent);
            case 6 -> whiled(indent);
            case 7 -> repeated(indent);
            case 8, 9 -> call(indent);
            case 10 -> line(indent, "MsgBox " + expressions.any(2) + (once(4) ? ", 64" : ""));
            case 11 -> leave(indent);
            case 12 -> line(indent, simple() + ": " + simple() + (once(4) ? ":" : ""));
            case 13 -> remark(indent);
            default -> line(indent, simple());
        }
    }

    private void line(String indent, String statement) {
        out.append(indent)
                .append(statement)
                .append(once(15) ? " ' it's so" : "")
                .append('\n');
    }

    private void remark(String indent) {
        out.append(expressions.pick("\n", indent + "' Dim x : End\n", indent + "Rem \"nothing\n", indent + "REM\n"));
    }

    /** An assignment, which may stand anywhere. */
    private String simple() {
        List<RandomScript.Named> assignable =
                scope.stream().filter(RandomScript.Named::assignable).toList();
        RandomScript.Named named = assignable.get(random.nextInt(assignable.size()));
        return (once(10) ? "Let " : "") + named.written(random) + " = " + expressions.of(named.type(), once(8) ? 3 : 2);
    }

    private void choice(String indent) {
        line(indent, "If " + expressions.of('?', 2) + (once(5) ? "" : " Then"));
        inside("if", 1 + random.nextInt(3));
        while (once(3)) {
            line(indent, expressions.pick("ElseIf ", "Else If ") + expressions.of('?', 2) + (once(4) ? "" : " Then"));
            inside("if", 1);
        }
        if (once(2)) {
            line(indent, "Else");
            inside("if", 1 + random.nextInt(2));
        }
        line(indent, expressions.pick("End If", "End If", "EndIf"));
    }

    private void oneLine(String indent) {
        String then = once(3) ? simple() + ": " + simple() : simple();
        String other = once(2) ? "" : " Else " + simple() + (once(3) ? ": " + simple() : "");
        String inner = once(4) ? "If " + expressions.truth(1) + " Then " + then + " Else " + simple() : then;
        line(indent, "If " + expressions.of('?', 2) + " Then " + inner + other);
    }

    private void select(String indent) {
        boolean ofTexts = once(3);
        line(indent, "Select Case " + (ofTexts ? expressions.text(2) : expressions.number(2)));
        for (int i = random.nextInt(4); i > 0; i--) {
            List<String> tests = new ArrayList<>();
            for (int t = random.nextInt(3); t >= 0; t--) {
                tests.add(test(ofTexts));
            }
            out.append(indent).append("Case ").append(String.join(", ", tests));
            out.append(once(4) ? ": " + simple() + "\n" : "\n");
            inside("select", random.nextInt(3));
        }
        if (once(2)) {
            line(indent, "Case Else");
            inside("select", 1 + random.nextInt(2));
        }
        line(indent, "End Select");
    }

    private String test(boolean ofTexts) {
        return switch (random.nextInt(3)) {
            case 0 -> "Is " + expressions.pick("<", ">", "<=", ">=", "=", "<>") + " " + value(ofTexts);
            case 1 ->
                ofTexts
                        ? expressions.pick("\"a\" To \"n\"", "\"\" To \"A\"")
                        : expressions.pick("1 To 5", "-3 To 2.5", "10 To 1E9", "0 To 0");
            default -> value(ofTexts);
        };
    }

    private String value(boolean ofTexts) {
        return ofTexts ? expressions.text(1) : expressions.number(1);
    }

    /** What may not be assigned while its loop runs. */
    private RandomScript.Named counter(char type) {
        RandomScript.Named counter = new RandomScript.Named("i" + (counters.size() + 1), type, false, true);
        counters.add(counter);
        scope.add(counter);
        return counter;
    }

    private void counted(String indent) {
        RandomScript.Named counter = counter("%&#".charAt(random.nextInt(3)));
        String from = once(3) ? "(" + expressions.number(1) + ") Mod 3" : String.valueOf(random.nextInt(5) - 2);
        String to = once(3) ? "(" + expressions.number(1) + ") Mod 4" : String.valueOf(random.nextInt(5) - 1);
        String step = counter.type() == '#' && once(2)
                ? expressions.pick(" Step 0.5", " Step -0.75")
                : expressions.pick("", "", "", " Step 1", " Step 2", " Step -1", " Step 1.2", " Step -2");
        boolean endless = once(ENDLESS);
        line(
                indent,
                "For " + counter.written(random) + " = " + (endless ? "1 To 2 Step 0" : from + " To " + to + step));
        inside(endless ? "endless" : "for", 1 + random.nextInt(3));
        line(indent, once(2) ? "Next" : "Next " + counter.name());
    }

    private void whiled(String indent) {
        RandomScript.Named counter = counter('&');
        String condition = counter.name() + " < " + random.nextInt(5);
        out.append(indent).append(counter.name()).append(" = 0\n");
        line(indent, "While " + condition + (once(3) ? " And (" + expressions.truth(1) + ")" : ""));
        out.append(indent).append("  ").append(turn(counter));
        inside("while", 1 + random.nextInt(2));
        line(indent, "Wend");
    }

    private void repeated(String indent) {
        RandomScript.Named counter = counter('%');
        int turns = random.nextInt(5);
        boolean plain = once(3);
        String condition =
                once(2) ? " While " + counter.name() + " < " + turns : " Until " + counter.name() + " >= " + turns;
        boolean first = once(2);
        if (once(ENDLESS)) {
            line(indent, "Do: Loop");
        }
        out.append(indent).append(counter.name()).append(" = 0\n");
        line(indent, "Do" + (first && !plain ? condition : ""));
        out.append(indent).append("  ").append(turn(counter));
        if (plain) {
            line(indent + "  ", "If " + counter.name() + " > " + turns + " Then Exit Do");
        }
        inside("do", 1 + random.nextInt(2));
        line(indent, "Loop" + (first || plain ? "" : condition));
    }

    private static String turn(RandomScript.Named counter) {
        return counter.name() + " = " + counter.name() + " + 1\n";
    }

    /** Nothing but simple statements far down, so that loops do not multiply. */
    private void inside(String construct, int statements) {
        open.add(construct);
        if (open.size() > 3 || construct.equals("endless")) {
            line("  ".repeat(1 + open.size()), simple());
        } else {
            block(statements);
        }
        open.remove(open.size() - 1);
    }

    private void call(String indent) {
        boolean costly = open.stream()
                        .filter(o -> !o.equals("if") && !o.equals("select"))
                        .count()
                > 1;
        if (callable.isEmpty() || costly || calls-- <= 0) {
            line(indent, simple());
            return;
        }
        RandomScript.Routine routine = callable.get(random.nextInt(callable.size()));
        String arguments = expressions.arguments(routine, 2);
        if (arguments.isEmpty()) {
            line(indent, expressions.pick("Call ", "") + routine.name());
        } else {
            line(indent, once(2) ? "Call " + routine.name() + "(" + arguments + ")" : routine.name() + " " + arguments);
        }
    }

    private void leave(String indent) {
        List<String> ways = new ArrayList<>();
        if (open.contains("for")) {
            ways.add("Exit For");
        }
        if (open.contains("do")) {
            ways.add("Exit Do");
        }
        if (once(4)) {
            ways.add(function ? "Exit Function" : "Exit Sub");
        }
        if (once(20)) {
            ways.add("End");
        }
        if (ways.isEmpty()) {
            line(indent, simple());
        } else {
            String way = ways.get(random.nextInt(ways.size()));
            line(indent, "If " + expressions.truth(2) + " Then " + (once(3) ? simple() + ": " : "") + way);
        }
    }

    private boolean once(int in) {
        return random.nextInt(in) == 0;
    }
}
