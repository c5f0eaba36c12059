package io.xlink.importer;

import io.xlink.importer.memory.ImporterDatabase;
import io.xlink.importer.memory.Transaction;
import io.xlink.importer.schedule.DayMemory;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The durable memory of which days of which external systems were imported from a database and when (specification, section 6).
 * Days that nobody looks at any more are forgotten.
 */
final class ImportedDays implements AutoCloseable {
    /** More than anybody catches up. */
    private static final int KEPT_DAYS = 400;

    private final Connection connection;

    /** @param data the data directory */
    ImportedDays(Path data) {
        this.connection = ImporterDatabase.open(data);
    }

    /** @param source names the external system and kind of data */
    DayMemory of(String source) {
        return new DayMemory() {
            @Override
            public NavigableMap<LocalDate, Instant> since(LocalDate first) {
                return find(source, first);
            }

            @Override
            public void imported(LocalDate day, Instant readFrom) {
                note(source, day, readFrom);
            }
        };
    }

    private synchronized NavigableMap<LocalDate, Instant> find(String source, LocalDate first) {
        NavigableMap<LocalDate, Instant> days = new TreeMap<>();
        try (PreparedStatement query = connection.prepareStatement(
                "select day, read_from from imported_day where"
                        + " source = ?1 and day >= coalesce((select max(day) from imported_day where source = ?1 and day < ?2), ?2)")) {
            query.setString(1, source);
            query.setLong(2, first.toEpochDay());
            try (ResultSet found = query.executeQuery()) {
                while (found.next()) {
                    days.put(LocalDate.ofEpochDay(found.getLong(1)), Instant.ofEpochSecond(found.getLong(2)));
                }
            }
            return days;
        } catch (SQLException e) {
            throw failure("read", e);
        }
    }

    private synchronized void note(String source, LocalDate day, Instant readFrom) {
        try {
            Transaction.make(connection, () -> {
                try (PreparedStatement insert =
                        connection.prepareStatement("insert or replace into imported_day values (?, ?, ?)")) {
                    insert.setString(1, source);
                    insert.setLong(2, day.toEpochDay());
                    insert.setLong(3, readFrom.getEpochSecond());
                    insert.executeUpdate();
                }
                try (PreparedStatement delete =
                        connection.prepareStatement("delete from imported_day where source = ? and day < ?")) {
                    delete.setString(1, source);
                    delete.setLong(2, day.toEpochDay() - KEPT_DAYS);
                    delete.executeUpdate();
                }
            });
        } catch (SQLException | IOException e) {
            throw failure("record", e);
        }
    }

    private static IllegalStateException failure(String what, Exception cause) {
        return new IllegalStateException("cannot " + what + " which days were imported: " + cause.getMessage(), cause);
    }

    @Override
    public synchronized void close() throws SQLException {
        connection.close();
    }
}
