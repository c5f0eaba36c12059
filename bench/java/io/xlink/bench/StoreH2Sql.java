package io.xlink.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** H2 with SQL: a row a page. A commit alone does not reach the disk there; {@code CHECKPOINT SYNC} does. */
final class StoreH2Sql implements StoreEngine {
    private final Connection connection;
    private final PreparedStatement select;
    private final PreparedStatement merge;
    private final PreparedStatement checkpoint;

    StoreH2Sql(Path directory) throws SQLException {
        connection = DriverManager.getConnection(
                "jdbc:h2:file:" + directory.resolve("store").toAbsolutePath() + ";WRITE_DELAY=0");
        connection
                .createStatement()
                .execute("create table call_data(utc_day int, queue int, value_type int, page varbinary(10000),"
                        + " primary key(utc_day, queue, value_type))");
        connection.setAutoCommit(false);
        select = connection.prepareStatement(
                "select page from call_data where utc_day = ? and queue = ? and value_type = ?");
        merge = connection.prepareStatement("merge into call_data key(utc_day, queue, value_type) values(?, ?, ?, ?)");
        checkpoint = connection.prepareStatement("checkpoint sync");
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
        merge.setInt(1, day);
        merge.setInt(2, queue);
        merge.setInt(3, valueType);
        merge.setBytes(4, page);
        merge.executeUpdate();
    }

    @Override
    public void commit() throws SQLException {
        connection.commit();
        checkpoint.execute();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
