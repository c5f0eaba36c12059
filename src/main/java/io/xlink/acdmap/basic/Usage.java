package io.xlink.acdmap.basic;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a procedure uses: variables, other procedures, and {@code End}. */
final class Usage {
    private final Set<Variable> variables = new HashSet<>();
    private final Set<Integer> calls = new HashSet<>();
    private boolean ends;
    private boolean counts;

    private Usage() {}

    static Usage of(TypedScript.Procedure procedure) {
        Usage usage = new Usage();
        usage.statements(procedure.body());
        return usage;
    }

    boolean uses(Variable variable) {
        return variables.contains(variable);
    }

    boolean calls(ProcedureHeader procedure) {
        return calls.contains(procedure.number());
    }

    boolean ends() {
        return ends;
    }

    /** Whether something in it costs steps. */
    boolean counts() {
        return counts;
    }

    private void statements(List<? extends TypedStatement> statements) {
        statements.forEach(this::statement);
    }

    private void statement(TypedStatement statement) {
        if (statement instanceof TypedStatement.Assignment assignment) {
            variables.add(assignment.variable());
            expression(assignment.value());
        } else if (statement instanceof TypedStatement.Choose choose) {
            for (TypedStatement.Alternative alternative : choose.alternatives()) {
                alternative.tests().forEach(this::expression);
                statements(alternative.body());
            }
            statements(choose.otherwise());
        } else if (statement instanceof TypedStatement.Loop loop) {
            counts = true;
            loop.before().ifPresent(this::expression);
            statements(loop.body());
            statements(loop.advance());
            loop.after().ifPresent(this::expression);
        } else if (statement instanceof TypedStatement.Unrolled loop) {
            counts = true;
            loop.turns().forEach(this::statements);
        } else if (statement instanceof TypedStatement.Evaluate evaluate) {
            expression(evaluate.expression());
        } else if (statement instanceof TypedStatement.End) {
            ends = true;
        }
    }

    private void expression(TypedExpression expression) {
        if (expression instanceof TypedExpression.Read read) {
            variables.add(read.variable());
        } else if (expression instanceof TypedExpression.Apply apply) {
            counts |= apply.operation().needsRun();
            apply.operands().forEach(this::expression);
        } else if (expression instanceof TypedExpression.Invoke invoke) {
            counts = true;
            calls.add(invoke.procedure().number());
            invoke.arguments().forEach(this::expression);
            statements(invoke.after());
        } else if (expression instanceof TypedExpression.Dialog dialog) {
            expression(dialog.text());
            dialog.rest().forEach(this::expression);
        }
    }
}
