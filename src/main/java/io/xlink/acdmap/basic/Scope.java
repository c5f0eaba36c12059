package io.xlink.acdmap.basic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The names of a script, or of one of its procedures. */
final class Scope {
    private final Scope outer;
    private final Problems problems;
    private final boolean explicit;
    private final Map<String, Symbol> symbols = new HashMap<>();
    private final Map<Integer, Variable> paras;
    private boolean resultAssigned;

    /** @param explicit whether a name without {@code Dim} is an error */
    Scope(Problems problems, boolean explicit) {
        this(null, problems, explicit, new TreeMap<>());
    }

    private Scope(Scope outer, Problems problems, boolean explicit, Map<Integer, Variable> paras) {
        this.outer = outer;
        this.problems = problems;
        this.explicit = explicit;
        this.paras = paras;
    }

    Scope inner() {
        return new Scope(this, problems, explicit, paras);
    }

    Problems problems() {
        return problems;
    }

    boolean explicit() {
        return explicit;
    }

    /** Makes a name known; reports one that cannot be declared here. */
    boolean declare(Expression.Name name, Symbol symbol) {
        if (Functions.isFunction(name.key())) {
            problems.error(name.at(), name.text() + " is a function of the language", "Choose another name");
        } else if (Given.variable(name.key()).isPresent()) {
            problems.error(
                    name.at(), name.text() + " is there already: it is given to every script", "Choose another name");
        } else if (symbols.putIfAbsent(name.key(), symbol) != null) {
            problems.error(name.at(), name.text() + " is declared twice", "Remove one, or choose another name");
        } else {
            return true;
        }
        return false;
    }

    /** What a name stands for here. Reports a type character that contradicts it. */
    Optional<Symbol> find(Expression.Name name) {
        Optional<Symbol> found = lookup(name.key());
        if (found.isPresent() && !found.get().allows(name.mark())) {
            problems.error(
                    name.at(),
                    "the type character of " + name.text() + name.mark() + " contradicts what " + name.text() + " is",
                    "Leave the type character out");
        }
        return found;
    }

    private Optional<Symbol> lookup(String key) {
        for (Scope scope = this; scope != null; scope = scope.outer) {
            Symbol symbol = scope.symbols.get(key);
            if (symbol != null) {
                return Optional.of(symbol);
            }
        }
        return Given.variable(key).map(Symbol.OfVariable::new);
    }

    /** To be called where a variable is read or assigned, and not only declared. */
    void use(Variable variable) {
        if (variable.place() == Variable.Place.PARA) {
            paras.put(variable.number(), variable);
        }
    }

    void assign(Variable variable) {
        use(variable);
        if (variable.type() == Type.RESULT) {
            outermost().resultAssigned = true;
        }
    }

    private Scope outermost() {
        Scope scope = this;
        while (scope.outer != null) {
            scope = scope.outer;
        }
        return scope;
    }

    boolean resultAssigned() {
        return outermost().resultAssigned;
    }

    /** The {@code Para}s used so far, by number. */
    List<Variable> paras() {
        return List.copyOf(paras.values());
    }

    /** Names that can be used here. */
    List<String> known() {
        List<String> known = new ArrayList<>(Given.NAMES);
        for (Scope scope = this; scope != null; scope = scope.outer) {
            scope.symbols.values().forEach(symbol -> known.add(symbol.name()));
        }
        return known;
    }

    /** Names of procedures. */
    List<String> procedures() {
        return outermost().symbols.values().stream()
                .filter(Symbol.OfProcedure.class::isInstance)
                .map(Symbol::name)
                .toList();
    }
}
