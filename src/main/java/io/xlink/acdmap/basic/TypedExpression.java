package io.xlink.acdmap.basic;

import java.util.List;

/** An expression with all names found and all conversions told. */
sealed interface TypedExpression {
    Kind kind();

    /** Offset in the script: of the operator or name that computes it, else of its first character. */
    int at();

    /** @param value a Long, Double, String or Boolean, according to the kind */
    record Constant(Kind kind, Object value, int at) implements TypedExpression {}

    record Read(Variable variable, int at) implements TypedExpression {
        @Override
        public Kind kind() {
            return variable.kind();
        }
    }

    record Apply(Operation operation, List<TypedExpression> operands, int at) implements TypedExpression {
        @Override
        public Kind kind() {
            return operation.result();
        }
    }

    /**
     * A call of a Sub or Function.
     *
     * @param kind of the value; null for a Sub
     * @param after gives the variables that were passed by reference their values
     */
    record Invoke(
            ProcedureHeader procedure,
            Kind kind,
            List<TypedExpression> arguments,
            List<TypedStatement.Assignment> after,
            int at)
            implements TypedExpression {}

    /** {@code MsgBox}, whose value is 1. @param rest is evaluated for what it does, and dropped */
    record Dialog(TypedExpression text, List<TypedExpression> rest, int at) implements TypedExpression {
        @Override
        public Kind kind() {
            return Kind.WHOLE;
        }
    }
}
