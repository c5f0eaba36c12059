package io.xlink.source.sql;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Runs the statements of one import over one connection, so that rows come as a stream and no wait is without a limit. */
final class SqlRunner {
    /** Enough to make the way to the database not matter, few enough for wide rows in little memory. */
    static final int FETCH_SIZE = 2000;

    /** A server answers at once with so many rows, which its driver keeps whole. */
    private static final int CURSOR_ROWS = 20_000;

    private final Connection connection;
    private final int timeout;
    private final int fetchSize;
    private final boolean cursors;
    private final List<RanStatement> ran = new ArrayList<>();

    /** Takes the rows of a result, and says how many there were. */
    @FunctionalInterface
    interface Rows {
        long read(ResultSet rows) throws SQLException;
    }

    /** @param timeout for the first row, in seconds */
    SqlRunner(Connection connection, int timeout) throws SQLException {
        this.connection = connection;
        this.timeout = timeout;
        // MySQL's own driver streams only when it is asked for this.
        String driver = String.valueOf(connection.getMetaData().getDriverName());
        this.fetchSize = driver.startsWith("MySQL") ? Integer.MIN_VALUE : FETCH_SIZE;
        // Its own cursors end the process when the connection is lost.
        this.cursors = driver.toLowerCase(Locale.ROOT).startsWith("psqlodbc");
    }

    Connection connection() {
        return connection;
    }

    List<RanStatement> ran() {
        return List.copyOf(ran);
    }

    /**
     * Runs a statement to its end, its rows coming as a stream.
     *
     * @param rows called once, or several times, each with the next part of the rows
     */
    void run(SqlStatement statement, Rows rows) throws SQLException {
        long begin = System.nanoTime();
        long count = cursors
                ? new ServerCursor(connection, timeout, CURSOR_ROWS).run(statement, rows)
                : query(statement, fetchSize, 0, rows);
        note(statement, count, begin);
    }

    /**
     * Runs a statement whose rows are few, at one go: PostgreSQL plans those that come bit by bit for an early first row,
     * and on one processor.
     */
    void runWhole(SqlStatement statement, Rows rows) throws SQLException {
        long begin = System.nanoTime();
        note(statement, query(statement, 0, 0, rows), begin);
    }

    private void note(SqlStatement statement, long rows, long begin) {
        ran.add(new RanStatement(statement, rows, (System.nanoTime() - begin) / 1_000_000));
    }

    private long query(SqlStatement statement, int fetch, int most, Rows rows) throws SQLException {
        try (PreparedStatement prepared = connection.prepareStatement(
                statement.text(), ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY)) {
            prepared.setQueryTimeout(timeout);
            prepared.setFetchSize(fetch);
            prepared.setMaxRows(most);
            bind(prepared, statement.parameters());
            try (ResultSet result = prepared.executeQuery()) {
                return rows.read(result);
            }
        }
    }

    /** The first value of the first row; empty when there is none. */
    Optional<String> first(SqlStatement statement) throws SQLException {
        String[] first = new String[1];
        long begin = System.nanoTime();
        Rows one = rows -> {
            first[0] = rows.next() ? rows.getString(1) : null;
            return 1;
        };
        note(
                statement,
                cursors ? new ServerCursor(connection, timeout, 1).first(statement, one) : query(statement, 1, 1, one),
                begin);
        return Optional.ofNullable(first[0]);
    }

    /** What a result's columns are declared to be; asks for no row. */
    List<DeclaredColumn> columns(SqlStatement statement) throws SQLException {
        List<DeclaredColumn> columns = new ArrayList<>();
        runWhole(statement, rows -> {
            ResultSetMetaData declared = rows.getMetaData();
            for (int i = 1; i <= declared.getColumnCount(); i++) {
                columns.add(
                        new DeclaredColumn(declared.getColumnType(i), String.valueOf(declared.getColumnTypeName(i))));
            }
            return 0;
        });
        return columns;
    }

    static void bind(PreparedStatement statement, List<Object> parameters) throws SQLException {
        int position = 1;
        for (Object parameter : parameters) {
            bind(statement, position++, parameter);
        }
    }

    private static void bind(PreparedStatement statement, int position, Object value) throws SQLException {
        if (value instanceof String text) {
            statement.setString(position, text);
        } else if (value instanceof Long number) {
            statement.setLong(position, number);
        } else if (value instanceof Integer number) {
            statement.setInt(position, number);
        } else if (value instanceof Short number) {
            statement.setShort(position, number);
        } else if (value instanceof BigDecimal number) {
            statement.setBigDecimal(position, number);
        } else if (value instanceof LocalDateTime || value instanceof LocalDate || value instanceof OffsetDateTime) {
            statement.setObject(position, value);
        } else {
            throw new IllegalArgumentException("a parameter is a " + value.getClass());
        }
    }
}
