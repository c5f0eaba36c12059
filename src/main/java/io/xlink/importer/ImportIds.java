package io.xlink.importer;

import io.xlink.importer.memory.ImporterDatabase;
import io.xlink.importer.memory.Transaction;
import io.xlink.model.Import;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;

/**
 * The durable memory of imports that have begun and are not yet recorded as delivered. An attempt to deliver the same
 * states of the same files again, after a cut or a crash, is the same import and carries the same id, so that it cannot undo a
 * later one; a file that is dropped once more is a new one (specification, section 7).
 */
public final class ImportIds implements AutoCloseable {
    /** As long as a server remembers its receipts; an older id would mean nothing to it. */
    private static final Duration KEPT = Duration.ofDays(30);

    private final Connection connection;
    private final Clock clock;
    private final ContentSum contents = new ContentSum();

    /** @param data the data directory */
    ImportIds(Path data, Clock clock) {
        this.connection = ImporterDatabase.open(data);
        this.clock = clock;
    }

    private record Key(String externalSystem, String server, long day) {
        static Key of(Import what) {
            return new Key(what.externalSystem(), what.server(), what.day().toEpochDay());
        }
    }

    private record Begun(UUID id, long content) {}

    /**
     * Gives imports the ids that they had before, and notes the others; durable when this returns, so before anything
     * is sent. An import whose content has changed, because the configuration has, is another one.
     */
    public synchronized <T extends Import> List<T> assign(
            @ExchangeProperty(FileOutcome.READ) BatchRead read,
            @ExchangeProperty(Turn.TURN) Turn<?> turn,
            @Body List<T> imports) {
        if (read.files().isEmpty() || turn != null) {
            return imports; // Whatever has begun is still to be gone on with.
        }
        String source = read.folder().source();
        String batch = batch(read.stamps());
        try {
            List<T> assigned = new ArrayList<>(imports.size());
            Transaction.make(connection, () -> {
                forgetOthers(source, batch);
                Map<Key, Begun> before = find(source);
                for (T what : imports) {
                    Begun known = before.get(Key.of(what));
                    long content = contents.of(what);
                    if (known != null && known.content == content) {
                        assigned.add(renamed(what, known.id));
                    } else {
                        note(source, batch, what, content);
                        assigned.add(what);
                    }
                }
            });
            return assigned;
        } catch (SQLException | IOException | RuntimeException e) {
            throw failure(e);
        }
    }

    /** Every kind of import gives back its own. */
    @SuppressWarnings("unchecked")
    private static <T extends Import> T renamed(T what, UUID id) {
        return (T) what.withId(id);
    }

    /** The imports of these files are over: delivered and recorded, or refused with a receipt. The next ones are new. */
    synchronized void forget(BatchRead read) {
        try (PreparedStatement delete = connection.prepareStatement("delete from begun_import where source = ?")) {
            delete.setString(1, read.folder().source());
            delete.executeUpdate();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /**
     * Other files than at the last attempt are another import. What began before must not go on when the same files come
     * back, because they are then meant to replace what came between.
     */
    private void forgetOthers(String source, String batch) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(
                "delete from begun_import where source = ? and (batch <> ? or begun_at < ?)")) {
            delete.setString(1, source);
            delete.setString(2, batch);
            delete.setLong(3, clock.instant().minus(KEPT).getEpochSecond());
            delete.executeUpdate();
        }
    }

    private Map<Key, Begun> find(String source) throws SQLException {
        Map<Key, Begun> begun = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement(
                "select external_system, server, day, content, import_id from begun_import" + " where source = ?")) {
            query.setString(1, source);
            try (ResultSet found = query.executeQuery()) {
                while (found.next()) {
                    begun.put(
                            new Key(found.getString(1), found.getString(2), found.getLong(3)),
                            new Begun(UUID.fromString(found.getString(5)), found.getLong(4)));
                }
            }
        }
        return begun;
    }

    private void note(String source, String batch, Import what, long content) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert or replace into begun_import values (?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, source);
            insert.setString(2, batch);
            insert.setString(3, what.externalSystem());
            insert.setString(4, what.server());
            insert.setLong(5, what.day().toEpochDay());
            insert.setLong(6, content);
            insert.setString(7, what.id().toString());
            insert.setLong(8, clock.instant().getEpochSecond());
            insert.executeUpdate();
        }
    }

    /** The same for the same states of the same files, in whatever order they were found. */
    static String batch(List<FileStamp> files) {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
        files.stream()
                .map(file -> file.path() + "\0" + file.size() + "\0" + file.modified() + "\0" + file.key() + "\0\0")
                .sorted()
                .forEach(file -> digest.update(file.getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static IllegalStateException failure(Exception cause) {
        return new IllegalStateException("cannot note which imports have begun: " + cause.getMessage(), cause);
    }

    @Override
    public synchronized void close() throws SQLException {
        connection.close();
    }
}
