package io.xlink.bench;

import io.xlink.model.ValueColumn;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.sqlite.SQLiteConfig;

/** SQLite, WAL with synchronous=FULL: a row a page, or a row a value. */
final class StoreSqlite implements StoreEngine {
    private final boolean pages;
    private final Connection connection;
    private final PreparedStatement select;
    private final PreparedStatement upsert;

    StoreSqlite(Path directory, boolean pages) throws SQLException {
        this.pages = pages;
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setCacheSize(-16 * 1024);
        connection = config.createConnection("jdbc:sqlite:" + directory.resolve("store.db"));
        String key = pages ? "day" : "start";
        String value = pages ? "blob" : "integer";
        connection
                .createStatement()
                .execute("create table call_data(" + key + " integer, queue integer, type integer, v " + value
                        + ", primary key(" + key + ", queue, type)) without rowid");
        connection.setAutoCommit(false);
        select =
                connection.prepareStatement("select v from call_data where " + key + " = ? and queue = ? and type = ?");
        upsert = connection.prepareStatement(
                "insert into call_data values(?, ?, ?, ?) on conflict do update set v =" + " excluded.v");
    }

    @Override
    public void store(int day, List<ValueColumn> columns) throws Exception {
        if (pages) {
            StoreEngine.super.store(day, columns);
            return;
        }
        // In the order of the key, which is the best case of this layout.
        for (int i = 0; i < BenchDays.INTERVALS; i++) {
            for (ValueColumn column : columns) {
                upsert.setInt(1, column.start(i));
                upsert.setInt(2, column.queue());
                upsert.setInt(3, column.valueType());
                upsert.setLong(4, column.value(i));
                upsert.executeUpdate();
            }
        }
        commit();
    }

    @Override
    public byte[] get(int day, int queue, int valueType) throws SQLException {
        select.setInt(1, day);
        select.setInt(2, queue);
        select.setInt(3, valueType);
        try (ResultSet result = select.executeQuery()) {
            return result.next() ? result.getBytes(1) : null;
        }
    }

    @Override
    public void put(int day, int queue, int valueType, byte[] page) throws SQLException {
        upsert.setInt(1, day);
        upsert.setInt(2, queue);
        upsert.setInt(3, valueType);
        upsert.setBytes(4, page);
        upsert.executeUpdate();
    }

    @Override
    public void commit() throws SQLException {
        connection.commit();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
