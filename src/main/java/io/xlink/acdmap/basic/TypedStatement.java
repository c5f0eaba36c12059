package io.xlink.acdmap.basic;

import java.util.List;
import java.util.Optional;

/** A statement that says what is done, without what need not be known: loops of all kinds are one. */
sealed interface TypedStatement {
    /** @param value of the variable's type already */
    record Assignment(Variable variable, TypedExpression value) implements TypedStatement {}

    /** @param tests Booleans, of which one suffices; those behind it are not evaluated */
    record Alternative(List<TypedExpression> tests, List<TypedStatement> body) {}

    /** {@code If} and {@code Select Case}: the first alternative that fits. */
    record Choose(List<Alternative> alternatives, List<TypedStatement> otherwise) implements TypedStatement {}

    /**
     * Goes on while both conditions are true.
     *
     * @param id what {@link Leave} names
     * @param advance what is done between the body and the condition behind it
     * @param at offset of its first word, where the step limit ends it
     */
    record Loop(
            int id,
            Optional<TypedExpression> before,
            List<TypedStatement> body,
            List<Assignment> advance,
            Optional<TypedExpression> after,
            int at)
            implements TypedStatement {}

    /**
     * A loop whose turns are known.
     *
     * @param id what {@link Leave} names
     * @param together whether all turns are done, if none fails, so that their steps can be counted together
     * @param at offset of its first word, where the step limit ends it
     */
    record Unrolled(int id, List<List<TypedStatement>> turns, boolean together, int at) implements TypedStatement {}

    /** Leaves a loop. */
    record Leave(int loop) implements TypedStatement {}

    /** Leaves the procedure. */
    record Return() implements TypedStatement {}

    /** Ends the evaluation. */
    record End() implements TypedStatement {}

    /** Evaluates something for what it does, and drops its value. */
    record Evaluate(TypedExpression expression) implements TypedStatement {}
}
