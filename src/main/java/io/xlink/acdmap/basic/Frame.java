package io.xlink.acdmap.basic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which variables are in the frame of a procedure's method, and where. All others are fields. */
final class Frame {
    private final Map<Variable, Integer> slots = new HashMap<>();
    private int next;

    /** @param first slot behind the method's parameters that are none of the procedure */
    private Frame(int first) {
        this.next = first;
    }

    private void add(Variable variable) {
        slots.put(variable, next);
        next += variable.kind().slots();
    }

    /** Of a method that has no variables of a script. */
    static Frame none() {
        return new Frame(1);
    }

    static Frame of(TypedScript.Procedure procedure) {
        Frame frame = new Frame(1);
        procedure.locals().forEach(frame::add);
        return frame;
    }

    /**
     * The frame of Main where nothing calls it, so that it is entered once. Variables that no other procedure uses are in it, although
     * they are declared outside: the JIT compiler holds them in registers then.
     */
    static Frame ofMain(TypedScript script, TypedScript.Procedure main, List<Usage> others) {
        Frame frame = new Frame(4);
        main.locals().forEach(frame::add);
        List<Variable> outside = new ArrayList<>(script.paras());
        // Variables without a name carry values back from procedures that are called.
        script.fields().stream().filter(field -> !field.name().isEmpty()).forEach(outside::add);
        // Where another procedure ends the evaluation, Result must have left the frame before.
        if (others.stream().noneMatch(Usage::ends)) {
            outside.add(Given.RESULT);
        }
        outside.add(Given.WEEKDAY);
        outside.add(Given.MINUTES);
        outside.stream()
                .filter(variable -> others.stream().noneMatch(other -> other.uses(variable)))
                .forEach(frame::add);
        return frame;
    }

    boolean has(Variable variable) {
        return slots.containsKey(variable);
    }

    int slot(Variable variable) {
        return slots.get(variable);
    }
}
