package io.xlink.source.odbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The results of a statement, one after the other, and the block of memory through which their rows come. */
final class Results {
    /** When nobody says how many rows come at once; more are hardly faster. */
    private static final int FETCH_SIZE = 1000;

    private final NativeStatement statement;
    private final DriverTraits traits;
    private int fetchSize;
    private int maxRows;
    private Block block;
    private int blockSize;
    private OdbcResultSet current;
    private int updateCount = -1;
    private volatile boolean isOpen;

    Results(NativeStatement statement, DriverTraits traits) {
        this.statement = statement;
        this.traits = traits;
    }

    /**
     * After an execution.
     *
     * @param result what it returned
     * @param face the statement as callers see it
     * @param closesStatement whether the end of the result is the statement's
     * @return whether there are rows to read
     */
    boolean begin(short result, Statement face, boolean closesStatement) throws SQLException {
        isOpen = true;
        List<Column> columns = columns(statement);
        if (columns.isEmpty()) {
            updateCount = result == OdbcFunctions.NO_DATA ? 0 : rowCount();
            return false;
        }
        // The memory stays bound, because small queries would spend their time on it.
        if (block == null || blockSize != rowsAtOnce() || !block.isOf(columns)) {
            if (block != null) {
                statement.call(
                        "columns cannot be unbound",
                        handle -> StatementFunctions.SQLFreeStmt(handle, StatementFunctions.OPTION_UNBIND));
                block = null;
            }
            blockSize = rowsAtOnce();
            block = Block.bind(statement, columns, traits, blockSize);
        }
        block.restart();
        current = new OdbcResultSet(
                this,
                new RowValues(block, columns, traits.text(statement.connection().encoding())),
                columns,
                face,
                maxRows,
                closesStatement);
        return true;
    }

    private int rowsAtOnce() {
        int size = fetchSize > 0 ? fetchSize : FETCH_SIZE;
        return maxRows > 0 ? Math.min(maxRows, size) : size;
    }

    /** What a statement, prepared or executed, gives; empty when it gives no rows. */
    static List<Column> columns(NativeStatement statement) throws SQLException {
        return statement.together(handle -> {
            short[] count = new short[1];
            statement.call("the columns cannot be counted", h -> StatementFunctions.SQLNumResultCols(h, count));
            Encoding encoding = statement.connection().encoding();
            List<Column> columns = new ArrayList<>();
            for (int number = 1; number <= count[0]; number++) {
                int n = number;
                columns.add(encoding.column(handle, n)
                        .orElseThrow(() -> statement.error("column " + n + " cannot be described")));
            }
            return List.copyOf(columns);
        });
    }

    private int rowCount() throws SQLException {
        long[] rows = new long[1];
        short result = statement.together(handle -> StatementFunctions.SQLRowCount(handle, rows));
        return OdbcCalls.isDone(result) ? (int) Math.max(0, Math.min(Integer.MAX_VALUE, rows[0])) : 0;
    }

    /** The next of several results. */
    boolean next(Statement face, boolean closesStatement) throws SQLException {
        if (!isOpen) {
            return false;
        }
        forget();
        short result = statement.ask("the next result failed", StatementFunctions::SQLMoreResults);
        return result != OdbcFunctions.NO_DATA && begin(result, face, closesStatement);
    }

    /** Before the next execution. */
    void end() throws SQLException {
        forget();
        release();
    }

    private void forget() {
        if (current != null) {
            current.markClosed();
            current = null;
        }
        updateCount = -1;
    }

    private void release() throws SQLException {
        if (isOpen) {
            isOpen = false;
            statement.call(
                    "the result cannot be closed",
                    handle -> StatementFunctions.SQLFreeStmt(handle, StatementFunctions.OPTION_CLOSE));
        }
    }

    /** Before the statement is closed, which frees the rest. */
    void close() {
        forget();
        isOpen = false;
    }

    /** By a result set that is closed. */
    void closed(OdbcResultSet rows, boolean closesStatement) throws SQLException {
        if (rows == current) {
            current = null;
            if (closesStatement) {
                isOpen = false;
                statement.close();
            } else if (!statement.isClosed()) {
                release();
            }
        }
    }

    boolean isOpen() {
        return !statement.isClosed();
    }

    ResultSet current() {
        return current == null ? null : current.face();
    }

    int updateCount() {
        return updateCount;
    }

    int fetchSize() {
        return fetchSize > 0 ? fetchSize : FETCH_SIZE;
    }

    /** @param rows 0 for the usual number */
    void setFetchSize(int rows) {
        fetchSize = rows;
    }

    int maxRows() {
        return maxRows;
    }

    /** @param rows 0 for all */
    void setMaxRows(int rows) {
        maxRows = rows;
    }
}
