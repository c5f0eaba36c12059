package io.xlink.acdmap.basic;

import java.util.List;

/**
 * Puts a value in place of a variable, and computes what is constant then. For statements that do not assign the
 * variable.
 */
record Substitution(Typing typing, Variable variable, TypedExpression value) {
    List<TypedStatement> inAll(List<TypedStatement> statements) {
        return statements.stream().map(this::in).toList();
    }

    private TypedStatement in(TypedStatement statement) {
        if (statement instanceof TypedStatement.Assignment assignment) {
            return new TypedStatement.Assignment(assignment.variable(), in(assignment.value()));
        }
        if (statement instanceof TypedStatement.Choose choose) {
            return new TypedStatement.Choose(
                    choose.alternatives().stream()
                            .map(each -> new TypedStatement.Alternative(
                                    each.tests().stream().map(this::in).toList(), inAll(each.body())))
                            .toList(),
                    inAll(choose.otherwise()));
        }
        if (statement instanceof TypedStatement.Evaluate evaluate) {
            return new TypedStatement.Evaluate(in(evaluate.expression()));
        }
        return statement;
    }

    TypedExpression in(TypedExpression expression) {
        if (expression instanceof TypedExpression.Read read) {
            return read.variable().equals(variable) ? value : read;
        }
        if (expression instanceof TypedExpression.Apply apply) {
            return typing.apply(
                    apply.operation(),
                    apply.at(),
                    apply.operands().stream().map(this::in).toArray(TypedExpression[]::new));
        }
        return expression;
    }
}
