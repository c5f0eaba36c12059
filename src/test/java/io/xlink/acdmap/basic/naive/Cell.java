package io.xlink.acdmap.basic.naive;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** A variable: takes any value and keeps what its type makes of it. */
final class Cell {
    private static final BigDecimal NEAR = new BigDecimal("0.000001");

    enum Type {
        INTEGER,
        LONG,
        /** 64 bits: Weekday and Minutes. */
        WHOLE,
        /** 64 bits, without decimals instead of rounded. */
        RESULT,
        DOUBLE,
        STRING,
        BOOLEAN
    }

    private final Type type;
    private Object value;

    Cell(Type type) {
        this.type = type;
        this.value = switch (type) {
            case DOUBLE -> 0.0;
            case STRING -> "";
            case BOOLEAN -> false;
            default -> 0L;
        };
    }

    /** A new one of the same type. */
    Cell another() {
        return new Cell(type);
    }

    Object get() {
        return value;
    }

    void set(Object given) {
        value = as(type, given);
    }

    static Object as(Type type, Object given) {
        return switch (type) {
            case INTEGER -> within(Values.whole(given), Short.MIN_VALUE, Short.MAX_VALUE);
            case LONG -> within(Values.whole(given), Integer.MIN_VALUE, Integer.MAX_VALUE);
            case WHOLE -> Values.whole(given);
            case RESULT -> Values.isWhole(given) ? (Object) Values.whole(given) : truncated(Values.number(given));
            case DOUBLE -> Values.number(given);
            case STRING -> Values.text(given);
            case BOOLEAN -> Values.truth(given);
        };
    }

    private static Long within(long value, long least, long most) {
        if (value < least || value > most) {
            throw new NaiveFailure(NaiveFailure.OVERFLOW);
        }
        return value;
    }

    private static Long truncated(double value) {
        BigDecimal exact = new BigDecimal(value);
        BigDecimal near = exact.setScale(0, RoundingMode.HALF_EVEN);
        boolean whole = exact.subtract(near).abs().compareTo(NEAR) <= 0;
        return Values.long64((whole ? near : exact.setScale(0, RoundingMode.DOWN)).toBigInteger());
    }
}
