package io.xlink.source.odbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A driver without functions for wide text, whose columns hold what they like. */
@Timeout(120)
class OdbcSqliteTest {
    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void create() throws Exception {
        OdbcDrivers.sqlite();
        file = Files.createDirectory(directory.resolve("Größe €")).resolve("calls.db");
        try (Connection own = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = own.createStatement()) {
            statement.execute("CREATE TABLE v (id integer, d double, n numeric(12,2), t text, v varchar(10),"
                    + " ts timestamp, dt date, by blob)");
            statement.execute("INSERT INTO v VALUES (1, 1.25, 12.5, 'Größe € 😀', 'x', '2026-11-23 10:15:30.123',"
                    + " '2026-02-28', x'00ff10')");
            statement.execute("INSERT INTO v VALUES (9223372036854775807, null, null, null, null, null, null, null)");
            statement.execute("INSERT INTO v VALUES (3, -2, 7, '" + "ä😀".repeat(50_000)
                    + "', 'longer than its column says'," + " '2026-11-23 10:15:30', '2026-03-01', x'')");
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(OdbcUrls.sqlite(file));
    }

    @Test
    void valuesAreReadInFull() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT * FROM v")) {
            assertThat(connection.getMetaData().getDatabaseProductName()).isEqualTo("SQLite");
            assertThat(rows.next()).isTrue();
            assertThat(rows.getLong("id")).isEqualTo(1);
            assertThat(rows.getDouble("d")).isEqualTo(1.25);
            assertThat(rows.getBigDecimal("n")).isEqualByComparingTo("12.5");
            assertThat(rows.getString("t")).isEqualTo("Größe € 😀");
            assertThat(rows.getString("v")).isEqualTo("x");
            assertThat(rows.getObject("ts", LocalDateTime.class)).isEqualTo("2026-11-23T10:15:30.123");
            assertThat(rows.getObject("dt", LocalDate.class)).isEqualTo("2026-02-28");
            assertThat(rows.getBytes("by")).containsExactly(0, 255, 16);
            assertThat(rows.next()).isTrue();
            assertThat(rows.getLong("id")).isEqualTo(Long.MAX_VALUE);
            for (int column = 2; column <= 8; column++) {
                assertThat(rows.getObject(column)).isNull();
                assertThat(rows.wasNull()).isTrue();
            }
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString("t")).isEqualTo("ä😀".repeat(50_000));
            assertThat(rows.getString("v")).isEqualTo("longer than its column says");
            assertThat(rows.getBytes("by")).isEmpty();
            assertThat(rows.next()).isFalse();
        }
    }

    @Test
    void parametersAreBoundAsTheColumnsHoldThem() throws SQLException {
        try (Connection connection = connect()) {
            assertThat(ids(connection, "id = ?", Long.MAX_VALUE)).containsExactly(Long.MAX_VALUE);
            assertThat(ids(connection, "id + 0 = ?", 1)).containsExactly(1L);
            assertThat(ids(connection, "n + 0 = ?", new BigDecimal("12.5"))).containsExactly(1L);
            assertThat(ids(connection, "n + 0 = ?", new BigDecimal("7.00"))).containsExactly(3L);
            assertThat(ids(connection, "d = ?", 1.25)).containsExactly(1L);
            assertThat(ids(connection, "t = ?", "Größe € 😀")).containsExactly(1L);
            assertThat(ids(connection, "ts = ?", LocalDateTime.of(2026, 11, 23, 10, 15, 30)))
                    .containsExactly(3L);
            assertThat(ids(connection, "ts > ?", Timestamp.valueOf("2026-11-23 10:15:30.1")))
                    .containsExactly(1L);
            assertThat(ids(connection, "dt > ?", LocalDate.of(2026, 2, 28))).containsExactly(3L);
            assertThat(ids(connection, "id = ? AND ?", 1L, true)).containsExactly(1L);
            assertThat(ids(connection, "id = coalesce(?, 3)", (Object) null)).containsExactly(3L);
            assertThat(ids(connection, "by = ?", new byte[] {0, (byte) 255, 16}))
                    .containsExactly(1L);
        }
    }

    private static List<Long> ids(Connection connection, String condition, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT id FROM v WHERE " + condition)) {
            for (int p = 0; p < values.length; p++) {
                statement.setObject(p + 1, values[p]);
            }
            List<Long> ids = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getLong(1));
                }
            }
            return ids;
        }
    }

    @Test
    void nothingIsWritten() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.executeUpdate("DELETE FROM v")).hasMessageContaining("read-only");
            assertThatThrownBy(() -> statement.execute("DELETE FROM v")).isInstanceOf(SQLException.class);
            assertThat(ids(connection, "true")).hasSize(3);
        }
    }

    @Test
    void errorsHaveTheDatabasesWords() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            SQLException wrong =
                    catchThrowableOfType(SQLException.class, () -> statement.executeQuery("SELECT absent FROM v"));
            assertThat(wrong.getMessage()).contains("no such column: absent");
            assertThat(wrong.getErrorCode()).isEqualTo(1);
            assertThat(wrong.getSQLState()).hasSize(5);
            assertThatThrownBy(() -> statement.executeQuery("PRAGMA query_only=1"))
                    .hasMessageContaining("gives no rows");
        }
    }

    @Test
    void aQueryEndsAtItsTimeLimit() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(1);
            assertThatThrownBy(() -> {
                        ResultSet rows =
                                statement.executeQuery("WITH RECURSIVE g(i) AS (SELECT 1 UNION ALL SELECT i + 1"
                                        + " FROM g) SELECT count(*) FROM g");
                        rows.next();
                    })
                    .isInstanceOf(SQLTimeoutException.class);
            assertThat(ids(connection, "id = 1")).containsExactly(1L);
        }
    }

    @Test
    void aDataSourceIsFoundByNameInTheDirectoryThatIsGiven() throws Exception {
        Files.writeString(
                directory.resolve("odbc.ini"),
                "[Calls]\nDriver=" + OdbcDrivers.sqlite() + "\nDatabase=" + file + "\n[Other]\nDriver=/no/such.so\n");
        Properties properties = new Properties();
        properties.setProperty("conf", directory.toString());
        for (String url : List.of("jdbc:odbc:calls", "jdbc:odbc:DSN=Calls;", "jdbc:odbc:CALLS;Timeout=500")) {
            try (Connection connection = DriverManager.getConnection(url, properties)) {
                assertThat(ids(connection, "id = 1")).containsExactly(1L);
                assertThat(connection.getMetaData().getURL()).isEqualToIgnoringCase("jdbc:odbc:calls");
            }
        }
        assertThatThrownBy(() -> DriverManager.getConnection("jdbc:odbc:Cals;PWD=Canary-7f3a", properties))
                .hasMessageContaining("Did you mean Calls?")
                .message()
                .doesNotContain("Canary");
        assertThatThrownBy(() -> DriverManager.getConnection("jdbc:odbc:Other", properties))
                .hasMessageContaining("which is not there");
        assertThatThrownBy(() -> DriverManager.getConnection("jdbc:odbc:Driver=No Such Driver"))
                .hasMessageContaining("names the driver No Such Driver");
    }
}
