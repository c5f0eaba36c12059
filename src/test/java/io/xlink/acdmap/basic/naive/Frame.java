package io.xlink.acdmap.basic.naive;

import java.util.HashMap;
import java.util.Map;

/** A procedure that runs: its own variables, and the way to those of all. */
final class Frame {
    final Machine machine;
    final Map<String, Cell> locals = new HashMap<>();
    private final Procedure procedure;

    Frame(Machine machine, Procedure procedure) {
        this.machine = machine;
        this.procedure = procedure;
        procedure.variables.forEach((name, type) -> locals.put(name, new Cell(type)));
        procedure.value.ifPresent(type -> locals.put(procedure.name, new Cell(type)));
    }

    boolean isConstant(String name) {
        return procedure.constants.containsKey(name)
                || !locals.containsKey(name)
                        && !machine.variables.containsKey(name)
                        && machine.constants.containsKey(name);
    }

    Object constant(String name) {
        return procedure.constants.containsKey(name) ? procedure.constants.get(name) : machine.constants.get(name);
    }

    /** A function that is called without parentheses; inside a function its name is its variable. */
    boolean isCall(String name) {
        return !locals.containsKey(name)
                && !machine.variables.containsKey(name)
                && machine.procedures.containsKey(name);
    }

    Cell variable(String name) {
        Cell cell = locals.getOrDefault(name, machine.variables.get(name));
        if (cell == null) {
            // Paras beyond those given are 0; any other name is a Double of this procedure.
            cell = new Cell(procedure.characters.getOrDefault(name, Cell.Type.DOUBLE));
            (name.matches("PARA[0-9]+") ? machine.variables : locals).put(name, cell);
        }
        return cell;
    }
}
