package io.xlink.source.sql;

import io.xlink.source.sql.SqlRunner.Rows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Reads a result of PostgreSQL part by part through a cursor that is opened in SQL, for drivers that would otherwise hold
 * all of it.
 */
final class ServerCursor {
    private static final String NAME = "xlink_rows";

    private final Connection connection;
    private final int timeout;
    private final int rowsAtOnce;

    /** @param timeout for each part, in seconds */
    ServerCursor(Connection connection, int timeout, int rowsAtOnce) {
        this.connection = connection;
        this.timeout = timeout;
        this.rowsAtOnce = rowsAtOnce;
    }

    /** Reads all rows; returns how many the reader counted. */
    long run(SqlStatement statement, Rows rows) throws SQLException {
        return within(statement, rows, Integer.MAX_VALUE);
    }

    /** Reads the first part alone. */
    long first(SqlStatement statement, Rows rows) throws SQLException {
        return within(statement, rows, 1);
    }

    private long within(SqlStatement statement, Rows rows, int parts) throws SQLException {
        boolean autoCommit = connection.getAutoCommit();
        connection.setAutoCommit(false);
        long count;
        try {
            declare(statement);
            count = fetch(rows, parts);
        } catch (SQLException e) {
            end(autoCommit, e);
            throw e;
        }
        connection.rollback();
        connection.setAutoCommit(autoCommit);
        return count;
    }

    /** The cursor goes with its transaction; a connection that is lost cannot end it, which must not hide why. */
    private void end(boolean autoCommit, SQLException cause) {
        try {
            connection.rollback();
            connection.setAutoCommit(autoCommit);
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    private void declare(SqlStatement statement) throws SQLException {
        try (PreparedStatement declare =
                connection.prepareStatement("declare " + NAME + " no scroll cursor for " + statement.text())) {
            declare.setQueryTimeout(timeout);
            SqlRunner.bind(declare, statement.parameters());
            declare.execute();
        }
    }

    private long fetch(Rows rows, int parts) throws SQLException {
        long count = 0;
        // Not prepared: what the driver has prepared comes a quarter slower.
        try (Statement fetch = connection.createStatement()) {
            fetch.setQueryTimeout(timeout);
            fetch.setFetchSize(SqlRunner.FETCH_SIZE);
            for (int part = 0; part < parts; part++) {
                long read;
                try (ResultSet result = fetch.executeQuery("fetch forward " + rowsAtOnce + " from " + NAME)) {
                    read = rows.read(result);
                }
                count += read;
                if (read < rowsAtOnce) {
                    break;
                }
            }
        }
        return count;
    }
}
