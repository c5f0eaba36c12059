package io.xlink.acdmap.basic;

import java.util.List;

/** Makes typed expressions: puts conversions in, chooses operations by the kinds of their operands, folds constants. */
final class Typing {
    private final ScriptRun constants;

    private Typing(ScriptRun constants) {
        this.constants = constants;
    }

    /** For expressions that are evaluated with the script. What fails or costs steps is left to that time. */
    static Typing ofExpressions() {
        return new Typing(null);
    }

    /** For values of constants: everything is computed at once, and may throw {@link Failed}. */
    static Typing ofConstants(ScriptRun run) {
        return new Typing(run);
    }

    TypedExpression apply(Operation operation, int at, TypedExpression... operands) {
        List<TypedExpression> list = List.of(operands);
        boolean known = list.stream().allMatch(TypedExpression.Constant.class::isInstance);
        if (known && (constants != null || !operation.needsRun())) {
            List<Object> values = list.stream()
                    .map(operand -> ((TypedExpression.Constant) operand).value())
                    .toList();
            try {
                return new TypedExpression.Constant(operation.result(), operation.of(constants, values, at), at);
            } catch (Failed e) {
                if (constants != null) {
                    throw e;
                }
            }
        }
        return new TypedExpression.Apply(operation, list, at);
    }

    TypedExpression to(Kind kind, TypedExpression value) {
        return to(kind, value, value.at());
    }

    /** A value as one of another kind. @param at where a conversion is reported that fails */
    TypedExpression to(Kind kind, TypedExpression value, int at) {
        if (value.kind() == kind) {
            return value;
        }
        if (value.kind() == Kind.STRING && kind == Kind.WHOLE) {
            return to(Kind.WHOLE, to(Kind.DOUBLE, value, at), at);
        }
        return apply(Operation.valueOf(value.kind() + "_TO_" + kind), at, value);
    }

    TypedExpression to(Type type, TypedExpression value) {
        return to(type, value, value.at());
    }

    /** A value as one that a variable of a type holds. */
    TypedExpression to(Type type, TypedExpression value, int at) {
        return switch (type) {
            case INTEGER -> apply(Operation.TO_INTEGER, at, to(Kind.WHOLE, value, at));
            case LONG -> apply(Operation.TO_LONG, at, to(Kind.WHOLE, value, at));
            case RESULT ->
                isWhole(value) ? to(Kind.WHOLE, value, at) : apply(Operation.TRUNCATED, at, to(Kind.DOUBLE, value, at));
            case WHOLE, DOUBLE, STRING, BOOLEAN -> to(type.kind(), value, at);
        };
    }

    /** Whether a value is a whole number in arithmetic, where a Boolean is -1 or 0. */
    static boolean isWhole(TypedExpression value) {
        return value.kind() == Kind.WHOLE || value.kind() == Kind.BOOLEAN;
    }

    TypedExpression sign(String sign, TypedExpression operand, int at) {
        if (sign.equals("not")) {
            return operand.kind() == Kind.BOOLEAN
                    ? apply(Operation.NOT_BOOLEAN, at, operand)
                    : apply(Operation.NOT_WHOLE, at, to(Kind.WHOLE, operand));
        }
        TypedExpression number = to(isWhole(operand) ? Kind.WHOLE : Kind.DOUBLE, operand);
        if (sign.equals("+")) {
            return number;
        }
        return apply(number.kind() == Kind.WHOLE ? Operation.NEGATE_WHOLE : Operation.NEGATE_DOUBLE, at, number);
    }

    TypedExpression binary(Operator operator, TypedExpression a, TypedExpression b, int at) {
        boolean texts = a.kind() == Kind.STRING && b.kind() == Kind.STRING;
        boolean booleans = a.kind() == Kind.BOOLEAN && b.kind() == Kind.BOOLEAN;
        Kind number = isWhole(a) && isWhole(b) ? Kind.WHOLE : Kind.DOUBLE;
        return switch (operator) {
            case JOIN -> both(Operation.JOIN, Kind.STRING, a, b, at);
            case DIVIDE -> both(Operation.DIVIDE, Kind.DOUBLE, a, b, at);
            case POWER -> both(Operation.POWER, Kind.DOUBLE, a, b, at);
            case QUOTIENT -> both(Operation.QUOTIENT, Kind.WHOLE, a, b, at);
            case REMAINDER -> both(Operation.REMAINDER, Kind.WHOLE, a, b, at);
            case ADD -> texts ? both(Operation.JOIN, Kind.STRING, a, b, at) : of(operator, number, a, b, at);
            case SUBTRACT, MULTIPLY -> of(operator, number, a, b, at);
            case AND, OR, XOR -> of(operator, booleans ? Kind.BOOLEAN : Kind.WHOLE, a, b, at);
            case EQUAL, NOT_EQUAL, LESS, GREATER, LESS_OR_EQUAL, GREATER_OR_EQUAL ->
                of(operator, texts ? Kind.STRING : number, a, b, at);
        };
    }

    private TypedExpression of(Operator operator, Kind kind, TypedExpression a, TypedExpression b, int at) {
        return both(Operation.valueOf(operator + "_" + kind), kind, a, b, at);
    }

    private TypedExpression both(Operation operation, Kind kind, TypedExpression a, TypedExpression b, int at) {
        return apply(operation, at, to(kind, a), to(kind, b));
    }
}
