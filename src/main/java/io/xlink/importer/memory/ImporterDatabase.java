package io.xlink.importer.memory;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.sqlite.SQLiteConfig;

/** The file {@code importer.db} in the data directory: what the importer must not forget. */
public final class ImporterDatabase {
    private static final String FILE = "importer.db";
    private static final List<String> SCHEMA = schema();

    private ImporterDatabase() {}

    private static List<String> schema() {
        try (InputStream in = ImporterDatabase.class.getResourceAsStream("importer.sql")) {
            return List.of(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replaceAll("(?m)^--.*$", "")
                    .strip()
                    .split(";\\s*(\\R|$)"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Opens a connection of its own for one kind of memory; the file and its tables are made when there are none. */
    public static Connection open(Path data) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        // What is recorded outlives the machine, or a file would be imported once more after a power cut.
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout(10_000);
        // Otherwise each row that is written is followed by a query for the key that the engine gave it.
        config.setGetGeneratedKeys(false);
        Path file = data.resolve(FILE);
        try {
            // Not by the driver manager, which would load the drivers of all databases for it.
            Connection connection = config.createConnection("jdbc:sqlite:" + file);
            try (Statement statement = connection.createStatement()) {
                for (String create : SCHEMA) {
                    statement.execute(create);
                }
                takeOver(statement);
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
            return connection;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot open " + file + ": " + e.getMessage(), e);
        }
    }

    /**
     * Opens a connection that changes nothing, also while an importer is at work.
     *
     * @return empty when there is no database, because nothing was ever imported
     * @throws IllegalStateException when it cannot be read
     */
    public static Optional<Connection> openReadOnly(Path data) {
        Path file = data.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            // Makes tables that a new version has and the importer that wrote the file had not.
            open(data).close();
            SQLiteConfig config = new SQLiteConfig();
            config.setReadOnly(true);
            config.setBusyTimeout(10_000);
            return Optional.of(config.createConnection("jdbc:sqlite:" + file));
        } catch (SQLException e) {
            throw new IllegalStateException("cannot open " + file + ": " + e.getMessage(), e);
        }
    }

    /** Keeps what the tables of the version before say; an import that had begun there begins anew. */
    private static void takeOver(Statement statement) throws SQLException {
        statement.execute("drop table if exists open_import");
        boolean old;
        try (ResultSet found =
                statement.executeQuery("select 1 from sqlite_master where type = 'table' and name = 'imported_file'")) {
            old = found.next();
        }
        if (old) {
            statement.execute("begin immediate");
            statement.execute("insert or ignore into delivered_file select path, '', size, modified, file_key,"
                    + " imported_at, rows, stored, rejected from imported_file");
            statement.execute("drop table imported_file");
            statement.execute("commit");
        }
    }
}
