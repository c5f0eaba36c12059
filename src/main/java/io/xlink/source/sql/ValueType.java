package io.xlink.source.sql;

/**
 * A value type of call data (specification, section 5, {@code ValueTypes}).
 *
 * @param expression what is aggregated; its text is the name in the tree
 * @param function how
 */
record ValueType(SqlExpression expression, Function function) {

    /** The values of {@code ValueTypeFunctions}. NULL counts in none of them. */
    enum Function {
        SUM,
        COUNT,
        AVG,
        MAX,
        MIN
    }

    String name() {
        return expression.text();
    }
}
