package io.xlink.source.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.Driver;
import java.sql.SQLException;
import java.time.Duration;

/** A database that external systems are read from, with its pool of connections. They only read, and stream their results. */
public final class Database implements AutoCloseable {
    /** One for each import that may run at once: calls and activities, and one by hand beside each. */
    private static final int CONNECTIONS = 4;

    private static final Duration WAIT = Duration.ofSeconds(30);
    private static final Duration IDLE = Duration.ofMinutes(1);

    private final JdbcAddress address;
    private final LoginGate gate;
    private final HikariDataSource pool;

    Database(JdbcAddress address, Driver driver) {
        this.address = address;
        this.gate = new LoginGate(address, driver);
        Product product = Product.of(address.url());
        HikariConfig config = new HikariConfig();
        config.setPoolName("database " + address.name());
        config.setDataSource(gate);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(0);
        config.setIdleTimeout(IDLE.toMillis());
        config.setConnectionTimeout(WAIT.toMillis());
        // The program starts, and tells, also while a database is away.
        config.setInitializationFailTimeout(-1);
        // PostgreSQL streams rows only within a transaction. The pool ends it.
        config.setAutoCommit(product != Product.POSTGRESQL);
        config.setReadOnly(true);
        this.pool = new HikariDataSource(config);
    }

    /** The data source's name. */
    public String name() {
        return address.name();
    }

    /** For routes of users: {@code jdbc:NAME}. */
    public javax.sql.DataSource dataSource() {
        return pool;
    }

    /** A scheduled import begins: a login that was refused may be tried once more. */
    public void newRun() {
        gate.open();
    }

    /**
     * A connection of the pool; closing it gives it back.
     *
     * @throws LoginRefusedException when the login is refused, or was and {@link #newRun} has not been called since
     * @throws SQLException when the database cannot be reached, or all connections stay in use for 30 s
     */
    public Connection connect() throws SQLException {
        if (pool.getHikariPoolMXBean() == null || pool.getHikariPoolMXBean().getTotalConnections() == 0) {
            gate.check();
        }
        return pool.getConnection();
    }

    /**
     * Logs in and asks what the database is.
     *
     * @return its name and version
     * @throws SQLException as {@link #connect}
     */
    public String product() throws SQLException {
        try (Connection connection = connect()) {
            DatabaseMetaData about = connection.getMetaData();
            return (about.getDatabaseProductName() + " " + about.getDatabaseProductVersion()).strip();
        }
    }

    /** Where it is, for people: no user, no password, no setting. */
    public String shown() {
        return address.origin();
    }

    @Override
    public void close() throws SQLException {
        pool.close();
        gate.close();
    }
}
