package io.xlink.source.sql;

import io.xlink.source.sql.ValueType.Function;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;

/** How a value is read, by what the database declares it to be. A value that is NULL is {@link Double#NaN}. */
enum ValueForm {
    WHOLE {
        @Override
        double read(ResultSet row, int column) throws SQLException {
            long value = row.getLong(column);
            return value == 0 && row.wasNull() ? Double.NaN : value;
        }
    },
    NUMBER {
        @Override
        double read(ResultSet row, int column) throws SQLException {
            double value = row.getDouble(column);
            return value == 0 && row.wasNull() ? Double.NaN : value;
        }
    },
    TRUTH {
        @Override
        double read(ResultSet row, int column) throws SQLException {
            boolean value = row.getBoolean(column);
            return row.wasNull() ? Double.NaN : value ? 1 : 0;
        }
    },
    TEXT {
        @Override
        double read(ResultSet row, int column) throws SQLException, NumberFormatException {
            String value = row.getString(column);
            // Exports leave zeros out, and so do those who keep numbers as text; nothing is no number.
            return value == null || value.isBlank() ? Double.NaN : number(value.strip());
        }
    },
    /** Of what is counted only matters that it is there. */
    PRESENCE {
        @Override
        double read(ResultSet row, int column) throws SQLException {
            return row.getObject(column) == null ? Double.NaN : 1;
        }
    };

    /**
     * @param column from 1
     * @throws NumberFormatException when text is not a number
     */
    abstract double read(ResultSet row, int column) throws SQLException, NumberFormatException;

    static ValueForm of(DeclaredColumn column, Function function, Dialect dialect) {
        if (function == Function.COUNT) {
            return PRESENCE;
        } else if (dialect == Dialect.SQLITE) {
            // A column holds what was put into it, whatever it is declared to be.
            return TEXT;
        } else if (column.isTruth()) {
            // The one answers with t and f, the others with numbers, which may be greater than 1.
            return dialect == Dialect.POSTGRESQL ? TRUTH : WHOLE;
        } else if (column.isWhole()) {
            return WHOLE;
        }
        return column.isNumber() ? NUMBER : TEXT;
    }

    private static double number(String text) {
        double number = new BigDecimal(text).doubleValue();
        if (Double.isInfinite(number)) {
            throw new NumberFormatException();
        }
        return number;
    }
}
