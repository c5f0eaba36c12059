package io.xlink.source.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A part of SQL with the values of its parameters.
 *
 * @param text may be empty
 * @param parameters in the order of their question marks
 */
record Condition(String text, List<Object> parameters) {
    Condition {
        parameters = List.copyOf(parameters);
    }

    static Condition of(String text, Object... parameters) {
        return new Condition(text, List.of(parameters));
    }

    /** All of them must hold. */
    static Condition all(List<Condition> conditions) {
        List<Object> parameters = new ArrayList<>();
        conditions.forEach(condition -> parameters.addAll(condition.parameters));
        return new Condition(conditions.stream().map(Condition::text).collect(Collectors.joining(" and ")), parameters);
    }

    /** A column's value is one of these. */
    static Condition in(SqlExpression column, List<Object> values) {
        return new Condition(
                column + " in (" + values.stream().map(v -> "?").collect(Collectors.joining(", ")) + ")", values);
    }
}
