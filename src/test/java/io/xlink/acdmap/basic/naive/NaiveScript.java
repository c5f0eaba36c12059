package io.xlink.acdmap.basic.naive;

import java.util.List;
import java.util.Map;

/** A correct script, read once, evaluated as often as wanted. */
public final class NaiveScript {
    private final Map<String, Procedure> procedures;
    private final Procedure outside;

    private NaiveScript(Map<String, Procedure> procedures, Procedure outside) {
        this.procedures = procedures;
        this.outside = outside;
    }

    /**
     * What came of an evaluation.
     *
     * @param failure the page's word for why it ended, empty when it did not fail
     * @param line of the statement that failed, from 1
     * @param result 0 when it failed
     * @param dialogs what MsgBox said, failed or not
     * @param steps what it cost
     */
    public record Outcome(String failure, int line, long result, List<String> dialogs, int steps) {}

    /**
     * Reads a script.
     *
     * @throws RuntimeException when it is not correct; which errors it has, nobody should ask here
     */
    public static NaiveScript parse(String source) {
        Statements statements = new Statements(new Lexer(source).tokens());
        statements.script();
        return new NaiveScript(statements.procedures, statements.outside);
    }

    /** Evaluates it, from nothing. */
    public Outcome evaluate(double[] paras, int weekday, int minutes) {
        Machine machine = new Machine(procedures);
        outside.variables.forEach((name, type) -> machine.variables.put(name, new Cell(type)));
        machine.constants.putAll(outside.constants);
        for (int i = 0; i < paras.length; i++) {
            give(machine, "PARA" + (i + 1), Cell.Type.DOUBLE, paras[i]);
        }
        give(machine, "WEEKDAY", Cell.Type.WHOLE, (long) weekday);
        give(machine, "MINUTES", Cell.Type.WHOLE, (long) minutes);
        give(machine, "RESULT", Cell.Type.RESULT, 0L);
        try {
            main(machine);
        } catch (NaiveFailure e) {
            return new Outcome(e.getMessage(), e.line(), 0, machine.dialogs(), machine.steps());
        }
        long result = (long) machine.variables.get("RESULT").get();
        return new Outcome("", 0, result, machine.dialogs(), machine.steps());
    }

    private void main(Machine machine) {
        Procedure main = procedures.get("MAIN");
        try {
            main.body.run(new Frame(machine, main));
        } catch (Leave leave) {
            // Exit Sub and End are one thing here.
        }
    }

    private static void give(Machine machine, String name, Cell.Type type, Object value) {
        Cell cell = new Cell(type);
        cell.set(value);
        machine.variables.put(name, cell);
    }
}
