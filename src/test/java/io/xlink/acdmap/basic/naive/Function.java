package io.xlink.acdmap.basic.naive;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A function of the page, applied: each argument is evaluated and converted, and then the next one. */
record Function(String name, List<Expression> arguments) implements Expression {
    private static final Set<String> OF_TEXT = Set.of(
            "CSTR", "LEFT", "RIGHT", "MID", "UCASE", "LCASE", "TRIM", "LTRIM", "RTRIM", "CHR", "SPACE", "STRING");

    @Override
    public Object value(Frame frame) {
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            values.add(converted(i, arguments.get(i).value(frame), frame));
        }
        return Functions.call(name, values, frame.machine);
    }

    /** Conversions that may fail; the others wait for the function. */
    private Object converted(int position, Object value, Frame frame) {
        return switch (name) {
            case "ROUND" ->
                position == 1
                        ? (Object) Values.whole(value)
                        : value instanceof String ? (Object) Values.number(value) : value;
            case "LEFT", "RIGHT", "MID" -> position == 0 ? value : (Object) Values.whole(value);
            case "STRING" -> position == 0 ? (Object) Values.whole(value) : value;
            case "IIF" -> position == 0 ? (Object) Values.truth(value) : ofChoice(value, frame);
            default -> value;
        };
    }

    private Object ofChoice(Object value, Frame frame) {
        return value instanceof String && !isText(frame) ? (Object) Values.number(value) : value;
    }

    @Override
    public boolean isText(Frame frame) {
        return name.equals("IIF")
                ? arguments.get(1).isText(frame) && arguments.get(2).isText(frame)
                : OF_TEXT.contains(name);
    }
}
