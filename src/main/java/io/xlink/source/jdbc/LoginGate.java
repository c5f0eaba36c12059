package io.xlink.source.jdbc;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * Logs in for a pool. A refused login closes it: until {@link #open} nobody asks the database again, however often the
 * pool tries.
 */
final class LoginGate implements DataSource {
    private final JdbcAddress address;
    private final Driver driver;
    private final AtomicReference<Connection> ready = new AtomicReference<>();
    private volatile int loginTimeout;
    private final AtomicReference<LoginRefusedException> refused = new AtomicReference<>();

    LoginGate(JdbcAddress address, Driver driver) {
        this.address = address;
        this.driver = driver;
    }

    /** Allows one more try. */
    void open() {
        refused.set(null);
    }

    /**
     * Logs in now and keeps the connection for the pool, so that a failure is told at once and as what it is.
     *
     * @throws SQLException when the database cannot be reached
     * @throws LoginRefusedException when the login is refused, now or before
     */
    void check() throws SQLException {
        if (ready.get() == null) {
            Connection unused = ready.getAndSet(logIn());
            if (unused != null) {
                unused.close();
            }
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection made = ready.getAndSet(null);
        return made != null ? made : logIn();
    }

    private Connection logIn() throws SQLException {
        LoginRefusedException before = refused.get();
        if (before != null) {
            throw before;
        }
        Properties properties = new Properties();
        properties.putAll(address.properties());
        address.user().ifPresent(user -> properties.setProperty("user", user));
        address.password().ifPresent(password -> properties.setProperty("password", password.reveal()));
        try {
            Connection connection = driver.connect(address.url(), properties);
            if (connection == null) {
                throw new SQLException("the driver does not take this URL", "08001");
            }
            return connection;
        } catch (SQLException e) {
            if (LoginRefusedException.is(e)) {
                LoginRefusedException now = new LoginRefusedException(
                        "the data source " + address.name() + " refused the login of "
                                + address.user().orElse("nobody") + ": " + e.getMessage(),
                        e);
                refused.set(now);
                throw now;
            }
            throw e;
        }
    }

    /** Closes what no pool has taken. */
    void close() throws SQLException {
        Connection unused = ready.getAndSet(null);
        if (unused != null) {
            unused.close();
        }
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("whoever logs in stands in the configuration");
    }

    @Override
    public PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter writer) {
        // Nothing is written there.
    }

    @Override
    public void setLoginTimeout(int seconds) {
        // The driver's own settings limit a login; the pool asks for this one when it ends.
        loginTimeout = seconds;
    }

    @Override
    public int getLoginTimeout() {
        return loginTimeout;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("wraps nothing");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
