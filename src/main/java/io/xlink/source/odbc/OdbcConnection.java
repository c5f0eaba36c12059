package io.xlink.source.odbc;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Executor;

/** What of a {@link Connection} this driver carries out. The public methods are those of the interface. */
final class OdbcConnection {
    private final NativeConnection connection;
    private final OdbcUrl url;
    private final String user;
    private final String product;
    private final DriverTraits traits;
    private final Connection face;

    private OdbcConnection(NativeConnection connection, OdbcUrl url, String user) throws SQLException {
        this.connection = connection;
        this.url = url;
        this.user = user;
        product = connection.info(OdbcFunctions.DBMS_NAME);
        traits = DriverTraits.of(
                connection.number(OdbcFunctions.GETDATA_EXTENSIONS),
                product,
                connection.info(OdbcFunctions.DRIVER_NAME));
        face = Refusing.as(Connection.class, this);
    }

    /** Takes a connection over, and closes it should it not do what every one must. */
    static Connection open(NativeConnection connection, OdbcUrl url, String user) throws SQLException {
        boolean usable = false;
        try {
            OdbcConnection made = new OdbcConnection(connection, url, user);
            ReadOnlySession.begin(connection, made.product);
            usable = true;
            return made.face;
        } finally {
            if (!usable) {
                connection.close();
            }
        }
    }

    public Statement createStatement() throws SQLException {
        return OdbcStatement.open(this);
    }

    public Statement createStatement(int type, int concurrency) throws SQLException {
        forwards(type, concurrency);
        return createStatement();
    }

    public Statement createStatement(int type, int concurrency, int holdability) throws SQLException {
        return createStatement(type, concurrency);
    }

    public PreparedStatement prepareStatement(String sql) throws SQLException {
        return OdbcPreparedStatement.open(this, sql);
    }

    public PreparedStatement prepareStatement(String sql, int type, int concurrency) throws SQLException {
        forwards(type, concurrency);
        return prepareStatement(sql);
    }

    public PreparedStatement prepareStatement(String sql, int type, int concurrency, int holdability)
            throws SQLException {
        return prepareStatement(sql, type, concurrency);
    }

    private static void forwards(int type, int concurrency) throws SQLException {
        if (type != ResultSet.TYPE_FORWARD_ONLY || concurrency != ResultSet.CONCUR_READ_ONLY) {
            throw Refusal.of("a result set that scrolls or changes rows");
        }
    }

    public String nativeSQL(String sql) {
        return sql;
    }

    public boolean getAutoCommit() throws SQLException {
        open();
        return connection.isAutoCommit();
    }

    public void setAutoCommit(boolean on) throws SQLException {
        connection.setAutoCommit(on);
    }

    public void commit() throws SQLException {
        end(OdbcFunctions.COMMIT);
    }

    public void rollback() throws SQLException {
        end(OdbcFunctions.ROLLBACK);
    }

    private void end(short completion) throws SQLException {
        if (connection.isAutoCommit()) {
            open();
            throw new SQLException("there is no transaction to end. Call setAutoCommit(false) first", "25000");
        }
        connection.end(completion);
    }

    public int getTransactionIsolation() throws SQLException {
        return connection.isolation();
    }

    public void setTransactionIsolation(int level) throws SQLException {
        connection.setIsolation(level);
    }

    public void close() {
        connection.close();
    }

    public boolean isClosed() {
        return connection.isClosed();
    }

    public void abort(Executor executor) {
        connection.close();
    }

    public boolean isValid(int seconds) throws SQLException {
        if (seconds < 0) {
            throw new SQLException("isValid with " + seconds + " s. Give 0 or more", "22023");
        }
        return ConnectionProbe.isAlive(connection, seconds);
    }

    public DatabaseMetaData getMetaData() throws SQLException {
        open();
        return Refusing.as(DatabaseMetaData.class, new OdbcDatabase(this));
    }

    public boolean isReadOnly() throws SQLException {
        open();
        return true;
    }

    /** A hint, says JDBC, which pools give without being asked: connections stay as they are. */
    public void setReadOnly(boolean on) throws SQLException {
        open();
    }

    public String getCatalog() throws SQLException {
        return connection.info(OdbcFunctions.DATABASE_NAME);
    }

    public String getSchema() throws SQLException {
        open();
        return null;
    }

    public int getHoldability() throws SQLException {
        open();
        return ResultSet.CLOSE_CURSORS_AT_COMMIT;
    }

    public SQLWarning getWarnings() throws SQLException {
        open();
        return null;
    }

    public void clearWarnings() throws SQLException {
        open();
    }

    public Map<String, Class<?>> getTypeMap() throws SQLException {
        open();
        return Map.of();
    }

    /** Nothing that a database here would show; JDBC lets unknown names pass. */
    public void setClientInfo(String name, String value) {}

    public void setClientInfo(Properties properties) {}

    public String getClientInfo(String name) throws SQLException {
        open();
        return null;
    }

    public Properties getClientInfo() throws SQLException {
        open();
        return new Properties();
    }

    private void open() throws SQLException {
        if (connection.isClosed()) {
            throw new SQLException("the connection to " + connection.name() + " is closed", "08003");
        }
    }

    NativeConnection connection() {
        return connection;
    }

    DriverTraits traits() {
        return traits;
    }

    String product() {
        return product;
    }

    OdbcUrl url() {
        return url;
    }

    String user() {
        return user;
    }

    Connection face() {
        return face;
    }

    @Override
    public String toString() {
        return "ODBC connection to " + connection.name();
    }
}
