package io.xlink.source.odbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.xlink.it.PostgresServer;
import io.xlink.it.TestDatabase;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.Date;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLSyntaxErrorException;
import java.sql.Statement;
import java.sql.Time;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Calendar;
import java.util.List;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Values, parameters and errors of a real PostgreSQL server, through its own ODBC driver. */
@Timeout(120)
class OdbcPostgresTest {
    private static final LocalDateTime MOMENT = LocalDateTime.of(2026, 11, 23, 10, 15, 30, 123_456_000);
    private static TestDatabase database;

    private Connection connection;

    @BeforeAll
    static void create() throws SQLException {
        OdbcDrivers.postgres();
        database = PostgresServer.running().newDatabase();
        database.run(
                "CREATE TABLE v (id int, s smallint, i int, l bigint, n numeric(20,4), free numeric, r real, d float8,"
                        + " t text, v varchar(20), c char(5), b boolean, ts timestamp, dt date, tm time, by bytea, u uuid)",
                "INSERT INTO v VALUES (1, -7, 2147483647, 9223372036854775807, 1234567890123456.7890,"
                        + " 0.000000000000000000000000000001, 0.1, 1.5e300, 'Größe € 😀', '', 'ab', true,"
                        + " '2026-11-23 10:15:30.123456', '2026-02-28', '23:59:59', '\\x00ff10',"
                        + " '00000000-0000-0000-0000-00000000000a')",
                "INSERT INTO v (id) VALUES (2)",
                "INSERT INTO v VALUES (3, 0, -1, -1, -0.5, 12, -2.5, 0, 'x', 'y', 'z', false, '1999-12-31 00:00:00',"
                        + " '0001-01-01', '00:00:00', '', null)");
    }

    @BeforeEach
    void connect() throws SQLException {
        connection = DriverManager.getConnection(OdbcUrls.postgres(database));
    }

    @AfterEach
    void disconnect() throws SQLException {
        connection.close();
    }

