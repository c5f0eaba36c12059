package io.xlink.source.jdbc;

import io.xlink.config.ConfigException;
import io.xlink.config.IniSection;
import io.xlink.config.Passcodes;
import io.xlink.config.Secret;
import io.xlink.config.keys.SystemKeys;
import io.xlink.source.odbc.DataSource;
import io.xlink.source.odbc.DataSourceNames;
import io.xlink.source.odbc.Resolution;
import io.xlink.source.odbc.SourceProblem;
import java.nio.file.Path;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The databases of an installation by the {@code Source} of its sections (specification, section 5). A name is looked for in {@code
 * application.properties}, then among the data sources of {@code odbc.ini}, which are read by the JDBC driver of the same
 * database where there is one, and by the ODBC driver manager otherwise.
 */
public final class Databases implements AutoCloseable {
    /** How long a login may take, in seconds. */
    private static final int LOGIN = 20;
    /** How much longer than a query a database may be silent, in seconds; until then the driver gives a better reason. */
    private static final int GRACE = 30;

    private final Path conf;
    private final NamedSources named;
    private final DataSourceNames odbc;
    private final Passcodes passcodes;
    private final Map<Login, Database> open = new LinkedHashMap<>();

    /** What connections must have in common to be of one pool: sections may log in as different users. */
    private record Login(String source, Optional<String> user, Optional<Secret> password, int timeout) {}

    /** @param conf the configuration directory */
    public Databases(Path conf) {
        this(conf, System.getenv());
    }

    Databases(Path conf, Map<String, String> environment) {
        this.conf = conf;
        this.named = new NamedSources(conf, environment);
        this.odbc = new DataSourceNames(conf);
        this.passcodes = new Passcodes(conf);
    }

    /**
     * The database of an external system; connects to nothing. Sections of the same source and user share one.
     *
     * @throws ConfigException when the section has no {@code Source}, the source is unknown, its driver is missing, or the
     *     password cannot be read
     */
    public synchronized Database of(IniSection section) {
        JdbcAddress address = address(section);
        Driver driver = driver(section, address);
        return open.computeIfAbsent(
                new Login(
                        address.name(), address.user(), address.password(), section.integer(SystemKeys.QUERY_TIMEOUT)),
                login -> new Database(address, driver));
    }

    /** All databases that were asked for. */
    public synchronized Collection<Database> all() {
        return List.copyOf(open.values());
    }

    private JdbcAddress address(IniSection section) {
        String source = section.text(SystemKeys.DSN)
                .orElseThrow(() -> section.error(
                        SystemKeys.DSN,
                        "has no " + SystemKeys.DSN,
                        "Write " + SystemKeys.DSN + "= with the name of a data source"));
        JdbcAddress found = named.find(source).orElseGet(() -> odbc(section, source));
        int read = section.integer(SystemKeys.QUERY_TIMEOUT) + GRACE;
        Product product = Product.of(found.url());
        Map<String, String> settings = product == Product.ODBC
                ? Map.of("conf", conf.toString(), "loginTimeout", String.valueOf(LOGIN))
                : product.settings(LOGIN, read);
        return found.login(section.text(SystemKeys.USER), passcodes.password(section))
                .defaults(settings);
    }

    private JdbcAddress odbc(IniSection section, String source) {
        Resolution resolution = odbc.find(source);
        Optional<JdbcAddress> twin = resolution.source().flatMap(OdbcTwin::of);
        if (twin.isPresent()) {
            // The ODBC driver itself need not be installed.
            return twin.get();
        }
        resolution.problems().stream().findFirst().ifPresent(problem -> {
            throw error(section, problem);
        });
        DataSource found = resolution.source().orElseThrow();
        return new JdbcAddress(
                found.name(),
                "jdbc:odbc:" + found.name(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                found.file().map(file -> file + ":" + found.line()).orElse("ODBC"));
    }

    private static ConfigException error(IniSection section, SourceProblem problem) {
        return section.error(SystemKeys.DSN, problem.what(), problem.remedy());
    }

    private static Driver driver(IniSection section, JdbcAddress address) {
        try {
            return DriverManager.getDriver(address.url());
        } catch (SQLException e) {
            Product product = Product.of(address.url());
            String scheme = address.url().replaceFirst("^(jdbc:[^:]+:).*", "$1");
            throw section.error(
                    SystemKeys.DSN,
                    "the data source " + address.name() + " needs the JDBC driver for " + scheme
                            + ", which is not there",
                    "Put " + product.toFetch().orElse("the driver's jar") + " into lib/ext, and start again");
        }
    }

    @Override
    public synchronized void close() throws SQLException {
        for (Database database : open.values()) {
            database.close();
        }
        open.clear();
    }
}
