package io.xlink.source.sql;

import java.sql.Types;
import java.util.Locale;

/**
 * What a database declares a column of a result to be.
 *
 * @param type of {@link Types}
 * @param typeName as the database calls it
 */
record DeclaredColumn(int type, String typeName) {
    /** What SQL Server calls a date and time with a zone. */
    private static final int DATE_TIME_OFFSET = -155;

    boolean isText() {
        return switch (type) {
            case Types.CHAR, Types.VARCHAR, Types.LONGVARCHAR, Types.NCHAR, Types.NVARCHAR, Types.LONGNVARCHAR -> true;
            default -> false;
        };
    }

    boolean isWhole() {
        return switch (type) {
            case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT -> true;
            default -> false;
        };
    }

    boolean isNumber() {
        return switch (type) {
            case Types.DECIMAL, Types.NUMERIC, Types.DOUBLE, Types.FLOAT, Types.REAL -> true;
            default -> isWhole();
        };
    }

    boolean isTruth() {
        return type == Types.BOOLEAN || type == Types.BIT;
    }

    /** Whether sums of it are the same wherever they are made: the smallest floating numbers lose digits. */
    boolean isSummable() {
        return isNumber() && type != Types.REAL;
    }

    /** Whether it is a date and time with a zone. */
    boolean hasZone() {
        String name = typeName.toLowerCase(Locale.ROOT);
        return type == Types.TIMESTAMP_WITH_TIMEZONE
                || type == DATE_TIME_OFFSET
                || name.equals("timestamptz")
                || name.contains("with time zone");
    }
}
