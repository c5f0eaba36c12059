package io.xlink.source.odbc;

import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;

/** What calls are answered with that this driver does not carry out. */
final class Refusal {
    private Refusal() {}

    /** @param method of JDBC */
    static SQLFeatureNotSupportedException of(String method) {
        return new SQLFeatureNotSupportedException(
                method + " is not supported by the ODBC driver of this program, which reads rows forwards", "HYC00");
    }

    static SQLException readOnly() {
        return new SQLException("the connection is read-only. Write to the database with its own JDBC driver", "25006");
    }

    static SQLException closed(String what) {
        return new SQLException(what + " is closed", "24000");
    }

    static <T> T unwrap(Object object, Class<T> type) throws SQLException {
        if (!type.isInstance(object)) {
            throw new SQLException(object.getClass().getSimpleName() + " is no " + type.getName(), "HY000");
        }
        return type.cast(object);
    }
}
