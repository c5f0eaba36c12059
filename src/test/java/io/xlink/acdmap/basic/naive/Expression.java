package io.xlink.acdmap.basic.naive;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Something that has a value. */
interface Expression {
    Object value(Frame frame);

    /** Whether its values are Strings, which shows before it has one. */
    default boolean isText(Frame frame) {
        return false;
    }

    /** Something in parentheses: the same, but no plain variable. */
    record Inner(Expression expression) implements Expression {
        @Override
        public Object value(Frame frame) {
            return expression.value(frame);
        }

        @Override
        public boolean isText(Frame frame) {
            return expression.isText(frame);
        }
    }

    record Literal(Object value) implements Expression {
        @Override
        public Object value(Frame frame) {
            return value;
        }

        @Override
        public boolean isText(Frame frame) {
            return value instanceof String;
        }
    }

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

        @Override
        public boolean isText(Frame frame) {
            if (frame.isConstant(name)) {
                return frame.constant(name) instanceof String;
            }
            return frame.isCall(name)
                    ? new Call(name, List.of()).isText(frame)
                    : frame.variable(name).get() instanceof String;
        }
    }

    /** A call of a Function, or of a Sub, which has no value. */
    record Call(String name, List<Expression> arguments) implements Expression {
        @Override
        public Object value(Frame frame) {
            Procedure procedure = frame.machine.procedures.get(name);
            List<Object> given = new ArrayList<>();
            for (int i = 0; i < arguments.size(); i++) {
                Object argument = arguments.get(i).value(frame);
                given.add(Cell.as(procedure.parameters.get(i).type(), argument));
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

        @Override
        public boolean isText(Frame frame) {
            return frame.machine.procedures.get(name).value.equals(Optional.of(Cell.Type.STRING));
        }
    }
}
