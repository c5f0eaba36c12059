package io.xlink.acdmap.basic.naive;

import java.util.ArrayList;
import java.util.List;

/** Something that has a value. */
interface Expression {
    Object value(Frame frame);

    /** The same, so that a failure in it knows its line. */
    static Expression at(int line, Expression expression) {
        return frame -> {
            try {
                return expression.value(frame);
            } catch (NaiveFailure e) {
                throw e.at(line);
            }
        };
    }

    /** A variable, a constant, or a function without arguments: what the name is turns out when it is asked for. */
    record Name(String name) implements Expression {
        @Override
        public Object value(Frame frame) {
            if (frame.isConstant(name)) {
                return frame.constant(name);
            }
            return frame.isCall(name)
                    ? new Call(name, List.of()).value(frame)
                    : frame.variable(name).get();
        }
    }

    /** A call of a Function, or of a Sub, which has no value. */
    record Call(String name, List<Expression> arguments) implements Expression {
        @Override
        public Object value(Frame frame) {
            Procedure procedure = frame.machine.procedures.get(name);
            List<Object> given = new ArrayList<>();
            for (Expression argument : arguments) {
                given.add(argument.value(frame));
            }
            Frame ended = procedure.run(frame.machine, given);
            for (int i = 0; i < arguments.size(); i++) {
                Procedure.Parameter parameter = procedure.parameters.get(i);
                if (parameter.byRef()
                        && arguments.get(i) instanceof Name variable
                        && !frame.isConstant(variable.name)
                        && !frame.isCall(variable.name)) {
                    frame.variable(variable.name)
                            .set(ended.locals.get(parameter.name()).get());
                }
            }
            return procedure.value.isPresent() ? ended.locals.get(name).get() : "";
        }
    }
}