    @Test
    void numbersAreReadAsWhatIsAskedFor() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT s, i, l, n, free, r, d FROM v WHERE id <> 2 ORDER BY id")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getShort(1)).isEqualTo((short) -7);
            assertThat(rows.getInt("I")).isEqualTo(Integer.MAX_VALUE);
            assertThat(rows.getLong("l")).isEqualTo(Long.MAX_VALUE);
            assertThat(rows.getBigDecimal(4)).isEqualTo(new BigDecimal("1234567890123456.7890"));
            assertThat(rows.getLong(4)).isEqualTo(1234567890123456L);
            assertThat(rows.getBigDecimal(5)).isEqualByComparingTo(new BigDecimal("1E-30"));
            assertThat(rows.getObject(6)).isEqualTo(0.1f);
            assertThat(rows.getString(6)).isEqualTo("0.1");
            assertThat(rows.getDouble(7)).isEqualTo(1.5e300);
            assertThatThrownBy(() -> rows.getInt(3)).hasMessageContaining("column l (int8) has 9223372036854775807");
            assertThat(catchThrowableOfType(SQLException.class, () -> rows.getLong(7))
                            .getSQLState())
                    .isEqualTo("22003");
            assertThat(rows.next()).isTrue();
            assertThat(rows.getDouble(4)).isEqualTo(-0.5);
            assertThat(rows.getDouble("free")).isEqualTo(12);
            assertThat(rows.getObject(2)).isEqualTo(-1);
            assertThat(rows.getObject(3)).isEqualTo(-1L);
            assertThat(rows.getBoolean(1)).isFalse();
            assertThat(rows.next()).isFalse();
            assertThat(rows.next()).isFalse();
        }
    }

    @Test
    void textsHaveEveryCharacter() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT t, v, c, '😀' AS \"Über 😀\" FROM v WHERE id = 1")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo("Größe € 😀");
            assertThat(rows.getString(2)).isEmpty();
            assertThat(rows.wasNull()).isFalse();
            assertThat(rows.getString(3)).isEqualTo("ab   ");
            assertThat(rows.getObject("Über 😀")).isEqualTo("😀");
        }
    }

    @Test
    void momentsKeepTheirFractions() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT ts, dt, tm FROM v WHERE id <> 2 ORDER BY id")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getObject(1, LocalDateTime.class)).isEqualTo(MOMENT);
            assertThat(rows.getTimestamp(1)).isEqualTo(Timestamp.valueOf(MOMENT));
            assertThat(rows.getObject(1)).isEqualTo(Timestamp.valueOf(MOMENT));
            assertThat(rows.getString(1)).isEqualTo("2026-11-23 10:15:30.123456");
            Calendar utc = Calendar.getInstance(TimeZone.getTimeZone("UTC"));
            assertThat(rows.getTimestamp(1, utc).toInstant()).isEqualTo("2026-11-23T10:15:30.123456Z");
            assertThat(rows.getObject(2, LocalDate.class)).isEqualTo("2026-02-28");
            assertThat(rows.getDate(2)).isEqualTo(Date.valueOf("2026-02-28"));
            assertThat(rows.getTime(3)).isEqualTo(Time.valueOf("23:59:59"));
            assertThat(rows.next()).isTrue();
            assertThat(rows.getObject(1, LocalDateTime.class)).isEqualTo("1999-12-31T00:00");
            assertThat(rows.getObject(2, LocalDate.class)).isEqualTo("0001-01-01");
            assertThat(rows.getObject(3, LocalTime.class)).isEqualTo("00:00");
        }
    }

    @Test
    void bytesTruthAndTheRest() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT b, by, u FROM v WHERE id <> 2 ORDER BY id")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getBoolean(1)).isTrue();
            assertThat(rows.getObject(1)).isEqualTo(true);
            assertThat(rows.getBytes(2)).containsExactly(0, 255, 16);
            assertThat(rows.getString(2)).isEqualTo("00FF10");
            assertThat(rows.getString(3)).isEqualToIgnoringCase("00000000-0000-0000-0000-00000000000a");
            assertThat(rows.next()).isTrue();
            assertThat(rows.getBoolean(1)).isFalse();
            assertThat(rows.getBytes(2)).isEmpty();
            assertThat(rows.getString(3)).isNull();
        }
    }

    @Test
    void nullIsNullInEveryColumn() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT * FROM v WHERE id = 2")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getInt(1)).isEqualTo(2);
            assertThat(rows.wasNull()).isFalse();
            for (int column = 2; column <= rows.getMetaData().getColumnCount(); column++) {
                assertThat(rows.getObject(column)).isNull();
                assertThat(rows.wasNull()).isTrue();
                assertThat(rows.getString(column)).isNull();
                assertThat(rows.getLong(column)).isZero();
                assertThat(rows.getDouble(column)).isZero();
                assertThat(rows.getTimestamp(column)).isNull();
                assertThat(rows.getBigDecimal(column)).isNull();
                assertThat(rows.getObject(column, LocalDateTime.class)).isNull();
                assertThat(rows.wasNull()).isTrue();
            }
        }
    }

    @Test
    void everyKindOfParameterIsBound() throws SQLException {
        assertThat(ids("l = ?", Long.MAX_VALUE)).containsExactly(1);
        assertThat(ids("i = ?", Integer.MAX_VALUE)).containsExactly(1);
        assertThat(ids("s = ?", (short) -7)).containsExactly(1);
        assertThat(ids("n = ?", new BigDecimal("1234567890123456.7890"))).containsExactly(1);
        assertThat(ids("free < ?", new BigDecimal("1E-29"))).containsExactly(1);
        assertThat(ids("n = ?", new BigDecimal("-0.5"))).containsExactly(3);
        assertThat(ids("d = ?", 1.5e300)).containsExactly(1);
        assertThat(ids("t = ?", "Größe € 😀")).containsExactly(1);
        assertThat(ids("v = ?", "")).containsExactly(1);
        assertThat(ids("ts = ?", MOMENT)).containsExactly(1);
        assertThat(ids("ts = ?", Timestamp.valueOf(MOMENT))).containsExactly(1);
        assertThat(ids("ts < ?", LocalDateTime.of(2000, 1, 1, 0, 0))).containsExactly(3);
        assertThat(ids("dt = ?", LocalDate.of(2026, 2, 28))).containsExactly(1);
        assertThat(ids("dt = ?", Date.valueOf("2026-02-28"))).containsExactly(1);
        assertThat(ids("tm = ?", LocalTime.of(23, 59, 59))).containsExactly(1);
        assertThat(ids("b = ?", true)).containsExactly(1);
        assertThat(ids("b = ?", false)).containsExactly(3);
        assertThat(ids("by = ?", new byte[] {0, (byte) 255, 16})).containsExactly(1);
        assertThat(ids("t = ?", (Object) null)).isEmpty();
        assertThat(ids("coalesce(?, t) = 'x' AND id = ?", null, 3L)).containsExactly(3);
    }

    private List<Integer> ids(String condition, Object... values) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT id FROM v WHERE " + condition + " ORDER BY id")) {
            for (int p = 0; p < values.length; p++) {
                statement.setObject(p + 1, values[p]);
            }
            List<Integer> ids = new java.util.ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getInt(1));
                }
            }
            return ids;
        }
    }

    @Test
    void nullOfATypeIsBound() throws SQLException {
        for (int type : new int[] {Types.TIMESTAMP, Types.DATE}) {
            try (PreparedStatement statement =
                    connection.prepareStatement("SELECT id FROM v WHERE ts >= coalesce(?, ts) ORDER BY id")) {
                statement.setNull(1, type);
                assertThat(statement.executeQuery().next()).as("type " + type).isTrue();
            }
        }
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT count(*) FROM v WHERE l >= coalesce(?, l)")) {
            statement.setObject(1, null, Types.BIGINT);
            ResultSet rows = statement.executeQuery();
            assertThat(rows.next()).isTrue();
            assertThat(rows.getLong(1)).isEqualTo(2);
        }
    }

    @Test
    void aPreparedStatementRunsAgainWithOtherValues() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT t FROM v WHERE id = ? AND s < ?")) {
            assertThat(statement.getParameterMetaData().getParameterCount()).isEqualTo(2);
            assertThat(catchThrowableOfType(SQLException.class, statement::executeQuery)
                            .getMessage())
                    .contains("parameter 1 has no value");
            assertThatThrownBy(() -> statement.setInt(3, 1)).hasMessageContaining("no parameter 3 among 2");
            statement.setLong(2, 100);
            for (int round = 0; round < 3; round++) {
                statement.setInt(1, 1);
                ResultSet first = statement.executeQuery();
                assertThat(first.next()).isTrue();
                assertThat(first.getString(1)).isEqualTo("Größe € 😀");
                statement.setInt(1, 3);
                ResultSet second = statement.executeQuery();
                assertThat(first.isClosed()).isTrue();
                assertThat(second.next()).isTrue();
                assertThat(second.getString(1)).isEqualTo("x");
                assertThat(second.next()).isFalse();
                statement.setInt(1, 4);
                assertThat(statement.executeQuery().next()).isFalse();
            }
        }
    }

    @Test
    void columnsAreDescribedBeforeAndAfterTheQuery() throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT i, l, n, d, t, b, ts, dt AS day FROM v WHERE id = ?")) {
            described(statement.getMetaData());
            statement.setInt(1, 1);
            try (ResultSet rows = statement.executeQuery()) {
                described(rows.getMetaData());
                assertThat(rows.next()).isTrue();
                described(statement.getMetaData());
            }
        }
    }

    private static void described(ResultSetMetaData columns) throws SQLException {
        List<String> told = new java.util.ArrayList<>();
        for (int c = 1; c <= columns.getColumnCount(); c++) {
            told.add(columns.getColumnLabel(c) + " " + columns.getColumnTypeName(c) + " " + columns.getColumnType(c));
        }
        assertThat(told)
                .containsExactly(
                        "i int4 " + Types.INTEGER,
                        "l int8 " + Types.BIGINT,
                        "n numeric " + Types.NUMERIC,
                        "d float8 " + Types.DOUBLE,
                        "t text " + Types.LONGVARCHAR,
                        "b bool " + Types.BIT,
                        "ts timestamp without time zone " + Types.TIMESTAMP,
                        "day date " + Types.DATE);
        assertThat(columns.getPrecision(3)).isEqualTo(20);
        assertThat(columns.getScale(3)).isEqualTo(4);
        assertThat(columns.getColumnClassName(7)).isEqualTo("java.sql.Timestamp");
    }

    @Test
    void errorsHaveStateAndWordsOfTheServer() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            SQLException wrong =
                    catchThrowableOfType(SQLException.class, () -> statement.executeQuery("SELECT nothing FROM v"));
            assertThat((Throwable) wrong).isInstanceOf(SQLSyntaxErrorException.class);
            assertThat(wrong.getSQLState()).isEqualTo("42703");
            assertThat((Throwable) wrong).hasMessageContaining("column \"nothing\" does not exist");
            assertThat(catchThrowableOfType(SQLException.class, () -> statement.executeQuery("SELECT 1/(id-id) FROM v"))
                            .getSQLState())
                    .isEqualTo("22012");
            assertThat(statement.executeQuery("SELECT 1").next()).isTrue();
        }
    }

    @Test
    void nothingIsWritten() throws SQLException {
        try (Statement statement = connection.createStatement();
                PreparedStatement prepared = connection.prepareStatement("DELETE FROM v WHERE id = 1")) {
            assertThat(connection.isReadOnly()).isTrue();
            connection.setReadOnly(false);
            for (SQLException refused : List.of(
                    catchThrowableOfType(SQLException.class, () -> statement.executeUpdate("DELETE FROM v")),
                    catchThrowableOfType(SQLException.class, () -> statement.execute("DELETE FROM v")),
                    catchThrowableOfType(SQLException.class, prepared::executeUpdate),
                    catchThrowableOfType(SQLException.class, prepared::execute))) {
                assertThat(refused.getSQLState()).as(refused.toString()).isEqualTo("25006");
            }
        }
        assertThat(ids("true")).containsExactly(1, 2, 3);
    }

    @Test
    void itSaysWhatItIs() throws SQLException {
        assertThat(connection.getMetaData().getDatabaseProductName()).isEqualTo("PostgreSQL");
        assertThat(connection.getMetaData().getDatabaseMajorVersion()).isEqualTo(18);
        assertThat(connection.getMetaData().getDriverName()).contains("psqlodbc");
        assertThat(connection.getMetaData().getUserName()).isEqualTo("postgres");
        assertThat(connection.getMetaData().getURL()).doesNotContain("UID");
        assertThat(connection.getMetaData().getConnection()).isSameAs(connection);
        assertThat(connection.getCatalog()).isEqualTo(database.name());
        assertThat(connection.getTransactionIsolation()).isEqualTo(Connection.TRANSACTION_READ_COMMITTED);
    }
}
