package io.xlink.importer;

import io.xlink.importer.memory.ImporterDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** The durable memory of which state of a file was kept with its rejects. */
final class KeptRejects implements AutoCloseable {
    private final Connection connection;

    /** @param data the data directory */
    KeptRejects(Path data) {
        connection = ImporterDatabase.open(data);
    }

    /**
     * What was kept.
     *
     * @param time as in the names of both files
     * @param copy the whole original
     * @param report the rejected rows, if there are any
     */
    record Kept(String time, String copy, Optional<String> report) {}

    synchronized Optional<Kept> find(String source, FileStamp file) {
        try (PreparedStatement query = connection.prepareStatement("select time, copy, report from kept_reject where"
                + " path = ? and source = ? and size = ? and modified = ? and file_key = ?")) {
            query.setString(1, file.path().toString());
            query.setString(2, source);
            query.setLong(3, file.size());
            query.setLong(4, file.modified());
            query.setString(5, file.key());
            try (ResultSet found = query.executeQuery()) {
                return found.next()
                        ? Optional.of(new Kept(
                                found.getString(1), found.getString(2), Optional.ofNullable(found.getString(3))))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the memory of kept files: " + e.getMessage(), e);
        }
    }

    /** Replaces what was kept of an earlier state of the file. */
    synchronized void keep(String source, FileStamp file, Kept kept) {
        try (PreparedStatement insert =
                connection.prepareStatement("insert or replace into kept_reject values (?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, file.path().toString());
            insert.setString(2, source);
            insert.setLong(3, file.size());
            insert.setLong(4, file.modified());
            insert.setString(5, file.key());
            insert.setString(6, kept.time());
            insert.setString(7, kept.copy());
            insert.setString(8, kept.report().orElse(null));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot note that a file was kept: " + e.getMessage(), e);
        }
    }

    @Override
    public synchronized void close() throws SQLException {
        connection.close();
    }
}
