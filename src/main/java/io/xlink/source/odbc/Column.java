package io.xlink.source.odbc;

import java.sql.Types;
import java.util.Locale;

/**
 * A column of a result, as its driver describes it.
 *
 * @param name or alias
 * @param type of ODBC ({@code SQL_INTEGER} ...)
 * @param size characters, bytes or digits; 0 or very large when the driver does not know
 * @param digits behind the point, or of a second
 * @param nullable 0 never, 1 perhaps, 2 unknown
 * @param unsigned whether a number has no sign
 * @param typeName the database's own word
 */
record Column(String name, short type, long size, short digits, short nullable, boolean unsigned, String typeName) {
    static final short CHAR = 1;
    static final short NUMERIC = 2;
    static final short DECIMAL = 3;
    static final short INTEGER = 4;
    static final short SMALLINT = 5;
    static final short FLOAT = 6;
    static final short REAL = 7;
    static final short DOUBLE = 8;
    static final short VARCHAR = 12;
    static final short DATE = 91;
    static final short TIME = 92;
    static final short TIMESTAMP = 93;
    static final short LONGVARCHAR = -1;
    static final short BINARY = -2;
    static final short VARBINARY = -3;
    static final short LONGVARBINARY = -4;
    static final short BIGINT = -5;
    static final short TINYINT = -6;
    static final short BIT = -7;
    static final short WCHAR = -8;
    static final short WVARCHAR = -9;
    static final short WLONGVARCHAR = -10;
    static final short GUID = -11;

    /** The type of {@link Types} whose values {@link java.sql.ResultSet#getObject(int)} gives. */
    int jdbcType() {
        return switch (type) {
            case CHAR, WCHAR -> Types.CHAR;
            case NUMERIC -> Types.NUMERIC;
            case DECIMAL -> Types.DECIMAL;
            case TINYINT -> Types.TINYINT;
            case SMALLINT -> unsigned ? Types.INTEGER : Types.SMALLINT;
            case INTEGER -> unsigned ? Types.BIGINT : Types.INTEGER;
            case BIGINT -> unsigned ? Types.DECIMAL : Types.BIGINT;
            case FLOAT, DOUBLE -> Types.DOUBLE;
            case REAL -> Types.REAL;
            case LONGVARCHAR, WLONGVARCHAR -> Types.LONGVARCHAR;
            case DATE -> Types.DATE;
            case TIME -> Types.TIME;
            case TIMESTAMP -> Types.TIMESTAMP;
            case BINARY -> Types.BINARY;
            case VARBINARY -> Types.VARBINARY;
            case LONGVARBINARY -> Types.LONGVARBINARY;
            case BIT -> Types.BIT;
            default -> Types.VARCHAR;
        };
    }

    String className() {
        return switch (jdbcType()) {
            case Types.NUMERIC, Types.DECIMAL -> java.math.BigDecimal.class.getName();
            case Types.TINYINT, Types.SMALLINT, Types.INTEGER -> Integer.class.getName();
            case Types.BIGINT -> Long.class.getName();
            case Types.DOUBLE -> Double.class.getName();
            case Types.REAL -> Float.class.getName();
            case Types.DATE -> java.sql.Date.class.getName();
            case Types.TIME -> java.sql.Time.class.getName();
            case Types.TIMESTAMP -> java.sql.Timestamp.class.getName();
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY -> byte[].class.getName();
            case Types.BIT -> Boolean.class.getName();
            default -> String.class.getName();
        };
    }

    boolean isNumber() {
        return switch (type) {
            case NUMERIC, DECIMAL, TINYINT, SMALLINT, INTEGER, BIGINT, FLOAT, DOUBLE, REAL -> true;
            default -> false;
        };
    }

    /** Whether the driver itself says that values may be longer than a buffer. */
    boolean isLong() {
        return type == LONGVARCHAR || type == WLONGVARCHAR || type == LONGVARBINARY;
    }

    /** How a message calls it. */
    @Override
    public String toString() {
        return name + " (" + typeName.toLowerCase(Locale.ROOT) + ")";
    }
}
