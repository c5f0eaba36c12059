package io.xlink.importer;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/**
 * The durable memory of which files were delivered. A file is recorded after the server's receipt, never before: a
 * crash in between makes it be delivered once more, which replaces the same values by themselves.
 */
final class ImportedFiles implements AutoCloseable {
    /** Files that stay are asked about at every look at their folder; this many of them without asking the disk. */
    private static final int KEPT = 200_000;

    private final Connection connection;
    private final Map<Path, FileStamp> known = new Recent<>(KEPT);

    /** @param data the data directory; the memory is its file {@code importer.db} */
    ImportedFiles(Path data) {
        connection = ImporterDatabase.open(data);
    }

    /** Whether this state of the file was delivered. */
    synchronized boolean contains(FileStamp file) {
        if (file.equals(known.get(file.path()))) {
            return true;
        }
        boolean found = find(file);
        if (found) {
            known.put(file.path(), file);
        }
        return found;
    }

    private boolean find(FileStamp file) {
        try (PreparedStatement query = connection.prepareStatement(
                "select 1 from imported_file where path = ? and size = ? and modified = ? and file_key = ?")) {
            query.setString(1, file.path().toString());
            query.setLong(2, file.size());
            query.setLong(3, file.modified());
            query.setString(4, file.key());
            try (ResultSet found = query.executeQuery()) {
                return found.next();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the memory of imported files: " + e.getMessage(), e);
        }
    }

    /** Records that a file was delivered; replaces what was recorded of an earlier state of it. */
    synchronized void add(FileStamp file, Delivery delivery) {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert or replace into imported_file values (?, ?, ?, ?, datetime('now'), ?, ?, ?)")) {
            insert.setString(1, file.path().toString());
            insert.setLong(2, file.size());
            insert.setLong(3, file.modified());
            insert.setString(4, file.key());
            insert.setLong(5, delivery.rows());
            insert.setLong(6, delivery.stored());
            insert.setLong(7, delivery.rejected());
            insert.executeUpdate();
            known.put(file.path(), file);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot record " + file.path() + " as imported: " + e.getMessage(), e);
        }
    }

    /** How many files are recorded. */
    synchronized long count() {
        try (Statement query = connection.createStatement();
                ResultSet found = query.executeQuery("select count(*) from imported_file")) {
            return found.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the memory of imported files: " + e.getMessage(), e);
        }
    }

    @Override
    public synchronized void close() throws SQLException {
        connection.close();
    }
}
