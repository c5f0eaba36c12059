package io.xlink.importer;

import io.xlink.importer.memory.ImporterDatabase;
import io.xlink.importer.memory.Transaction;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
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
     *
     * @param dispose those of them that are to be moved or deleted now
     */
    synchronized void add(BatchRead batch, Delivery delivery, Collection<FileStamp> dispose) {
        if (batch.files().isEmpty()) {
            return;
        }
        String source = batch.folder().source();
        long stored = delivery.stored();
        long rejected = delivery.rejected();
        try {
            Transaction.make(connection, () -> {
                try (PreparedStatement insert = connection.prepareStatement("insert or replace into delivered_file"
                        + " values (?, ?, ?, ?, ?, datetime('now'), ?, ?, ?)")) {
                    for (FileRead read : batch.files()) {
                        set(insert, source, read.file());
                        insert.setLong(6, read.rowsRead());
                        insert.setLong(7, stored);
                        insert.setLong(8, rejected);
                        insert.addBatch();
                    }
                    insert.executeBatch();
                }
                try (PreparedStatement insert =
                        connection.prepareStatement("insert or replace into undisposed_file values (?, ?, ?, ?, ?)")) {
                    for (FileStamp file : dispose) {
                        set(insert, source, file);
                        insert.addBatch();
                    }
                    insert.executeBatch();
                }
            });
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(
                    "cannot record " + batch.stamps().get(0).shown() + " as imported: " + e.getMessage(), e);
        }
        batch.stamps().forEach(file -> known.put(new Place(source, file.path()), file));
    }

    /** Files of a source that were delivered and are still to be moved or deleted. */
    synchronized List<FileStamp> undisposed(String source) {
        try (PreparedStatement query = connection.prepareStatement(
                "select path, size, modified, file_key from undisposed_file where source = ? order by path")) {
            query.setString(1, source);
            List<FileStamp> files = new ArrayList<>();
            try (ResultSet found = query.executeQuery()) {
                while (found.next()) {
                    files.add(new FileStamp(
                            Path.of(found.getString(1)), found.getLong(2), found.getLong(3), found.getString(4)));
                }
            }
            return files;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the memory of imported files: " + e.getMessage(), e);
        }
    }

    /**
     * Records that nothing is left to do with files.
     *
     * @param gone whether they have left the folder: one that comes back is then a new one, even in the same state
     */
    synchronized void disposed(String source, Collection<FileStamp> files, boolean gone) {
        try {
            Transaction.make(connection, () -> {
                forEach("delete from undisposed_file where path = ? and source = ?", source, files);
                if (gone) {
                    forEach("update delivered_file set size = -1 where path = ? and source in (?, '')", source, files);
                }
            });
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("cannot record that files were moved or deleted: " + e.getMessage(), e);
        }
        if (gone) {
            files.forEach(file -> known.remove(new Place(source, file.path())));
        }
    }

    private void forEach(String sql, String source, Collection<FileStamp> files) throws SQLException {
        try (PreparedStatement change = connection.prepareStatement(sql)) {
            for (FileStamp file : files) {
                change.setString(1, file.path().toString());
                change.setString(2, source);
                change.addBatch();
            }
            change.executeBatch();
        }
    }

    private static void set(PreparedStatement insert, String source, FileStamp file) throws SQLException {
        insert.setString(1, file.path().toString());
        insert.setString(2, source);
        insert.setLong(3, file.size());
        insert.setLong(4, file.modified());
        insert.setString(5, file.key());
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
