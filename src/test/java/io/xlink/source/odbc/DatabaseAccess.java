package io.xlink.source.odbc;

import io.xlink.config.IniSection;
import io.xlink.config.Passcodes;
import io.xlink.config.keys.SystemKeys;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/**
 * Logs in at the database of an external system as the driver does, for tests of what logins say, by its section's {@code Source}, {@code User} and
 * {@code Pwd} or {@code Password} (specification, section 5).
 */
public final class DatabaseAccess {
    private static final String SOURCE = SystemKeys.DSN.name();

    private final DataSourceNames names;
    private final Passcodes passcodes;

    /** @param conf the configuration directory */
    public DatabaseAccess(Path conf) {
        this(new DataSourceNames(conf), new Passcodes(conf));
    }

    DatabaseAccess(DataSourceNames names, Passcodes passcodes) {
        this.names = names;
        this.passcodes = passcodes;
    }

    /**
     * Looks the data source up; connects to nothing.
     *
     * @throws io.xlink.config.ConfigException when the section has no {@code Source}, or a file of definitions cannot be
     *     read
     */
    public Resolution dataSource(IniSection section) {
        return names.find(section.text(SOURCE)
                .orElseThrow(() -> section.error(
                        SOURCE, "has no " + SOURCE, "Write " + SOURCE + "= with the name of an ODBC data source")));
    }

    /**
     * Logs in, once, and out again. A refused login is not tried again.
     *
     * @param limit how long it may take, from 1 s
     * @throws OdbcException when the data source cannot be used, there is no connection, or the login is refused
     * @throws io.xlink.config.ConfigException as {@link #dataSource}, or when the password cannot be read
     */
    public Database logIn(IniSection section, Duration limit) throws OdbcException {
        Resolution resolution = dataSource(section);
        Optional<SourceProblem> problem = resolution.problems().stream().findFirst();
        if (problem.isPresent()) {
            throw OdbcException.early(problem.get().what(), problem.get().remedy());
        }
        DataSource source = resolution.source().orElseThrow();
        NativeConnection connection = OdbcLogin.open(
                source,
                new ConnectionText(source, Attributes.NONE, section.text("User"), passcodes.password(section)),
                limit);
        try {
            return new Database(connection.info(OdbcFunctions.DBMS_NAME), connection.info(OdbcFunctions.DBMS_VERSION));
        } catch (SQLException e) {
            throw new AssertionError(e);
        } finally {
            connection.close();
        }
    }
}
