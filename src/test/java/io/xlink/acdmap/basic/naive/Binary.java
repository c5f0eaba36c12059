package io.xlink.acdmap.basic.naive;

/** An operator between two sides: the left one is evaluated and converted, and then the right one. */
record Binary(String operator, Expression left, Expression right) implements Expression {
    @Override
    public Object value(Frame frame) {
        return of(operator, left.value(frame), right, frame);
    }

    static Object of(String operator, Object left, Expression right, Frame frame) {
        Object a = converted(operator, left, right, frame);
        return Operators.apply(operator, a, right.value(frame), frame.machine);
    }

    /** The same, where the left side stands in a line of its own and fails to be converted there. */
    static Object of(String operator, Object left, int leftLine, Expression right, Frame frame) {
        Object a;
        try {
            a = converted(operator, left, right, frame);
        } catch (NaiveFailure e) {
            throw e.at(leftLine);
        }
        return Operators.apply(operator, a, right.value(frame), frame.machine);
    }

    private static Object converted(String operator, Object left, Expression right, Frame frame) {
        return switch (operator) {
            case "&" -> left;
            case "\\", "MOD" -> Values.whole(left);
            case "AND", "OR", "XOR" -> left instanceof Boolean ? left : (Object) Values.whole(left);
            case "^", "/", "*", "-" -> left instanceof String ? (Object) Values.number(left) : left;
            default -> left instanceof String && !right.isText(frame) ? (Object) Values.number(left) : left;
        };
    }

    @Override
    public boolean isText(Frame frame) {
        return operator.equals("&") || operator.equals("+") && left.isText(frame) && right.isText(frame);
    }
}
