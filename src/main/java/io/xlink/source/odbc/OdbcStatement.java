package io.xlink.source.odbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;

/** What of a {@link Statement} this driver carries out. The public methods are those of the interface. */
class OdbcStatement {
    private final OdbcConnection connection;
    private final NativeStatement statement;
    private final Results results;
    private Statement face;
    private boolean closesOnCompletion;

    OdbcStatement(OdbcConnection connection, NativeStatement statement) {
        this.connection = connection;
        this.statement = statement;
        results = new Results(statement, connection.traits());
    }

    static Statement open(OdbcConnection connection) throws SQLException {
        OdbcStatement made =
                new OdbcStatement(connection, connection.connection().statement());
        return made.faced(Statement.class);
    }

    /** The object that callers see. */
    final <T extends Statement> T faced(Class<T> type) {
        T made = Refusing.as(type, this);
        face = made;
        return made;
    }

    public boolean execute(String sql) throws SQLException {
        results.end();
        Encoding encoding = connection.connection().encoding();
        short result = statement.ask("the query failed", handle -> encoding.execute(handle, sql));
        return begin(result);
    }

    /** Statements that make keys write, so only the wish for none is granted. */
    public boolean execute(String sql, int keys) throws SQLException {
        if (keys != Statement.NO_GENERATED_KEYS) {
            throw Refusal.readOnly();
        }
        return execute(sql);
    }

    public ResultSet executeQuery(String sql) throws SQLException {
        execute(sql);
        return rows();
    }

    final ResultSet rows() throws SQLException {
        ResultSet rows = results.current();
        if (rows == null) {
            throw new SQLException("the statement gives no rows. Query with SELECT", "07005");
        }
        return rows;
    }

    final boolean begin(short result) throws SQLException {
        return results.begin(result, face, closesOnCompletion);
    }

    final void endResults() throws SQLException {
        results.end();
    }

    public int executeUpdate(String sql) throws SQLException {
        throw Refusal.readOnly();
    }

    public long executeLargeUpdate(String sql) throws SQLException {
        throw Refusal.readOnly();
    }

    public void addBatch(String sql) throws SQLException {
        throw Refusal.readOnly();
    }

    public int[] executeBatch() throws SQLException {
        throw Refusal.readOnly();
    }

    public void clearBatch() {}

    public ResultSet getResultSet() throws SQLException {
        open();
        return results.current();
    }

    public int getUpdateCount() throws SQLException {
        open();
        return results.updateCount();
    }

    public boolean getMoreResults() throws SQLException {
        open();
        return results.next(face, closesOnCompletion);
    }

    public boolean getMoreResults(int current) throws SQLException {
        if (current == Statement.KEEP_CURRENT_RESULT) {
            throw Refusal.of("KEEP_CURRENT_RESULT");
        }
        return getMoreResults();
    }

    /** May be called by any thread, and while a query runs. */
    public void cancel() throws SQLException {
        open();
        statement.cancelRunning();
    }

    public void close() {
        results.close();
        statement.close();
    }

    public boolean isClosed() {
        return statement.isClosed();
    }

    public void setQueryTimeout(int seconds) throws SQLException {
        statement.setTimeout(notNegative("setQueryTimeout", seconds));
    }

    public int getQueryTimeout() throws SQLException {
        open();
        return statement.timeout();
    }

    public void setFetchSize(int rows) throws SQLException {
        open();
        results.setFetchSize(notNegative("setFetchSize", rows));
    }

    public int getFetchSize() throws SQLException {
        open();
        return results.fetchSize();
    }

    public void setMaxRows(int rows) throws SQLException {
        open();
        results.setMaxRows(notNegative("setMaxRows", rows));
    }

    public int getMaxRows() throws SQLException {
        open();
        return results.maxRows();
    }

    private static int notNegative(String method, int value) throws SQLException {
        if (value < 0) {
            throw new SQLException(method + " with " + value + ". Give 0 or more", "22023");
        }
        return value;
    }

    public void setMaxFieldSize(int bytes) throws SQLException {
        if (bytes != 0) {
            throw Refusal.of("setMaxFieldSize");
        }
    }

    public int getMaxFieldSize() throws SQLException {
        open();
        return 0;
    }

    /** Drivers carry out escapes or leave them, and cannot be told. */
    public void setEscapeProcessing(boolean on) throws SQLException {
        open();
    }

    public void setFetchDirection(int direction) throws SQLException {
        if (direction != ResultSet.FETCH_FORWARD) {
            throw Refusal.of("setFetchDirection");
        }
    }

    public int getFetchDirection() throws SQLException {
        open();
        return ResultSet.FETCH_FORWARD;
    }

    public int getResultSetType() throws SQLException {
        open();
        return ResultSet.TYPE_FORWARD_ONLY;
    }

    public int getResultSetConcurrency() throws SQLException {
        open();
        return ResultSet.CONCUR_READ_ONLY;
    }

    public int getResultSetHoldability() throws SQLException {
        open();
        return ResultSet.CLOSE_CURSORS_AT_COMMIT;
    }

    public Connection getConnection() throws SQLException {
        open();
        return connection.face();
    }

    public SQLWarning getWarnings() throws SQLException {
        open();
        return null;
    }

    public void clearWarnings() throws SQLException {
        open();
    }

    public void setPoolable(boolean poolable) throws SQLException {
        open();
    }

    public boolean isPoolable() throws SQLException {
        open();
        return false;
    }

    public void closeOnCompletion() throws SQLException {
        open();
        closesOnCompletion = true;
    }

    public boolean isCloseOnCompletion() throws SQLException {
        open();
        return closesOnCompletion;
    }

    final void open() throws SQLException {
        if (statement.isClosed()) {
            throw Refusal.closed("the statement");
        }
    }

    final NativeStatement statement() {
        return statement;
    }

    final OdbcConnection connection() {
        return connection;
    }

    @Override
    public String toString() {
        return "statement of " + connection;
    }
}
