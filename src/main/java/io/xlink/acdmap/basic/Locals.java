package io.xlink.acdmap.basic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The variables of one procedure, in the order in which they are made. */
final class Locals {
    private static final int MOST = 250;

    private final Scope scope;
    private final Expression.Name procedure;
    private final List<Variable> all = new ArrayList<>();
    private final Map<String, Variable> hidden = new HashMap<>();
    private int named;

    Locals(Scope scope, Expression.Name procedure) {
        this.scope = scope;
        this.procedure = procedure;
    }

    /** Makes a variable that a script names. */
    Variable named(String name, Type type) {
        if (++named == MOST + 1) {
            scope.problems()
                    .error(
                            procedure.at(),
                            procedure.text() + " has more than " + MOST + " variables",
                            "Split it into several procedures");
        }
        return add(name, type);
    }

    /** Adopts a variable that is made already: a parameter, or a Function's value. */
    void adopt(Variable variable) {
        all.add(variable);
        named++;
    }

    private Variable add(String name, Type type) {
        Variable variable = new Variable(name, type, Variable.Place.LOCAL, all.size());
        all.add(variable);
        return variable;
    }

    /** Makes a variable of a name that no {@code Dim} declares, and says so. */
    Variable undeclared(Expression.Name name) {
        String what = name.text() + " is used without Dim";
        Problems problems = scope.problems();
        if (scope.explicit()) {
            problems.error(name.at(), what + " although Option Explicit stands", remedy(name));
        } else {
            problems.warn(name.at(), what, remedy(name));
        }
        Variable variable = named(name.text(), Type.marked(name.mark()).orElse(Type.DOUBLE));
        scope.declare(name, new Symbol.OfVariable(variable));
        return variable;
    }

    private String remedy(Expression.Name name) {
        return scope.problems().remedy(name.text(), scope::known, "Declare it: Dim " + name.text() + " As Double");
    }

    /**
     * A variable that a script cannot name, for what a block keeps. Blocks that do not contain each other share it, so
     * that their number is limited by how deep blocks can be nested.
     *
     * @param use tells the variables of one block apart
     */
    Variable hidden(String use, Kind kind, int depth) {
        return hidden.computeIfAbsent(use + kind + depth, key -> add("", Type.of(kind)));
    }

    List<Variable> all() {
        return List.copyOf(all);
    }
}
