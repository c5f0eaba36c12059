package io.xlink.acdmap.basic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Declares variables and constants, and computes the constants' values. */
final class Declarations {
    private final Problems problems;
    private final Typing typing = Typing.ofConstants(new ConstantRun());

    Declarations(Problems problems) {
        this.problems = problems;
    }

    /** All declarations among the statements of a procedure, those in blocks included, in the order of the text. */
    static List<Statement> within(List<Statement> statements) {
        List<Statement> found = new ArrayList<>();
        for (Statement statement : statements) {
            if (statement instanceof Statement.Dim || statement instanceof Statement.Const) {
                found.add(statement);
            } else if (statement instanceof Statement.If branches) {
                branches.branches().forEach(branch -> found.addAll(within(branch.body())));
                found.addAll(within(branches.otherwise()));
            } else if (statement instanceof Statement.Select select) {
                select.cases().forEach(one -> found.addAll(within(one.body())));
                found.addAll(within(select.otherwise()));
            } else if (statement instanceof Statement.For loop) {
                found.addAll(within(loop.body()));
            } else if (statement instanceof Statement.Loop loop) {
                found.addAll(within(loop.body()));
            }
        }
        return found;
    }

    /** @param maker makes a variable of a name and a type */
    void declare(List<Statement> statements, Scope scope, BiFunction<String, Type, Variable> maker) {
        for (Statement statement : statements) {
            if (statement instanceof Statement.Dim dim) {
                for (Statement.Declared declared : dim.variables()) {
                    variable(declared, scope, maker);
                }
            } else if (statement instanceof Statement.Const constant) {
                constant(constant, scope);
            }
        }
    }

    private void variable(Statement.Declared declared, Scope scope, BiFunction<String, Type, Variable> maker) {
        Expression.Name name = declared.name();
        if (Given.variable(name.key()).isPresent()) {
            return; // It is there, and is what it is.
        }
        Variable variable = maker.apply(name.text(), type(name, declared.type()));
        scope.declare(name, new Symbol.OfVariable(variable));
    }

    /** The type of a name: from {@code As}, from its type character, or else a Double. */
    Type type(Expression.Name name, Optional<Type> as) {
        Optional<Type> marked = Type.marked(name.mark());
        if (marked.isPresent() && as.isPresent() && !marked.equals(as)) {
            problems.error(
                    name.at(),
                    "the type character of " + name.text() + name.mark() + " contradicts its As",
                    "Leave one of them out");
        }
        return as.or(() -> marked).orElse(Type.DOUBLE);
    }

    private void constant(Statement.Const constant, Scope scope) {
        Expression.Name name = constant.declared().name();
        boolean typed = constant.declared().type().isPresent() || name.mark() != Token.NO_MARK;
        TypedExpression value = new TypedExpression.Constant(Kind.WHOLE, 0L, name.at());
        try {
            value = value(constant.value(), scope);
            if (typed) {
                value = typing.to(type(name, constant.declared().type()), value);
            }
        } catch (Failed e) {
            problems.error(
                    e.at(),
                    e.reason() == Reason.STEP_LIMIT
                            ? "the texts of constants are too long"
                            : e.reason().words() + " in the value of a constant",
                    e.reason() == Reason.STEP_LIMIT
                            ? "Join them in the script"
                            : e.reason().remedy());
        }
        Type type = typed ? type(name, constant.declared().type()) : Type.of(value.kind());
        if (value instanceof TypedExpression.Constant known) {
            scope.declare(name, new Symbol.OfConstant(name.text(), type, known));
        }
    }

    private TypedExpression value(Expression expression, Scope scope) {
        if (expression instanceof Expression.Literal literal) {
            return ExpressionChecker.constant(literal);
        }
        if (expression instanceof Expression.Group group) {
            return value(group.inner(), scope);
        }
        if (expression instanceof Expression.Unary unary) {
            return typing.sign(unary.sign(), value(unary.operand(), scope), unary.at());
        }
        if (expression instanceof Expression.Binary binary) {
            TypedExpression left = value(binary.left(), scope);
            return typing.binary(binary.operator(), left, value(binary.right(), scope), binary.at());
        }
        if (expression instanceof Expression.Name name
                && scope.find(name).orElse(null) instanceof Symbol.OfConstant constant) {
            return new TypedExpression.Constant(
                    constant.value().kind(), constant.value().value(), name.at());
        }
        problems.error(
                expression.at(),
                "the value of a constant is made of more than numbers, texts, operators and earlier constants",
                "Use a variable");
        return new TypedExpression.Constant(Kind.WHOLE, 0L, expression.at());
    }

    /** Lets constants cost so few steps that their texts stay small together. */
    private static final class ConstantRun extends ScriptRun {
        private static final int STEPS = 10_000;

        ConstantRun() {
            super(null, text -> {}, STEPS);
        }

        @Override
        long run(double[] paras, int weekday, int minutes) {
            throw new UnsupportedOperationException("Constants have no statements");
        }
    }
}
