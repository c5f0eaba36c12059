package io.xlink.importer;

import io.xlink.acdmap.SharedCalls;
import io.xlink.acdmap.SharedColumn;
import io.xlink.acdmap.Source;
import io.xlink.importer.memory.ImporterDatabase;
import io.xlink.importer.memory.Transaction;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The durable memory of what sources reported whose targets several external systems make up: a row for each source and
 * day in {@code importer.db}. Days that nothing was reported about for {@value #KEPT_DAYS} days are forgotten.
 */
final class SharedCallMemory implements SharedCalls, AutoCloseable {
    private static final int KEPT_DAYS = 400;

    private final Connection connection;
    private final Clock clock;

    /** @param data the data directory */
    SharedCallMemory(Path data, Clock clock) {
        this.connection = ImporterDatabase.open(data);
        this.clock = clock;
    }

    @Override
    public synchronized void remember(List<SharedColumn> columns) {
        try {
            Transaction.make(connection, () -> {
                for (SharedColumn column : columns) {
                    Optional<SharedColumn> earlier = find(column.source(), column.day());
                    write(earlier.map(column::over).orElse(column));
                }
                forgetOld();
            });
        } catch (SQLException | IOException | RuntimeException e) {
            throw failure("keep what external systems reported", e);
        }
    }

    @Override
    public synchronized Optional<SharedColumn> recall(Source source, LocalDate day) {
        try {
            return find(source, day);
        } catch (SQLException e) {
            throw failure("read what external systems reported", e);
        }
    }

    private Optional<SharedColumn> find(Source source, LocalDate day) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select interval, reported from shared_calls"
                + " where external_system = ? and path = ? and value_type = ? and day = ?")) {
            key(query, 1, source, day);
            try (ResultSet found = query.executeQuery()) {
                return found.next()
                        ? Optional.of(new SharedColumn(source, day, found.getInt(1), values(found.getBytes(2))))
                        : Optional.empty();
            }
        }
    }

    private void write(SharedColumn column) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert or replace into shared_calls values (?, ?, ?, ?, ?, ?, ?)")) {
            key(insert, 1, column.source(), column.day());
            insert.setInt(5, column.interval());
            insert.setBytes(6, bytes(column.values()));
            insert.setLong(7, clock.instant().getEpochSecond());
            insert.executeUpdate();
        }
    }

    private void forgetOld() throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("delete from shared_calls where noted_at < ?")) {
            delete.setLong(1, clock.instant().minus(Duration.ofDays(KEPT_DAYS)).getEpochSecond());
            delete.executeUpdate();
        }
    }

    private static void key(PreparedStatement statement, int first, Source source, LocalDate day) throws SQLException {
        statement.setString(first, source.system());
        statement.setString(first + 1, source.path().toString());
        statement.setString(first + 2, source.valueType());
        statement.setLong(first + 3, day.toEpochDay());
    }

    private static byte[] bytes(double[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Double.BYTES);
        bytes.asDoubleBuffer().put(values);
        return bytes.array();
    }

    private static double[] values(byte[] bytes) {
        double[] values = new double[bytes.length / Double.BYTES];
        ByteBuffer.wrap(bytes).asDoubleBuffer().get(values);
        return values;
    }

    private static IllegalStateException failure(String what, Exception cause) {
        return new IllegalStateException("cannot " + what + ": " + cause.getMessage(), cause);
    }

    @Override
    public synchronized void close() throws SQLException {
        connection.close();
    }
}
