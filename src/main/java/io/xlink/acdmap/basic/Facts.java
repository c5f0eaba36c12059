package io.xlink.acdmap.basic;

/** What is sure about typed expressions before they are evaluated, so that checks and detours can be left out. */
final class Facts {
    private Facts() {}

    /** Whether evaluating it does nothing but give a value: it cannot fail, cost steps, or change anything. */
    static boolean isHarmless(TypedExpression expression) {
        if (expression instanceof TypedExpression.Apply apply) {
            return !apply.operation().mayFail()
                    && !apply.operation().needsRun()
                    && apply.operands().stream().allMatch(Facts::isHarmless);
        }
        return expression instanceof TypedExpression.Constant || expression instanceof TypedExpression.Read;
    }

    /**
     * Whether it is a sum, difference or product that 64 bits hold because both sides fit into 32, or a Double that stays
     * finite because one side is too small to change that.
     */
    static boolean cannotOverflow(TypedExpression.Apply apply) {
        return switch (apply.operation()) {
            case ADD_WHOLE, SUBTRACT_WHOLE, MULTIPLY_WHOLE ->
                apply.operands().stream().allMatch(Facts::fits32Bits);
            case ADD_DOUBLE, SUBTRACT_DOUBLE -> apply.operands().stream().anyMatch(Facts::isWithinWhole);
            default -> false;
        };
    }

    /** Whether the conversion of an operator's Double fails where the operator would, as it does for one that is infinite. */
    static boolean checksOperand(TypedExpression.Apply conversion) {
        boolean converts =
                conversion.operation() == Operation.TRUNCATED || conversion.operation() == Operation.DOUBLE_TO_WHOLE;
        return converts
                && conversion.operands().get(0) instanceof TypedExpression.Apply operand
                && operand.at() == conversion.at()
                && switch (operand.operation()) {
                    case ADD_DOUBLE, SUBTRACT_DOUBLE, MULTIPLY_DOUBLE -> true;
                    default -> false;
                };
    }

    /** Whether a Double is at most 2^63, which is nothing beside the distance of the largest Doubles, 2^971. */
    private static boolean isWithinWhole(TypedExpression expression) {
        if (expression instanceof TypedExpression.Constant constant) {
            return constant.value() instanceof Double value && Math.abs(value) <= 0x1p63;
        }
        return expression instanceof TypedExpression.Apply apply && apply.operation() == Operation.WHOLE_TO_DOUBLE;
    }

    private static boolean fits32Bits(TypedExpression expression) {
        if (expression instanceof TypedExpression.Constant constant) {
            return constant.value() instanceof Long value && value.intValue() == value;
        }
        if (expression instanceof TypedExpression.Read read) {
            return read.variable().type() == Type.LONG || read.variable().type() == Type.INTEGER;
        }
        return expression instanceof TypedExpression.Apply apply && apply.operation() == Operation.BOOLEAN_TO_WHOLE;
    }
}
