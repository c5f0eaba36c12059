package io.xlink.source.jdbc;

import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;

/**
 * A database refused the login. It is not tried again before the next scheduled import, because some databases lock
 * accounts after a few wrong passwords.
 */
public final class LoginRefusedException extends SQLException {
    private static final long serialVersionUID = 1L;
    /** Of MariaDB and MySQL (two), Oracle (two), SQL Server, Informix. */
    private static final Set<Integer> CODES = Set.of(1045, 1698, 1017, 28000, 18456, -951);

    LoginRefusedException(String message, SQLException cause) {
        super(message, cause.getSQLState(), cause.getErrorCode(), cause);
    }

    /** Whether a failure to connect is about who logs in. */
    static boolean is(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        // PostgreSQL's ODBC driver gives a wrong password the state of a closed port.
        boolean worded = state.startsWith("08")
                && (message.contains("password authentication failed")
                        || message.contains("no password supplied")
                        || message.contains("access denied"));
        return state.startsWith("28") || CODES.contains(failure.getErrorCode()) || worded;
    }

    /** Whether anything in a chain of causes is a refused login. */
    public static boolean isIn(Throwable failure) {
        int depth = 0;
        for (Throwable t = failure; t != null && depth < 20; t = t.getCause()) {
            if (t instanceof LoginRefusedException) {
                return true;
            }
            depth++;
        }
        return false;
    }
}
