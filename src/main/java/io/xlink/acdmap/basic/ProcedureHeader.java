package io.xlink.acdmap.basic;

import java.util.List;
import java.util.Optional;

/**
 * What callers know of a Sub or Function.
 *
 * @param number tells procedures apart, from 0
 * @param value the variable that holds a Function's value; empty for a Sub
 * @param at offset of its name
 */
record ProcedureHeader(String name, int number, List<Parameter> parameters, Optional<Variable> value, int at) {
    /**
     * @param variable the procedure's own
     * @param last where the procedure leaves the parameter's last value when it ends; empty for {@code ByVal}
     */
    record Parameter(Variable variable, Optional<Variable> last) {}

    boolean isFunction() {
        return value.isPresent();
    }

    /** Name of the method that is made of it. */
    String method() {
        return "p" + number;
    }

    /** The method's type in a class file. */
    String descriptor() {
        StringBuilder descriptor = new StringBuilder("(");
        parameters.forEach(
                parameter -> descriptor.append(parameter.variable().kind().descriptor()));
        return descriptor
                .append(')')
                .append(value.map(variable -> variable.kind().descriptor()).orElse("V"))
                .toString();
    }
}
