package io.xlink.acdmap.basic.naive;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What one evaluation holds: the variables that all procedures see, its dialogs, and what it has cost. */
final class Machine {
    static final int STEPS = 1_000_000;
    private static final int DEPTH = 100;

    final Map<String, Procedure> procedures;
    final Map<String, Cell> variables = new HashMap<>();
    final Map<String, Object> constants = new HashMap<>();
    private final List<String> dialogs = new ArrayList<>();
    private int steps;
    private int depth;

    Machine(Map<String, Procedure> procedures) {
        this.procedures = procedures;
    }

    void step(int count) {
        steps += count;
        if (steps > STEPS) {
            throw new NaiveFailure(NaiveFailure.STEP_LIMIT);
        }
    }

    void enter() {
        step(1);
        if (depth == DEPTH) {
            throw new NaiveFailure(NaiveFailure.CALL_DEPTH);
        }
        depth++;
    }

    void leave() {
        depth--;
    }

    void dialog(String text) {
        dialogs.add(text);
    }

    List<String> dialogs() {
        return dialogs;
    }

    int steps() {
        return steps;
    }
}
