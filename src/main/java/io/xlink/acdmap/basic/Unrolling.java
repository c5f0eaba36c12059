package io.xlink.acdmap.basic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes the turns of a short {@code For} with constant bounds one behind the other, with the variable's value in place
 * of the variable: the JIT compiler unrolls no loop that counts in 64 bits and may end by a failure.
 */
final class Unrolling {
    private static final int MOST_TURNS = 16;
    /** Of all turns in one procedure, so that its method stays within what the JIT compiler takes. */
    private static final int MOST_NODES = 400;

    private final Typing typing = Typing.ofExpressions();
    private int nodesLeft = MOST_NODES;

    private Unrolling() {}

    static TypedScript of(TypedScript script) {
        List<TypedScript.Procedure> procedures = script.procedures().stream()
                .map(procedure -> new TypedScript.Procedure(
                        procedure.header(), procedure.locals(), new Unrolling().statements(procedure.body())))
                .toList();
        return new TypedScript(script.paras(), script.fields(), procedures, script.main());
    }

    private List<TypedStatement> statements(List<TypedStatement> statements) {
        List<TypedStatement> result = new ArrayList<>(statements.size());
        for (TypedStatement statement : statements) {
            TypedStatement before = result.isEmpty() ? null : result.get(result.size() - 1);
            result.add(
                    statement instanceof TypedStatement.Loop loop
                            ? unrolled(before, loop).orElseGet(() -> within(loop))
                            : within(statement));
        }
        return result;
    }

    private TypedStatement within(TypedStatement statement) {
        if (statement instanceof TypedStatement.Loop loop) {
            return new TypedStatement.Loop(
                    loop.id(), loop.before(), statements(loop.body()), loop.advance(), loop.after(), loop.at());
        }
        if (statement instanceof TypedStatement.Choose choose) {
            return new TypedStatement.Choose(
                    choose.alternatives().stream()
                            .map(each -> new TypedStatement.Alternative(each.tests(), statements(each.body())))
                            .toList(),
                    statements(choose.otherwise()));
        }
        return statement;
    }

    /** @param before the statement in front of the loop, which gives a {@code For} its first value */
    private Optional<TypedStatement> unrolled(TypedStatement before, TypedStatement.Loop loop) {
        boolean counts = before instanceof TypedStatement.Assignment first
                && first.value() instanceof TypedExpression.Constant
                && loop.before().isPresent()
                && loop.after().isEmpty()
                && loop.advance().size() == 1
                && loop.advance().get(0).variable().equals(first.variable());
        if (!counts) {
            return Optional.empty();
        }
        TypedStatement.Assignment first = (TypedStatement.Assignment) before;
        ShortBody body = ShortBody.of(loop.body(), first.variable());
        if (!body.isPlain()) {
            return Optional.empty();
        }
        List<List<TypedStatement>> turns = new ArrayList<>();
        TypedExpression value = first.value();
        while (true) {
            Substitution substitution = new Substitution(typing, first.variable(), value);
            TypedExpression goOn = substitution.in(loop.before().get());
            if (!(goOn instanceof TypedExpression.Constant constant)) {
                return Optional.empty();
            }
            if (!(Boolean) constant.value()) {
                nodesLeft -= body.nodes() * turns.size();
                return Optional.of(new TypedStatement.Unrolled(loop.id(), turns, !body.leaves(), loop.at()));
            }
            TypedExpression next = substitution.in(loop.advance().get(0).value());
            if (turns.size() == MOST_TURNS
                    || body.nodes() * (turns.size() + 1) > nodesLeft
                    || !(next instanceof TypedExpression.Constant)) {
                return Optional.empty();
            }
            List<TypedStatement> turn = new ArrayList<>(substitution.inAll(loop.body()));
            turn.add(new TypedStatement.Assignment(first.variable(), next));
            turns.add(turn);
            value = next;
        }
    }
}
