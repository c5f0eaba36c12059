package io.xlink.source.odbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.RowIdLifetime;
import java.sql.SQLException;

/** What of a {@link java.sql.DatabaseMetaData} this driver knows: names, versions and its own limits. */
final class OdbcDatabase {
    private final OdbcConnection connection;

    OdbcDatabase(OdbcConnection connection) {
        this.connection = connection;
    }

    private String info(short type) throws SQLException {
        return connection.connection().info(type);
    }

    public String getDatabaseProductName() {
        return connection.product();
    }

    public String getDatabaseProductVersion() throws SQLException {
        return info(OdbcFunctions.DBMS_VERSION);
    }

    public int getDatabaseMajorVersion() throws SQLException {
        return part(0);
    }

    public int getDatabaseMinorVersion() throws SQLException {
        return part(1);
    }

    /** ODBC writes {@code 18.00.0006} and drivers what they like behind it. */
    private int part(int number) throws SQLException {
        String[] parts = getDatabaseProductVersion().split("[^0-9]+", 3);
        return parts.length > number && parts[number].matches("[0-9]{1,9}") ? Integer.parseInt(parts[number]) : 0;
    }

    /** The database's own driver, which does the work. */
    public String getDriverName() throws SQLException {
        return info(OdbcFunctions.DRIVER_NAME);
    }

    public String getDriverVersion() throws SQLException {
        return info(OdbcFunctions.DRIVER_VERSION);
    }

    public int getDriverMajorVersion() {
        return OdbcDriver.MAJOR;
    }

    public int getDriverMinorVersion() {
        return OdbcDriver.MINOR;
    }

    public int getJDBCMajorVersion() {
        return 4;
    }

    public int getJDBCMinorVersion() {
        return 3;
    }

    /** Without the attributes, for a password may be among them. */
    public String getURL() {
        return connection.url().toString();
    }

    public String getUserName() throws SQLException {
        String told = info(OdbcFunctions.USER_NAME);
        return told.isEmpty() ? connection.user() : told;
    }

    public Connection getConnection() {
        return connection.face();
    }

    public String getIdentifierQuoteString() throws SQLException {
        String quote = info(OdbcFunctions.IDENTIFIER_QUOTE);
        return quote.isEmpty() ? " " : quote;
    }

    public int getDefaultTransactionIsolation() throws SQLException {
        return connection.getTransactionIsolation();
    }

    public boolean isReadOnly() {
        return true;
    }

    public boolean supportsTransactions() {
        return true;
    }

    public boolean supportsBatchUpdates() {
        return false;
    }

    public boolean supportsGetGeneratedKeys() {
        return false;
    }

    public boolean supportsNamedParameters() {
        return false;
    }

    public boolean supportsMultipleOpenResults() {
        return false;
    }

    public boolean supportsSavepoints() {
        return false;
    }

    public boolean supportsStoredProcedures() {
        return false;
    }

    public boolean supportsResultSetType(int type) {
        return type == ResultSet.TYPE_FORWARD_ONLY;
    }

    public boolean supportsResultSetConcurrency(int type, int concurrency) {
        return supportsResultSetType(type) && concurrency == ResultSet.CONCUR_READ_ONLY;
    }

    public boolean supportsResultSetHoldability(int holdability) {
        return holdability == ResultSet.CLOSE_CURSORS_AT_COMMIT;
    }

    public int getResultSetHoldability() {
        return ResultSet.CLOSE_CURSORS_AT_COMMIT;
    }

    public RowIdLifetime getRowIdLifetime() {
        return RowIdLifetime.ROWID_UNSUPPORTED;
    }

    @Override
    public String toString() {
        return "what is known of the database behind " + connection;
    }
}
