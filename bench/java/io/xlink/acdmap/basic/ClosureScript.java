package io.xlink.acdmap.basic;

import java.util.List;

/**
 * The other backend that was thought of: an object with a method for each node of the typed tree. Knows what the scripts
 * of {@code bench/basic} need, and nothing else.
 */
public final class ClosureScript extends ScriptRun {
    /** A whole number, or a Boolean as 0 and 1. */
    private interface Whole {
        long of(ClosureScript run);
    }

    private interface Fraction {
        double of(ClosureScript run);
    }

    private interface Action {
        /** @return whether the loop or procedure around it goes on */
        boolean run(ClosureScript run);
    }

    private final TypedScript script;
    private final Action main;
    private final double[] paraValues;
    private final long[] wholes;
    private final double[] fractions;

    private ClosureScript(TypedScript script) {
        super(null, text -> {});
        this.script = script;
        TypedScript.Procedure procedure = script.procedures().get(0);
        this.paraValues = new double[script.highestPara() + 1];
        this.wholes = new long[procedure.locals().size()];
        this.fractions = new double[procedure.locals().size()];
        this.main = block(procedure.body());
    }

    public static Evaluation compile(String source) {
        SourceText text = new SourceText("$1.BAS", source);
        Problems problems = new Problems(text);
        Statement.Script tree = Parser.parse(Lexer.tokens(text, problems), problems);
        return new ClosureScript(Checker.check(tree, problems).orElseThrow());
    }

    @Override
    long run(double[] paras, int weekday, int minutes) {
        begin();
        result = 0;
        this.weekday = weekday;
        this.minutes = minutes;
        for (Variable para : script.paras()) {
            paraValues[para.number()] = ScriptRun.para(paras, para.number() - 1);
        }
        for (int i = 0; i < wholes.length; i++) {
            wholes[i] = 0;
            fractions[i] = 0;
        }
        main.run(this);
        return result;
    }

    private static Action block(List<TypedStatement> statements) {
        Action[] actions = statements.stream().map(ClosureScript::action).toArray(Action[]::new);
        if (actions.length == 1) {
            return actions[0];
        }
        return run -> {
            for (Action action : actions) {
                if (!action.run(run)) {
                    return false;
                }
            }
            return true;
        };
    }

    private static Action action(TypedStatement statement) {
        if (statement instanceof TypedStatement.Assignment assignment) {
            return assignment(assignment.variable(), assignment.value());
        }
        if (statement instanceof TypedStatement.Choose choose) {
            return choose(choose);
        }
        if (statement instanceof TypedStatement.Loop loop) {
            return loop(loop);
        }
        throw new UnsupportedOperationException(statement.toString());
    }

    private static Action assignment(Variable variable, TypedExpression value) {
        int number = variable.number();
        if (variable.place() == Variable.Place.GIVEN) {
            Whole whole = whole(value);
            return run -> {
                run.result = whole.of(run);
                return true;
            };
        }
        if (variable.kind() == Kind.DOUBLE) {
            Fraction fraction = fraction(value);
            return run -> {
                run.fractions[number] = fraction.of(run);
                return true;
            };
        }
        Whole whole = whole(value);
        return run -> {
            run.wholes[number] = whole.of(run);
            return true;
        };
    }

    private static Action choose(TypedStatement.Choose choose) {
        Action otherwise = block(choose.otherwise());
        for (int i = choose.alternatives().size() - 1; i >= 0; i--) {
            TypedStatement.Alternative alternative = choose.alternatives().get(i);
            Action body = block(alternative.body());
            Action next = otherwise;
            if (alternative.tests().size() == 1) {
                Whole test = whole(alternative.tests().get(0));
                otherwise = run -> test.of(run) != 0 ? body.run(run) : next.run(run);
            } else {
                Whole[] tests =
                        alternative.tests().stream().map(ClosureScript::whole).toArray(Whole[]::new);
                otherwise = run -> {
                    for (Whole test : tests) {
                        if (test.of(run) != 0) {
                            return body.run(run);
                        }
                    }
                    return next.run(run);
                };
            }
        }
        return otherwise;
    }

