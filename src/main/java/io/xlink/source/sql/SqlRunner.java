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
import java.util.Optional;

/** Runs the statements of one import over one connection, so that rows come as a stream and no wait is without a limit. */
final class SqlRunner {
    /** Enough to make the way to the database not matter, few enough for wide rows in little memory. */
    static final int FETCH_SIZE = 2000;

    private final Connection connection;
    private final int timeout;
    private final int fetchSize;
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
        boolean mySql = String.valueOf(connection.getMetaData().getDriverName()).startsWith("MySQL");
        this.fetchSize = mySql ? Integer.MIN_VALUE : FETCH_SIZE;
    }

    Connection connection() {
        return connection;
    }

    List<RanStatement> ran() {
        return List.copyOf(ran);
    }

    /** Runs a statement to its end, its rows coming as a stream. */
    void run(SqlStatement statement, Rows rows) throws SQLException {
        run(statement, fetchSize, 0, rows);
    }

    /**
     * Runs a statement whose rows are few, at one go: PostgreSQL plans those that come bit by bit for an early first row,
     * and on one processor.
     */
    void runWhole(SqlStatement statement, Rows rows) throws SQLException {
        run(statement, 0, 0, rows);
    }

    private void run(SqlStatement statement, int fetch, int most, Rows rows) throws SQLException {
        long begin = System.nanoTime();
        try (PreparedStatement prepared = connection.prepareStatement(
                statement.text(), ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY)) {
            prepared.setQueryTimeout(timeout);
            prepared.setFetchSize(fetch);
            prepared.setMaxRows(most);
            int position = 1;
            for (Object parameter : statement.parameters()) {
                bind(prepared, position++, parameter);
            }
            long count;
            try (ResultSet result = prepared.executeQuery()) {
                count = rows.read(result);
            }
            ran.add(new RanStatement(statement, count, (System.nanoTime() - begin) / 1_000_000));
        }
    }

    /** The first value of the first row; empty when there is none. */
    Optional<String> first(SqlStatement statement) throws SQLException {
        String[] first = new String[1];
        run(statement, 1, 1, rows -> {
            first[0] = rows.next() ? rows.getString(1) : null;
            return 1;
        });
        return Optional.ofNullable(first[0]);
    }

    /** What a result's columns are declared to be; asks for no row. */
    List<DeclaredColumn> columns(SqlStatement statement) throws SQLException {
        List<DeclaredColumn> columns = new ArrayList<>();
        run(statement, rows -> {
            ResultSetMetaData declared = rows.getMetaData();
            for (int i = 1; i <= declared.getColumnCount(); i++) {
                columns.add(
                        new DeclaredColumn(declared.getColumnType(i), String.valueOf(declared.getColumnTypeName(i))));
            }
            return 0;
        });
        return columns;
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
