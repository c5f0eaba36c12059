package io.xlink.source.odbc;

import io.xlink.config.ConfigException;
import io.xlink.config.Secret;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLNonTransientConnectionException;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.logging.Logger;

/**
 * Reads databases through the machine's ODBC driver manager, as JDBC. URLs are {@code jdbc:odbc:NAME} with the name of a
 * data source, or {@code jdbc:odbc:Driver=...;key=value;key={value}} without one. Nothing is written: sessions are made
 * read-only where the database knows how, and updates are refused.
 *
 * <p>Properties: {@code user}, {@code password}; {@code conf}, a directory whose {@code odbc.ini} is looked at before the
 * machine's; {@code loginTimeout}, seconds from 1, otherwise {@link DriverManager#getLoginTimeout}, otherwise 30.
 */
public final class OdbcDriver implements Driver {
    static final int MAJOR = 1;
    static final int MINOR = 0;
    /** When nobody sets a limit for logins. */
    private static final Duration LOGIN_LIMIT = Duration.ofSeconds(30);

    private static final String USER = "user";
    private static final String PASSWORD = "password";
    private static final String CONF = "conf";
    private static final String LOGIN_TIMEOUT = "loginTimeout";

    static {
        try {
            DriverManager.registerDriver(new OdbcDriver());
        } catch (SQLException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    @Override
    public Connection connect(String url, Properties properties) throws SQLException {
        if (!acceptsURL(url)) {
            return null;
        }
        OdbcUrl parsed = OdbcUrl.parse(url);
        Optional<String> user = property(properties, USER);
        DataSource source = source(parsed, property(properties, CONF));
        ConnectionText text = new ConnectionText(
                source,
                parsed.attributes(),
                user,
                property(properties, PASSWORD).map(Secret::new));
        try {
            return OdbcConnection.open(OdbcLogin.open(source, text, limit(properties)), parsed, user.orElse(""));
        } catch (OdbcException e) {
            throw SqlFailure.exception(e);
        }
    }

    private static DataSource source(OdbcUrl url, Optional<String> conf) throws SQLException {
        try {
            DataSourceNames names =
                    conf.map(c -> new DataSourceNames(Path.of(c))).orElseGet(DataSourceNames::ofTheMachine);
            Resolution found = url.name().isEmpty() ? names.written(url.attributes()) : names.find(url.name());
            if (!found.isUsable()) {
                throw new SQLNonTransientConnectionException(
                        found.problems().get(0).toString(), "08001");
            }
            return found.source().orElseThrow();
        } catch (ConfigException e) {
            throw new SQLNonTransientConnectionException(e.getMessage(), "08001", e);
        }
    }

    private static Duration limit(Properties properties) throws SQLException {
        Optional<String> seconds = property(properties, LOGIN_TIMEOUT);
        if (seconds.isEmpty()) {
            int general = DriverManager.getLoginTimeout();
            return general > 0 ? Duration.ofSeconds(general) : LOGIN_LIMIT;
        }
        if (!seconds.get().matches("[1-9][0-9]{0,4}")) {
            throw new SQLNonTransientConnectionException(
                    LOGIN_TIMEOUT + " is " + seconds.get() + ". Write whole seconds from 1 to 99999", "08001");
        }
        return Duration.ofSeconds(Long.parseLong(seconds.get()));
    }

    private static Optional<String> property(Properties properties, String key) {
        return Optional.ofNullable(properties).map(p -> p.getProperty(key)).filter(value -> !value.isEmpty());
    }

    @Override
    public boolean acceptsURL(String url) {
        return OdbcUrl.isOne(url);
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties properties) {
        return new DriverPropertyInfo[] {
            described(USER, "who logs in; wins over the data source's"),
            described(PASSWORD, "the user's password"),
            described(CONF, "directory whose odbc.ini is looked at first"),
            described(LOGIN_TIMEOUT, "seconds that a login may take")
        };
    }

    private static DriverPropertyInfo described(String name, String description) {
        DriverPropertyInfo info = new DriverPropertyInfo(name, null);
        info.description = description;
        return info;
    }

    @Override
    public int getMajorVersion() {
        return MAJOR;
    }

    @Override
    public int getMinorVersion() {
        return MINOR;
    }

    @Override
    public boolean jdbcCompliant() {
        return false;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw Refusal.of("getParentLogger");
    }
}
