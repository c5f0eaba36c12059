package io.xlink.acdmap.basic.naive;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the statements that hold others. */
final class Blocks {
    private final Statements in;

    Blocks(Statements in) {
        this.in = in;
    }

    /** The block that begins here, when one does. */
    Optional<Statement> begun(int line) {
        if (in.take("IF")) {
            return Optional.of(choice(line));
        }
        if (in.isAt("SELECT CASE")) {
            return Optional.of(select(line));
        }
        if (in.take("FOR")) {
            return Optional.of(counted(line));
        }
        if (in.take("WHILE")) {
            Expression condition = condition(line);
            Statement body = in.block("WEND");
            in.next();
            return Optional.of(frame -> {
                while ((boolean) condition.value(frame)) {
                    turn(frame, line);
                    body.run(frame);
                }
            });
        }
        return in.take("DO") ? Optional.of(repeated(line)) : Optional.empty();
    }

    private static void turn(Frame frame, int line) {
        try {
            frame.machine.step(1);
        } catch (NaiveFailure e) {
            throw e.at(line);
        }
    }

    /** The conversion to Boolean may fail, too. */
    private Expression condition(int line) {
        Expression expression = in.expression();
        return Expression.at(line, frame -> Values.truth(expression.value(frame)));
    }

    private Statement choice(int line) {
        Expression condition = condition(line);
        boolean then = in.take("THEN");
        if (then && in.peek().kind() != Token.Kind.LINE_END) {
            Statement yes = onOneLine();
            Statement no = in.take("ELSE") ? onOneLine() : frame -> {};
            return frame -> ((boolean) condition.value(frame) ? yes : no).run(frame);
        }
        Statement yes = in.block("ELSEIF", "ELSE", "ENDIF", "END IF");
        int next = in.peek().line();
        if (in.take("ELSEIF") || in.isAt("ELSE IF")) {
            if (in.take("ELSE")) {
                in.next();
            }
            Statement rest = choice(next);
            return frame -> ((boolean) condition.value(frame) ? yes : rest).run(frame);
        }
        Statement no = in.take("ELSE") ? in.block("ENDIF", "END IF") : frame -> {};
        if (!in.take("ENDIF")) {
            in.next();
            in.next();
        }
        return frame -> ((boolean) condition.value(frame) ? yes : no).run(frame);
    }

    private Statement onOneLine() {
        List<Statement> statements = new ArrayList<>();
        while (in.peek().kind() != Token.Kind.LINE_END && !in.peek().is("ELSE")) {
            if (in.peek().kind() == Token.Kind.COLON) {
                in.next();
            } else {
                statements.add(in.statement());
            }
        }
        return Statements.inTurn(statements);
    }

    /** A test of a Case: whether the value of the Select fits. */
    private interface Fit {
        boolean fits(Object value, Frame frame);
    }

    private record Case(List<Fit> fits, Statement body) {}

    private Statement select(int line) {
        in.next();
        in.next();
        Expression selector = Expression.at(line, in.expression());
        List<Case> cases = new ArrayList<>();
        in.block("CASE", "END SELECT");
        while (in.isAt("CASE")) {
            int caseLine = in.next().line();
            List<Fit> fits = new ArrayList<>();
            if (in.take("ELSE")) {
                fits.add((value, frame) -> true);
            } else {
                do {
                    fits.add(at(caseLine, fit(line)));
                } while (in.take(","));
            }
            cases.add(new Case(fits, in.block("CASE", "END SELECT")));
        }
        in.next();
        in.next();
        return frame -> {
            Object value = selector.value(frame);
            for (Case one : cases) {
                for (Fit fit : one.fits) {
                    if (fit.fits(value, frame)) {
                        one.body.run(frame);
                        return;
                    }
                }
            }
        };
    }

    private static Fit at(int line, Fit fit) {
        return (value, frame) -> {
            try {
                return fit.fits(value, frame);
            } catch (NaiveFailure e) {
                throw e.at(line);
            }
        };
    }

    /** @param selector line of the Select, where its value is reported when it cannot be converted */
    private Fit fit(int selector) {
        if (in.take("IS")) {
            String operator = in.next().text();
            Expression bound = in.expression();
            return (value, frame) -> (boolean) Binary.of(operator, value, selector, bound, frame);
        }
        Expression from = in.expression();
        if (in.take("TO")) {
            Expression to = in.expression();
            return (value, frame) -> {
                boolean above = (boolean) Binary.of(">=", value, selector, from, frame);
                return (boolean) Binary.of("<=", value, selector, to, frame) && above;
            };
        }
        return (value, frame) -> (boolean) Binary.of("=", value, selector, from, frame);
    }

    private Statement counted(int line) {
        String name = in.name();
        in.expect("=");
        Expression from = in.expression();
        in.expect("TO");
        Expression to = in.expression();
        Expression step = in.take("STEP") ? in.expression() : frame -> 1L;
        Statement body = in.block("NEXT");
        in.next();
        if (!in.peek().endsStatement()) {
            in.next();
        }
        return frame -> {
            Cell counter = frame.variable(name);
            Cell last = counter.another();
            Cell by = counter.another();
            Statement.at(line, f -> {
                        Cell first = counter.another();
                        first.set(from.value(f));
                        last.set(to.value(f));
                        by.set(step.value(f));
                        counter.set(first.get());
                    })
                    .run(frame);
            boolean up = Values.number(by.get()) >= 0;
            try {
                while (Operators.compare(up ? "<=" : ">=", counter.get(), last.get())) {
                    turn(frame, line);
                    body.run(frame);
                    Statement.at(line, f -> counter.set(Operators.apply("+", counter.get(), by.get(), f.machine)))
                            .run(frame);
                }
            } catch (Leave leave) {
                if (!leave.leaves("for")) {
                    throw leave;
                }
            }
        };
    }

    private Statement repeated(int line) {
        boolean untilFirst = in.isAt("UNTIL");
        Expression before = in.take("WHILE") || in.take("UNTIL") ? condition(line) : frame -> !untilFirst;
        Statement body = in.block("LOOP");
        int end = in.next().line();
        boolean untilLast = in.isAt("UNTIL");
        Expression after = in.take("WHILE") || in.take("UNTIL") ? condition(end) : frame -> !untilLast;
        return frame -> {
            try {
                while ((boolean) before.value(frame) != untilFirst) {
                    turn(frame, line);
                    body.run(frame);
                    if ((boolean) after.value(frame) == untilLast) {
                        break;
                    }
                }
            } catch (Leave leave) {
                if (!leave.leaves("do")) {
                    throw leave;
                }
            }
        };
    }
}
