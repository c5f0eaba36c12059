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
    private final Map<Place, FileStamp> known = new Recent<>(KEPT);

    /** A file may be imported for several sources, each on its own. */
    private record Place(String source, Path path) {}

    /** @param data the data directory; the memory is its file {@code importer.db} */
    ImportedFiles(Path data) {
        connection = ImporterDatabase.open(data);
    }

    /** Whether this state of the file is known to be delivered without asking the disk; if not, it still may be. */
    synchronized boolean remembers(String source, FileStamp file) {
        return file.equals(known.get(new Place(source, file.path())));
    }

    /** Whether this state of the file was delivered for a source. */
    synchronized boolean contains(String source, FileStamp file) {
        if (remembers(source, file)) {
            return true;
        }
        boolean found = find(source, file);
        if (found) {
            known.put(new Place(source, file.path()), file);
        }
        return found;
    }

    private boolean find(String source, FileStamp file) {
        try (PreparedStatement query =
                connection.prepareStatement("select 1 from delivered_file where path = ? and size"
                        + " = ? and modified = ? and file_key = ? and source in (?, '')")) {
            query.setString(1, file.path().toString());
            query.setLong(2, file.size());
            query.setLong(3, file.modified());
            query.setString(4, file.key());
            query.setString(5, source);
            try (ResultSet found = query.executeQuery()) {
                return found.next();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the memory of imported files: " + e.getMessage(), e);
        }
    }

    /**
     * Records that files were delivered as one import, all of them or none; replaces what was recorded of earlier
     * states of them.
     */
    synchronized void add(BatchRead batch, Delivery delivery) {
        String source = batch.folder().source();
        try {
            connection.setAutoCommit(false);
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert or replace into delivered_file values" + " (?, ?, ?, ?, ?, datetime('now'), ?, ?, ?)")) {
                for (FileRead read : batch.files()) {
                    FileStamp file = read.file();
                    insert.setString(1, file.path().toString());
                    insert.setString(2, source);
                    insert.setLong(3, file.size());
                    insert.setLong(4, file.modified());
                    insert.setString(5, file.key());
                    insert.setLong(6, read.rowsRead());
                    insert.setLong(7, delivery.stored());
                    insert.setLong(8, delivery.rejected());
                    insert.addBatch();
                }
                insert.executeBatch();
                connection.commit();
            } catch (SQLException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "cannot record " + batch.stamps().get(0).shown() + " as imported: " + e.getMessage(), e);
        }
        batch.stamps().forEach(file -> known.put(new Place(source, file.path()), file));
    }

    /** How many files are recorded. */
    synchronized long count() {
        try (Statement query = connection.createStatement();
                ResultSet found = query.executeQuery("select count(*) from delivered_file")) {
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
