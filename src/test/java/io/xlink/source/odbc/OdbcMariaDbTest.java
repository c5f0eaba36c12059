package io.xlink.source.odbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.xlink.it.MariaServer;
import io.xlink.it.TestDatabase;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Values, parameters, errors and cancellation of a real MariaDB server, through its own ODBC driver. */
@Timeout(120)
class OdbcMariaDbTest {
    private static final LocalDateTime MOMENT = LocalDateTime.of(2026, 11, 23, 10, 15, 30, 123_456_000);
    private static TestDatabase database;

    @BeforeAll
    static void create() throws SQLException {
        OdbcDrivers.mariadb();
        database = MariaServer.running().newDatabase();
        database.run(
                "CREATE TABLE v (id int, l bigint, ul bigint unsigned, ui int unsigned, n decimal(20,4), d double,"
                        + " t text, v varchar(20), b bit(1), ts datetime(6), dt date, tm time, by_ varbinary(10))",
                "INSERT INTO v VALUES (1, -9223372036854775808, 18446744073709551615, 4294967295,"
                        + " 1234567890123456.7890, 1.5e300, 'Größe € 😀', '', b'1', '2026-11-23 10:15:30.123456',"
                        + " '2026-02-28', '23:59:59', x'00ff10')",
                "INSERT INTO v (id) VALUES (2)");
    }

    private static Connection connect() throws SQLException {
        return DriverManager.getConnection(OdbcUrls.mariadb(database));
    }

    @Test
    void valuesAreReadAsTheyAre() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT * FROM v ORDER BY id")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getLong("l")).isEqualTo(Long.MIN_VALUE);
            assertThat(rows.getBigDecimal("ul")).isEqualTo(new BigDecimal("18446744073709551615"));
            assertThat(rows.getObject("ui")).isEqualTo(4294967295L);
            assertThat(rows.getBigDecimal("n")).isEqualTo(new BigDecimal("1234567890123456.7890"));
            assertThat(rows.getDouble("d")).isEqualTo(1.5e300);
            assertThat(rows.getString("t")).isEqualTo("Größe € 😀");
            assertThat(rows.getString("v")).isEmpty();
            assertThat(rows.getBoolean("b")).isTrue();
            assertThat(rows.getObject("ts", LocalDateTime.class)).isEqualTo(MOMENT);
            assertThat(rows.getObject("dt", LocalDate.class)).isEqualTo("2026-02-28");
            assertThat(rows.getTime("tm")).isEqualTo(java.sql.Time.valueOf("23:59:59"));
            assertThat(rows.getBytes("by_")).containsExactly(0, 255, 16);
            assertThat(rows.next()).isTrue();
            for (int column = 2; column <= rows.getMetaData().getColumnCount(); column++) {
                assertThat(rows.getObject(column)).isNull();
                assertThat(rows.wasNull()).isTrue();
            }
            assertThat(rows.next()).isFalse();
        }
    }

    @Test
    void declaredLengthsAreKeptInBlocks() throws SQLException {
        database.run(
                "CREATE TABLE names (id int, name varchar(300), kind char(60))",
                "INSERT INTO names SELECT seq, repeat('😀', 300 - seq % 2), repeat('€', 60) FROM seq_1_to_3000");
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT * FROM names ORDER BY id")) {
            assertThat(rows.getFetchSize()).isGreaterThan(100);
            for (int id = 1; id <= 3000; id++) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getInt(1)).isEqualTo(id);
                assertThat(rows.getString(2)).isEqualTo("😀".repeat(300 - id % 2));
                assertThat(rows.getString(3)).isEqualTo("€".repeat(60));
            }
            assertThat(rows.next()).isFalse();
        }
    }

    @Test
    void parametersAreBound() throws SQLException {
        try (Connection connection = connect()) {
            assertThat(ids(connection, "l = ?", Long.MIN_VALUE)).containsExactly(1);
            assertThat(ids(connection, "n = ?", new BigDecimal("1234567890123456.7890")))
                    .containsExactly(1);
            assertThat(ids(connection, "d = ?", 1.5e300)).containsExactly(1);
            assertThat(ids(connection, "t = ?", "Größe € 😀")).containsExactly(1);
            assertThat(ids(connection, "ts = ?", MOMENT)).containsExactly(1);
            assertThat(ids(connection, "dt = ?", LocalDate.of(2026, 2, 28))).containsExactly(1);
            assertThat(ids(connection, "id = ? AND ?", 1, true)).containsExactly(1);
            assertThat(ids(connection, "id = coalesce(?, 2)", (Object) null)).containsExactly(2);
        }
    }

    private static List<Integer> ids(Connection connection, String condition, Object... values) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT id FROM v WHERE " + condition + " ORDER BY id")) {
            for (int p = 0; p < values.length; p++) {
                statement.setObject(p + 1, values[p]);
            }
            List<Integer> ids = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getInt(1));
                }
            }
            return ids;
        }
    }

    @Test
    void nothingIsWrittenAndErrorsHaveTheServersNumber() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            SQLException refused =
                    catchThrowableOfType(SQLException.class, () -> statement.execute("DELETE FROM v WHERE id = 1"));
            assertThat(refused.getErrorCode()).as(refused.toString()).isEqualTo(1792);
            SQLException wrong =
                    catchThrowableOfType(SQLException.class, () -> statement.executeQuery("SELECT absent FROM v"));
            assertThat(wrong.getErrorCode()).isEqualTo(1054);
            assertThat(wrong.getMessage()).contains("Unknown column 'absent'");
            assertThat(ids(connection, "true")).containsExactly(1, 2);
        }
    }

    @Test
    void queriesAreCancelledAndEndAtTheirLimit() throws Exception {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            CompletableFuture<SQLException> ended =
                    CompletableFuture.supplyAsync(() -> catchThrowableOfType(SQLException.class, () -> {
                        ResultSet rows = statement.executeQuery("SELECT sleep(60) FROM v");
                        assertThat(rows.next()).isTrue();
                    }));
            await().atMost(Duration.ofSeconds(20)).until(OdbcMariaDbTest::isSleeping);
            statement.cancel();
            assertThat((Throwable) ended.get(20, TimeUnit.SECONDS)).isNotNull();
            statement.setQueryTimeout(1);
            assertThatThrownBy(
                            () -> statement.executeQuery("SELECT count(*) FROM seq_1_to_100000 a, seq_1_to_100000 b"))
                    .isInstanceOf(SQLTimeoutException.class);
            assertThat(statement.executeQuery("SELECT 1").next()).isTrue();
        }
    }

    private static boolean isSleeping() throws SQLException {
        try (Connection own = database.connect();
                Statement statement = own.createStatement();
                ResultSet rows = statement.executeQuery("SELECT 1 FROM information_schema.processlist WHERE info LIKE"
                        + " 'SELECT sleep%' AND db = '" + database.name() + "'")) {
            return rows.next();
        }
    }

    @Test
    void aServerThatEndsTheSessionMidResultIsAnErrorOfTheConnection() throws Exception {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            long session;
            try (ResultSet rows = statement.executeQuery("SELECT connection_id()")) {
                assertThat(rows.next()).isTrue();
                session = rows.getLong(1);
            }
            assertThat(connection.isValid(5)).isTrue();
            database.run("KILL " + session);
            SQLException lost = catchThrowableOfType(
                    SQLException.class, () -> statement.executeQuery("SELECT 1").next());
            assertThat(lost.getSQLState()).as(lost.toString()).startsWith("08");
            assertThat(connection.isValid(5)).isFalse();
        }
    }
}
