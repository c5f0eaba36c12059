package io.xlink.source.odbc;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Map;

/** Values as objects: of the type that a column has, or that a caller names. */
final class ValueTypes {
    private static final Map<Class<?>, Reading> BY_CLASS = Map.ofEntries(
            Map.entry(String.class, RowValues::text),
            Map.entry(Boolean.class, RowValues::truth),
            Map.entry(Short.class, (v, c, r) -> (short) v.whole(c, r, Short.MIN_VALUE, Short.MAX_VALUE)),
            Map.entry(Integer.class, (v, c, r) -> (int) v.whole(c, r, Integer.MIN_VALUE, Integer.MAX_VALUE)),
            Map.entry(Long.class, RowValues::whole),
            Map.entry(Float.class, (v, c, r) -> (float) v.real(c, r)),
            Map.entry(Double.class, RowValues::real),
            Map.entry(BigDecimal.class, RowValues::decimal),
            Map.entry(LocalDate.class, RowValues::date),
            Map.entry(LocalTime.class, RowValues::time),
            Map.entry(LocalDateTime.class, RowValues::dateTime),
            Map.entry(Date.class, (v, c, r) -> Date.valueOf(v.date(c, r))),
            Map.entry(Time.class, (v, c, r) -> Time.valueOf(v.time(c, r))),
            Map.entry(Timestamp.class, (v, c, r) -> Timestamp.valueOf(v.dateTime(c, r))),
            Map.entry(byte[].class, RowValues::bytes),
            Map.entry(Object.class, RowValues::object));

    private ValueTypes() {}

    private interface Reading {
        Object of(RowValues values, int column, int row) throws SQLException;
    }

    /** @param type of {@link Types}, as {@link Column#jdbcType} has it */
    static Object object(RowValues values, int type, int column, int row) throws SQLException {
        return switch (type) {
            case Types.NUMERIC, Types.DECIMAL -> values.decimal(column, row);
            case Types.TINYINT, Types.SMALLINT, Types.INTEGER ->
                (int) values.whole(column, row, Integer.MIN_VALUE, Integer.MAX_VALUE);
            case Types.BIGINT -> values.whole(column, row);
            case Types.DOUBLE -> values.real(column, row);
            case Types.REAL -> (float) values.real(column, row);
            case Types.DATE -> Date.valueOf(values.date(column, row));
            case Types.TIME -> Time.valueOf(values.time(column, row));
            case Types.TIMESTAMP -> Timestamp.valueOf(values.dateTime(column, row));
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY -> values.bytes(column, row);
            case Types.BIT -> values.truth(column, row);
            default -> values.text(column, row);
        };
    }

    /** @throws SQLException when no value is read as such a class, too */
    static Object object(RowValues values, Class<?> type, int column, int row) throws SQLException {
        Reading reading = BY_CLASS.get(type);
        if (reading == null) {
            throw Refusal.of("getObject of " + type.getName());
        }
        return reading.of(values, column, row);
    }
}
