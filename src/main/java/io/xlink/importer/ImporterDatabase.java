package io.xlink.importer;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConfig;

/** The file {@code importer.db} in the data directory: what the importer must not forget. */
final class ImporterDatabase {
    private ImporterDatabase() {}

    /** Opens a connection of its own for one kind of memory; the file and its tables are made when there are none. */
    static Connection open(Path data) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        // What is recorded outlives the machine, or a file would be imported once more after a power cut.
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout(10_000);
        Path file = data.resolve("importer.db");
        try {
            Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file, config.toProperties());
            try (Statement statement = connection.createStatement()) {
                // One file may belong to several sources; one that an earlier version imported belongs to all of them.
                statement.execute("create table if not exists delivered_file (path text not null, source text not null,"
                        + " size integer not null, modified integer not null, file_key text not null, imported_at text"
                        + " not null, rows integer not null, stored integer not null, rejected integer not null,"
                        + " primary key (path, source)) without rowid");
                takeOver(statement);
                statement.execute("create table if not exists begun_import (source text not null, batch text not null,"
                        + " external_system text not null, server text not null, day integer not null, content integer not null,"
                        + " import_id text not null, begun_at integer not null, primary key (source, external_system,"
                        + " server, day)) without rowid");
                statement.execute(
                        "create table if not exists undisposed_file (path text not null, source text not null,"
                                + " size integer not null, modified integer not null, file_key text not null, primary key"
                                + " (path, source)) without rowid");
                statement.execute("create table if not exists covered_day (source text not null, day integer not null,"
                        + " interval integer not null, covered blob not null, noted_at integer not null, primary key"
                        + " (source, day)) without rowid");
                statement.execute("create table if not exists kept_reject (path text not null, source text not null,"
                        + " size integer not null, modified integer not null, file_key text not null, time text not"
                        + " null, copy text not null, report text, primary key (path, source)) without rowid");
                statement.execute("create table if not exists shared_calls (external_system text not null, path text"
                        + " not null, value_type text not null, day integer not null, interval integer not null,"
                        + " reported blob not null, noted_at integer not null, primary key (external_system, path,"
                        + " value_type, day)) without rowid");
                statement.execute("create table if not exists contribution (external_system text not null, file text"
                        + " not null, content text not null, noted_at integer not null, primary key (external_system,"
                        + " file)) without rowid");
                statement.execute("create table if not exists contribution_day (external_system text not null, day"
                        + " integer not null, file text not null, totals blob not null, primary key (external_system,"
                        + " day, file)) without rowid");
                statement.execute("create index if not exists contribution_file on contribution_day (external_system,"
                        + " file)");
                statement.execute("create table if not exists activity_start (external_system text not null, agent text"
                        + " not null, utc_day integer not null, starts blob not null, noted_at integer not null,"
                        + " primary key (external_system, agent, utc_day)) without rowid");
                statement.execute("create index if not exists activity_start_noted on activity_start (noted_at)");
                statement.execute("create table if not exists activity_due (external_system text not null, agent text"
                        + " not null, day integer not null, primary key (external_system, agent, day)) without rowid");
                statement.execute(
                        "create table if not exists activity_applied (external_system text not null, path text"
                                + " not null, size integer not null, modified integer not null, file_key text not null, content"
                                + " integer not null, noted_at integer not null, primary key (external_system, path)) without"
                                + " rowid");
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
            return connection;
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
