package io.xlink.acdmap.basic;

import java.util.List;
import java.util.Optional;

/** A statement as it is written. */
sealed interface Statement {
    int at();

    /** @param type what stands after {@code As} */
    record Declared(Expression.Name name, Optional<Type> type) {}

    record Dim(List<Declared> variables, int at) implements Statement {}

    record Const(Declared declared, Expression value, int at) implements Statement {}

    record Assign(Expression.Name target, Expression value, int at) implements Statement {}

    record Branch(Expression condition, List<Statement> body) {}

    record If(List<Branch> branches, List<Statement> otherwise, int at) implements Statement {}

    /** {@code a}, {@code Is > a} ({@code operator}), or {@code a To b}. */
    record Test(Operator operator, Expression value, Optional<Expression> to) {}

    record Case(List<Test> tests, List<Statement> body) {}

    record Select(Expression subject, List<Case> cases, List<Statement> otherwise, int at) implements Statement {}

    record For(
            Expression.Name variable,
            Expression from,
            Expression to,
            Optional<Expression> step,
            List<Statement> body,
            int at)
            implements Statement {}

    /** @param until whether the loop ends when the expression is true, and not when it is false */
    record Condition(Expression expression, boolean until) {}

    /** @param isDo whether {@code Exit Do} leaves it; {@code While} ... {@code Wend} otherwise */
    record Loop(boolean isDo, Optional<Condition> before, List<Statement> body, Optional<Condition> after, int at)
            implements Statement {}

    /** @param what {@code for}, {@code do}, {@code sub} or {@code function} */
    record Exit(String what, int at) implements Statement {}

    record End(int at) implements Statement {}

    record Call(Expression.Name name, List<Expression> arguments) implements Statement {
        @Override
        public int at() {
            return name.at();
        }
    }

    record Parameter(Expression.Name name, boolean byValue, Optional<Type> type) {}

    /**
     * A Sub or Function.
     *
     * @param sound whether it was read without a problem; else it makes no sense to check it
     */
    record Procedure(
            Expression.Name name,
            boolean isFunction,
            List<Parameter> parameters,
            Optional<Type> result,
            List<Statement> body,
            boolean sound) {}

    /**
     * A whole script.
     *
     * @param explicit whether every name needs a {@code Dim}
     * @param declarations what is declared outside procedures
     * @param sound whether everything outside procedures was read without a problem
     */
    record Script(boolean explicit, List<Statement> declarations, List<Procedure> procedures, boolean sound) {}
}
