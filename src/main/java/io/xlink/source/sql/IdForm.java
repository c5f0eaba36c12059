package io.xlink.source.sql;

import java.math.BigDecimal;
import java.sql.Types;
import java.util.Optional;

/**
 * What an id of a queue is bound as. A number is bound in the size of its column where that is known, because PostgreSQL
 * searches a list of numbers of another size one by one for every row.
 */
enum IdForm {
    TEXT,
    SMALL,
    INTEGER,
    LONG,
    NUMBER;

    /**
     * @param number what {@code QueueNameType} says
     * @param column what the database says; empty where it was not asked
     */
    static IdForm of(Optional<Boolean> number, Optional<DeclaredColumn> column) {
        if (!number.orElse(column.isPresent() && column.get().isNumber())) {
            return TEXT;
        }
        return switch (column.map(DeclaredColumn::type).orElse(Types.BIGINT)) {
            case Types.TINYINT, Types.SMALLINT -> SMALL;
            case Types.INTEGER -> INTEGER;
            case Types.DECIMAL, Types.NUMERIC -> NUMBER;
            default -> LONG;
        };
    }

    boolean isNumber() {
        return this != TEXT;
    }

    /** The value to bind; what does not fit is bound as what it is, and text that is no number as text. */
    Object bound(String id) {
        if (this == TEXT) {
            return id;
        }
        BigDecimal number;
        try {
            number = new BigDecimal(QueueMatch.number(id));
        } catch (NumberFormatException e) {
            return id;
        }
        boolean whole = number.scale() <= 0 && number.precision() <= 18;
        if (this == NUMBER || !whole) {
            return number;
        }
        long value = number.longValueExact();
        if (this == SMALL && value == (short) value) {
            return (short) value;
        }
        return this != LONG && value == (int) value ? (Object) (int) value : (Object) value;
    }
}
