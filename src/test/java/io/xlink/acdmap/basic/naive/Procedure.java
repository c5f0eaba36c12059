package io.xlink.acdmap.basic.naive;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A Sub or a Function as it is written. */
final class Procedure {
    record Parameter(String name, Cell.Type type, boolean byRef) {}

    final String name;
    /** Of the value; empty for a Sub. */
    Optional<Cell.Type> value = Optional.empty();

    final List<Parameter> parameters = new ArrayList<>();
    final Map<String, Cell.Type> variables = new LinkedHashMap<>();
    final Map<String, Object> constants = new LinkedHashMap<>();
    /** What type characters say about names that no Dim declares. */
    final Map<String, Cell.Type> characters = new LinkedHashMap<>();

    Statement body = frame -> {};

    Procedure(String name) {
        this.name = name;
    }

    /** Runs with arguments of the types of the parameters; gives the frame with what became of them. */
    Frame run(Machine machine, List<Object> arguments) {
        Frame frame = new Frame(machine, this);
        for (int i = 0; i < parameters.size(); i++) {
            Cell cell = new Cell(parameters.get(i).type());
            cell.set(arguments.get(i));
            frame.locals.put(parameters.get(i).name(), cell);
        }
        machine.enter();
        try {
            body.run(frame);
        } catch (Leave leave) {
            if (!leave.leaves("procedure")) {
                throw leave;
            }
        }
        machine.leave();
        return frame;
    }
}
