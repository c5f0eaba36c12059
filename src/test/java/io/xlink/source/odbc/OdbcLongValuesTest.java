package io.xlink.source.odbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.xlink.it.MariaServer;
import io.xlink.it.PostgresServer;
import io.xlink.it.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Values that have no room in a block, between others that have, in each database. */
@Timeout(120)
class OdbcLongValuesTest {
    private static final int ROWS = 40;
    private static final int LONGEST = 1 << 20;

    @TempDir
    Path directory;

    @Test
    void ofPostgres() throws SQLException {
        OdbcDrivers.postgres();
        TestDatabase database = PostgresServer.running().newDatabase();
        try (Connection own = database.connect()) {
            fill(own, "text", "varchar", "bytea");
        }
        read(OdbcUrls.postgres(database));
    }

    @Test
    void ofMariaDb() throws SQLException {
        OdbcDrivers.mariadb();
        TestDatabase database = MariaServer.running().newDatabase();
        try (Connection own = database.connect()) {
            fill(own, "longtext", "mediumtext", "longblob");
        }
        read(OdbcUrls.mariadb(database));
    }

    @Test
    void ofSqlite() throws SQLException {
        OdbcDrivers.sqlite();
        Path file = directory.resolve("long.db");
        try (Connection own = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            fill(own, "text", "varchar(10)", "blob");
        }
        read(OdbcUrls.sqlite(file));
    }

    /** Lengths around those of blocks and pieces, NULL and empty, and at last a mebi of characters. */
    private static int length(int id) {
        int[] lengths = {0, 1, 39, 254, 255, 256, 4095, 8191, 8192, 8193, 16383, 16384, 32767, 32768, 100_000};
        return id == ROWS - 1 ? LONGEST : lengths[id % lengths.length];
    }

    private static String text(int id) {
        String unit = id % 2 == 0 ? "ab" : "€😀";
        StringBuilder text = new StringBuilder(unit.repeat(length(id) / unit.length() + 1));
        text.setLength(length(id));
        // No half of a character at the end.
        if (text.length() > 0 && Character.isHighSurrogate(text.charAt(text.length() - 1))) {
            text.setCharAt(text.length() - 1, 'x');
        }
        return text.toString();
    }

    private static byte[] bytes(int id) {
        byte[] bytes = new byte[length(id)];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i * 31 + id);
        }
        return bytes;
    }

    private static void fill(Connection own, String text, String other, String bytes) throws SQLException {
        try (Statement statement = own.createStatement()) {
            statement.execute(
                    "CREATE TABLE w (id int, t " + text + ", n int, v " + other + ", b " + bytes + ", e int)");
        }
        try (PreparedStatement insert = own.prepareStatement("INSERT INTO w VALUES (?, ?, ?, ?, ?, ?)")) {
            for (int id = 0; id < ROWS; id++) {
                insert.setInt(1, id);
                insert.setString(2, text(id));
                insert.setInt(3, 3 * id);
                insert.setString(4, id % 7 == 3 ? null : text(id));
                insert.setBytes(5, id % 5 == 4 ? null : bytes(id));
                insert.setInt(6, 5 * id);
                insert.executeUpdate();
            }
        }
    }

    private static void read(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (int fetchSize : new int[] {1, 7, 1000}) {
                statement.setFetchSize(fetchSize);
                try (ResultSet rows = statement.executeQuery("SELECT id, t, n, v, b, e FROM w ORDER BY id")) {
                    for (int id = 0; id < ROWS; id++) {
                        assertThat(rows.next()).isTrue();
                        check(rows, id);
                    }
                    assertThat(rows.next()).isFalse();
                }
            }
        }
    }

    private static void check(ResultSet rows, int id) throws SQLException {
        assertThat(rows.getInt(1)).isEqualTo(id);
        String told = "row " + id + " of length " + length(id);
        // In any order, and more than once.
        assertThat(rows.getInt(6)).as(told).isEqualTo(5 * id);
        assertThat(Arrays.equals(rows.getBytes(5), id % 5 == 4 ? null : bytes(id)))
                .as("bytes of " + told)
                .isTrue();
        assertThat(same(rows.getString(4), id % 7 == 3 ? null : text(id)))
                .as("v of " + told)
                .isTrue();
        assertThat(same(rows.getString(2), text(id))).as("t of " + told).isTrue();
        assertThat(same(rows.getString("t"), text(id)))
                .as("t of " + told + " again")
                .isTrue();
        assertThat(rows.getInt(3)).as(told).isEqualTo(3 * id);
    }

    private static boolean same(String read, String written) {
        return java.util.Objects.equals(read, written);
    }
}
