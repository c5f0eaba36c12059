package io.xlink.server;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.sqlite.SQLiteConfig;

/** The file {@code server.db} in the data directory: how it is opened and what tables it has. */
final class ServerDatabase {
    /** How long one process waits for another one's transaction, which takes milliseconds. */
    private static final int BUSY_MILLIS = 30_000;

    /**
     * What each format added to the one before, the first to nothing. Never changed, only added to: an older database
     * goes through those that it has not seen, and an older program refuses what it would not understand.
     */
    private static final List<List<String>> FORMATS = List.of(
            List.of(
                    "create table call_data(utc_day integer not null, queue integer not null, value_type integer not null,"
                            + " page blob not null, primary key(utc_day, queue, value_type)) without rowid",
                    "create table series(queue integer not null, value_type integer not null,"
                            + " primary key(queue, value_type)) without rowid",
                    "create table receipts(import_id blob not null primary key, stored_at integer not null,"
                            + " receipt blob not null) without rowid",
                    "create index receipts_by_age on receipts(stored_at)",
                    "create table users(name text not null primary key, user_group text not null, salt blob not null,"
                            + " iterations integer not null, stored_key blob not null, server_key blob not null,"
                            + " failures integer not null default 0, locked_at integer) without rowid"),
            // What is replaced together stands together: an agent's day.
            List.of("create table activities(system text not null, agent text not null, start integer not null,"
                    + " activity text not null, seconds integer not null,"
                    + " primary key(system, agent, start, activity)) without rowid"));

    private static final int FORMAT = FORMATS.size();

    private ServerDatabase() {}

    /**
     * Opens the database for reading and writing and makes it when there is none.
     *
     * @throws StoreException when it cannot be opened, or a newer program has written it
     */
    static Connection open(Path data) {
        Path file = data.resolve("server.db");
        try {
            create(data, file);
            SQLiteConfig config = settings();
            config.setJournalMode(SQLiteConfig.JournalMode.WAL);
            // Each commit reaches the disk before it returns: a receipt is a promise (specification, section 7).
            config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
            return prepared(file, config.createConnection("jdbc:sqlite:" + file));
        } catch (SQLException | IOException e) {
            throw failure(file, e);
        }
    }

    /** Opens an existing database for reading; in WAL mode a reader and the writer do not wait for each other. */
    static Connection openReader(Path data) {
        Path file = data.resolve("server.db");
        try {
            Connection connection = settings().createConnection("jdbc:sqlite:" + file);
            execute(connection, "pragma query_only = on");
            return connection;
        } catch (SQLException e) {
            throw failure(file, e);
        }
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Closes a connection after something went wrong with it; what went wrong first is what matters. */
    static void closeAfter(Exception failure, Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    private static SQLiteConfig settings() {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_MILLIS);
        config.setCacheSize(-16 * 1024);
        // Otherwise each row that is written is followed by a query for the key that the engine gave it.
        config.setGetGeneratedKeys(false);
        return config;
    }

    /** Makes the file readable by its owner only, as far as the file system can: it holds password verifiers. */
    private static void create(Path data, Path file) throws IOException {
        Files.createDirectories(data);
        boolean posix = Files.getFileStore(data).supportsFileAttributeView("posix");
        FileAttribute<?>[] attributes = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        try {
            Files.createFile(file, attributes);
        } catch (FileAlreadyExistsException e) {
            // The usual case.
        }
    }

    private static Connection prepared(Path file, Connection connection) throws SQLException {
        try {
            // Also keeps two processes from making the tables at once.
            execute(connection, "begin immediate");
            int version = version(connection);
            if (version > FORMAT) {
                throw new StoreException(file + " was written by a newer version of this program (format " + version
                        + ", this one knows " + FORMAT + "). Run the newer version, or restore an older backup");
            }
            if (version < FORMAT) {
                for (List<String> added : FORMATS.subList(version, FORMAT)) {
                    for (String table : added) {
                        execute(connection, table);
                    }
                }
                execute(connection, "pragma user_version = " + FORMAT);
            }
            execute(connection, "commit");
            return connection;
        } catch (SQLException | RuntimeException e) {
            closeAfter(e, connection);
            throw e;
        }
    }

    private static int version(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("pragma user_version")) {
            return result.getInt(1);
        }
    }

    private static StoreException failure(Path file, Exception cause) {
        return new StoreException(
                file + " cannot be opened: " + cause.getMessage()
                        + ". Check that it is this server's database and may be written, or restore a backup",
                cause);
    }
}
