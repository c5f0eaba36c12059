package io.xlink.acdmap.basic;

import java.util.List;

/** What the statements of a loop are like, seen by {@link Unrolling}. */
final class ShortBody {
    private final Variable variable;
    private int nodes;
    private boolean plain = true;
    private boolean leaves;

    private ShortBody(Variable variable) {
        this.variable = variable;
    }

    /** @param variable the one that the loop counts by */
    static ShortBody of(List<TypedStatement> statements, Variable variable) {
        ShortBody body = new ShortBody(variable);
        statements.forEach(body::statement);
        return body;
    }

    /** How many statements, operators and values it has. */
    int nodes() {
        return nodes;
    }

    /** Whether it neither assigns the variable nor calls, loops or opens dialogs. */
    boolean isPlain() {
        return plain;
    }

    /** Whether it may end the loop, or more. */
    boolean leaves() {
        return leaves;
    }

    private void statement(TypedStatement statement) {
        nodes++;
        if (statement instanceof TypedStatement.Assignment assignment) {
            plain &= !assignment.variable().equals(variable);
            expression(assignment.value());
        } else if (statement instanceof TypedStatement.Choose choose) {
            for (TypedStatement.Alternative alternative : choose.alternatives()) {
                alternative.tests().forEach(this::expression);
                alternative.body().forEach(this::statement);
            }
            choose.otherwise().forEach(this::statement);
        } else if (statement instanceof TypedStatement.Evaluate evaluate) {
            expression(evaluate.expression());
        } else if (statement instanceof TypedStatement.Loop || statement instanceof TypedStatement.Unrolled) {
            plain = false;
        } else {
            leaves = true;
        }
    }

    private void expression(TypedExpression expression) {
        nodes++;
        if (expression instanceof TypedExpression.Apply apply) {
            apply.operands().forEach(this::expression);
        } else if (expression instanceof TypedExpression.Invoke || expression instanceof TypedExpression.Dialog) {
            plain = false;
        }
    }
}
