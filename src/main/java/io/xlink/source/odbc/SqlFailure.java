package io.xlink.source.odbc;

import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLInvalidAuthorizationSpecException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLSyntaxErrorException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransactionRollbackException;
import java.util.List;
import java.util.Set;

/**
 * What drivers say when a call fails, as JDBC has it.
 *
 * @param doing what was tried, as the message begins
 * @param records what the driver says; the first is the reason
 */
record SqlFailure(String doing, List<Encoding.Diagnosis> records) {
    /** The state of a lost connection, by which pools know that it is none any more. */
    private static final String LOST = "08S01";
    /** States of PostgreSQL for a server that goes away or ended the session. */
    private static final Set<String> ENDED = Set.of("57P01", "57P02", "57P03");
    /** Numbers of MySQL and MariaDB: server has gone away, lost connection, the same while reading, killed. */
    private static final Set<Integer> GONE = Set.of(2006, 2013, 2055, 1927);
    /** A statement that was cancelled: PostgreSQL's state and ODBC's own. */
    private static final Set<String> CANCELLED = Set.of("57014", "HY008");
    /** Numbers of MySQL and MariaDB: interrupted, and its own time limit. */
    private static final Set<Integer> INTERRUPTED = Set.of(1317, 1969, 3024);

    /** Whether the connection is lost, as far as the words of known databases say. */
    boolean meansDead() {
        return records.stream()
                .anyMatch(
                        r -> r.state().startsWith("08") || ENDED.contains(r.state()) || GONE.contains(r.nativeError()));
    }

    /** Whether a time limit that was set may be the reason. */
    boolean mayBeTimeout() {
        return records.stream().anyMatch(r -> CANCELLED.contains(r.state()) || INTERRUPTED.contains(r.nativeError()));
    }

    /**
     * @param text knows the secrets that drivers may repeat
     * @param dead whether the connection is lost, whatever state the driver gives
     * @param late whether it ended because of its time limit
     */
    SQLException exception(ConnectionText text, boolean dead, boolean late) {
        if (records.isEmpty()) {
            return exception(dead ? LOST : "HY000", 0, doing + ", and the driver does not say why", late);
        }
        Encoding.Diagnosis first = records.get(0);
        String state = dead && !first.state().startsWith("08") ? LOST : first.state();
        return exception(state, first.nativeError(), OdbcCalls.told(doing, records, text::cleaned), late);
    }

    /** A failed login, or what came before it. */
    static SQLException exception(OdbcException failure) {
        if (failure.isLoginRefused()) {
            String state = failure.sqlState().startsWith("28") ? failure.sqlState() : "28000";
            return new SQLInvalidAuthorizationSpecException(failure.getMessage(), state, failure.nativeError());
        }
        String state = failure.sqlState();
        if (state.startsWith("HYT")) {
            return new SQLTimeoutException(failure.getMessage(), state, failure.nativeError());
        }
        return new SQLNonTransientConnectionException(
                failure.getMessage(), state.startsWith("08") ? state : "08001", failure.nativeError());
    }

    private static SQLException exception(String state, int number, String message, boolean late) {
        if (late && !state.startsWith("08")) {
            return new SQLTimeoutException(message, "HYT00", number);
        }
        String kind = state.length() < 2 ? "" : state.substring(0, 2);
        return switch (kind) {
            case "08" -> new SQLNonTransientConnectionException(message, state, number);
            case "28" -> new SQLInvalidAuthorizationSpecException(message, state, number);
            case "42", "37", "S0" -> new SQLSyntaxErrorException(message, state, number);
            case "22" -> new SQLDataException(message, state, number);
            case "23" -> new SQLIntegrityConstraintViolationException(message, state, number);
            case "40" -> new SQLTransactionRollbackException(message, state, number);
            case "0A" -> new SQLFeatureNotSupportedException(message, state, number);
            default ->
                switch (state) {
                    case "HYT00", "HYT01", "S1T00" -> new SQLTimeoutException(message, state, number);
                    case "HYC00", "IM001", "S1C00" -> new SQLFeatureNotSupportedException(message, state, number);
                    default -> new SQLException(message, state, number);
                };
        };
    }
}