    private static Action loop(TypedStatement.Loop loop) {
        Whole before = whole(loop.before().orElseThrow());
        Action body = block(loop.body());
        Action advance = action(loop.advance().get(0));
        int at = loop.at();
        return run -> {
            while (before.of(run) != 0) {
                run.turn(at);
                if (!body.run(run)) {
                    return false;
                }
                advance.run(run);
            }
            return true;
        };
    }

    private static Fraction fraction(TypedExpression expression) {
        if (expression instanceof TypedExpression.Constant constant) {
            double value = (Double) constant.value();
            return run -> value;
        }
        if (expression instanceof TypedExpression.Read read) {
            int number = read.variable().number();
            return read.variable().place() == Variable.Place.PARA
                    ? run -> run.paraValues[number]
                    : run -> run.fractions[number];
        }
        TypedExpression.Apply apply = (TypedExpression.Apply) expression;
        int at = apply.at();
        if (apply.operation() == Operation.WHOLE_TO_DOUBLE) {
            Whole value = whole(apply.operands().get(0));
            return run -> value.of(run);
        }
        Fraction a = fraction(apply.operands().get(0));
        if (apply.operation() == Operation.INT) {
            return run -> NumberFunctions.floor(a.of(run));
        }
        Fraction b = fraction(apply.operands().get(1));
        return switch (apply.operation()) {
            case ADD_DOUBLE -> run -> Arithmetic.add(a.of(run), b.of(run), at);
            case MULTIPLY_DOUBLE -> run -> Arithmetic.multiply(a.of(run), b.of(run), at);
            case DIVIDE -> run -> Arithmetic.divide(a.of(run), b.of(run), at);
            default -> throw new UnsupportedOperationException(apply.operation().toString());
        };
    }

    private static Whole whole(TypedExpression expression) {
        if (expression instanceof TypedExpression.Constant constant) {
            long value = (Long) constant.value();
            return run -> value;
        }
        if (expression instanceof TypedExpression.Read read) {
            int number = read.variable().number();
            if (read.variable().place() == Variable.Place.LOCAL) {
                return run -> run.wholes[number];
            }
            return read.variable().field().equals("weekday") ? run -> run.weekday : run -> run.minutes;
        }
        TypedExpression.Apply apply = (TypedExpression.Apply) expression;
        TypedExpression first = apply.operands().get(0);
        int at = apply.at();
        if (first.kind() == Kind.DOUBLE) {
            Fraction a = fraction(first);
            if (apply.operation() == Operation.TRUNCATED) {
                return run -> Conversions.truncated(a.of(run), at);
            }
            Fraction b = fraction(apply.operands().get(1)); // Of comparisons only one is needed.
            return run -> Comparisons.equal(a.of(run), b.of(run)) ? 1 : 0;
        }
        Whole a = whole(first);
        if (apply.operation() == Operation.TO_LONG) {
            return run -> Conversions.toLong(a.of(run), at);
        }
        Whole b = whole(apply.operands().get(1));
        return switch (apply.operation()) {
            case ADD_WHOLE -> run -> Arithmetic.add(a.of(run), b.of(run), at);
            case EQUAL_WHOLE -> run -> a.of(run) == b.of(run) ? 1 : 0;
            case LESS_WHOLE -> run -> a.of(run) < b.of(run) ? 1 : 0;
            case GREATER_WHOLE -> run -> a.of(run) > b.of(run) ? 1 : 0;
            case LESS_OR_EQUAL_WHOLE -> run -> a.of(run) <= b.of(run) ? 1 : 0;
            case GREATER_OR_EQUAL_WHOLE -> run -> a.of(run) >= b.of(run) ? 1 : 0;
            case AND_BOOLEAN -> run -> a.of(run) & b.of(run);
            default -> throw new UnsupportedOperationException(apply.operation().toString());
        };
    }
}
