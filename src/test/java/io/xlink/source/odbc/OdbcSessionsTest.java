package io.xlink.source.odbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.xlink.it.PostgresServer;
import io.xlink.it.TestDatabase;
import io.xlink.tcp.CuttingProxy;
import java.net.InetSocketAddress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of connections and statements: cancelled, late, lost, pooled, used by several threads, forgotten. */
@Timeout(120)
class OdbcSessionsTest {
    private static final String SLEEP = "SELECT pg_sleep(60)";
    private static TestDatabase database;

    @BeforeAll
    static void create() throws SQLException {
        OdbcDrivers.postgres();
        database = PostgresServer.running().newDatabase();
        database.run(
                "CREATE TABLE n AS SELECT g AS i, 'row ' || g AS t,"
                        + " timestamp '2026-01-01' + g * interval '1.5 seconds' AS ts, g / 4.0 AS d FROM generate_series(1, 200000) g");
    }

    private static Connection connect() throws SQLException {
        return DriverManager.getConnection(OdbcUrls.postgres(database));
    }

    /** Ids of the server's processes that do what the driver asked. */
    private static List<Integer> sessions(String condition) throws SQLException {
        try (Connection own = database.connect();
                Statement statement = own.createStatement();
                ResultSet rows = statement.executeQuery("SELECT pid FROM pg_stat_activity WHERE datname = '"
                        + database.name() + "' AND pid <> pg_backend_pid() AND " + condition)) {
            List<Integer> ids = new ArrayList<>();
            while (rows.next()) {
                ids.add(rows.getInt(1));
            }
            return ids;
        }
    }

    private static void awaitSleeping() {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> !sessions("state = 'active' AND query LIKE '%pg_sleep%'")
                        .isEmpty());
    }

    private static void kill(int session) throws SQLException {
        database.run("SELECT pg_terminate_backend(" + session + ")");
    }

    private static int session(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT pg_backend_pid()")) {
            assertThat(rows.next()).isTrue();
            return rows.getInt(1);
        }
    }

    @Test
    void aQueryIsCancelledByAnotherThreadAndTheConnectionGoesOn() throws Exception {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            CompletableFuture<SQLException> ended = CompletableFuture.supplyAsync(
                    () -> catchThrowableOfType(SQLException.class, () -> statement.executeQuery(SLEEP)));
            awaitSleeping();
            statement.cancel();
            SQLException cancelled = ended.get(20, TimeUnit.SECONDS);
            assertThat(cancelled.getSQLState()).isEqualTo("57014");
            assertThat((Throwable) cancelled).isNotInstanceOf(SQLTimeoutException.class);
            assertThat(statement.executeQuery("SELECT 1").next()).isTrue();
            statement.cancel();
            assertThat(statement.executeQuery("SELECT 1").next()).isTrue();
        }
    }

    @Test
    void aQueryEndsAtItsTimeLimit() throws Exception {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(1);
            assertThat(statement.getQueryTimeout()).isEqualTo(1);
            long begin = System.nanoTime();
            assertThatThrownBy(() -> statement.executeQuery(SLEEP)).isInstanceOf(SQLTimeoutException.class);
            assertThat(Duration.ofNanos(System.nanoTime() - begin))
                    .isBetween(Duration.ofMillis(900), Duration.ofSeconds(15));
            assertThat(statement.executeQuery("SELECT 1").next()).isTrue();
            statement.setQueryTimeout(0);
            assertThat(statement.executeQuery("SELECT pg_sleep(1.5)").next()).isTrue();
        }
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement("SELECT pg_sleep(?)")) {
            statement.setQueryTimeout(1);
            statement.setDouble(1, 60);
            assertThatThrownBy(statement::executeQuery).isInstanceOf(SQLTimeoutException.class);
        }
    }

    @Test
    void closingEndsWhatRuns() throws Exception {
        Connection connection = connect();
        Statement statement = connection.createStatement();
        CompletableFuture<SQLException> ended = CompletableFuture.supplyAsync(
                () -> catchThrowableOfType(SQLException.class, () -> statement.executeQuery(SLEEP)));
        awaitSleeping();
        connection.close();
        assertThat((Throwable) ended.get(20, TimeUnit.SECONDS)).isNotNull();
        assertThat(statement.isClosed()).isTrue();
        assertThatThrownBy(() -> statement.executeQuery("SELECT 1")).hasMessageContaining("is closed");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> sessions("query LIKE '%pg_sleep%'").isEmpty());
    }

    /** The driver holds what has come; its own cursors would end the process when the connection is lost. */
    @Test
    void aServerThatGoesAwayIsAnErrorOfTheConnection() throws Exception {
        try (Connection connection = connect()) {
            int session = session(connection);
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("DECLARE c CURSOR FOR SELECT i, t FROM n ORDER BY i");
                try (ResultSet rows = statement.executeQuery("FETCH 100 FROM c")) {
                    assertThat(rows.next()).isTrue();
                    kill(session);
                    assertThat(rows.next()).isTrue();
                    assertThat(rows.getInt(1)).isEqualTo(2);
                }
                SQLException lost =
                        catchThrowableOfType(SQLException.class, () -> statement.executeQuery("FETCH 100 FROM c"));
                assertThat((Throwable) lost).isNotNull();
                assertThat(lost.getSQLState()).as(lost.toString()).startsWith("08");
            }
            assertThat(connection.isValid(5)).isFalse();
            assertThatThrownBy(() -> session(connection)).isInstanceOf(SQLException.class);
        }
        try (Connection next = connect()) {
            assertThat(next.isValid(5)).isTrue();
        }
    }

    @Test
    void validMeansThatTheServerAnswers() throws Exception {
        try (Connection connection = connect()) {
            assertThat(connection.isValid(5)).isTrue();
            assertThat(connection.isValid(0)).isTrue();
            assertThatThrownBy(() -> connection.isValid(-1)).isInstanceOf(SQLException.class);
            kill(session(connection));
            assertThat(connection.isValid(5)).isFalse();
            assertThat(connection.isValid(5)).isFalse();
            connection.close();
            assertThat(connection.isValid(5)).isFalse();
            connection.close();
        }
    }

    @Test
    void aServerThatFallsSilentIsNotValid() throws Exception {
        try (CuttingProxy proxy = new CuttingProxy(new InetSocketAddress(database.host(), database.port()))) {
            String url = OdbcUrls.postgres(database).replace("Port=" + database.port(), "Port=" + proxy.port());
            Connection connection = DriverManager.getConnection(url);
            assertThat(connection.isValid(1)).isTrue();
            proxy.freeze();
            long begin = System.nanoTime();
            assertThat(connection.isValid(1)).isFalse();
            connection.close();
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
        }
    }

    @Test
    void blocksHaveTheRowsThatAreAskedForAsFarAsMemoryIsBounded() throws Exception {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            assertThat(statement.getFetchSize()).isEqualTo(1000);
            statement.setFetchSize(7);
            assertThat(statement.getFetchSize()).isEqualTo(7);
            assertThat(statement.executeQuery("SELECT * FROM n").getFetchSize()).isEqualTo(7);
            statement.setFetchSize(10_000_000);
            ResultSet rows = statement.executeQuery("SELECT i, t FROM n ORDER BY i");
            // A text of unknown length has room for 255 characters in each of the rows.
            assertThat(rows.getFetchSize()).isBetween(1000, (4 << 20) / 512);
            int read = 0;
            while (rows.next()) {
                read++;
                assertThat(rows.getRow()).isEqualTo(read);
            }
            assertThat(read).isEqualTo(200_000);
            statement.setMaxRows(3);
            ResultSet few = statement.executeQuery("SELECT i FROM n ORDER BY i");
            for (int row = 1; row <= 4; row++) {
                assertThat(few.next()).as("row " + row).isEqualTo(row <= 3);
            }
        }
    }

    @Test
    void connectionsReadAtTheSameTimeWhileTheCollectorRuns() throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        Thread collector = new Thread(() -> {
            while (!done.get()) {
                System.gc();
            }
        });
        collector.start();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Long>> sums = new ArrayList<>();
            for (int thread = 0; thread < 4; thread++) {
                int fetchSize = 1 + 333 * thread;
                sums.add(threads.submit(() -> sum(fetchSize)));
            }
            for (Future<Long> sum : sums) {
                assertThat(sum.get(90, TimeUnit.SECONDS)).isEqualTo(4_000L * 4_001 / 2);
            }
        } finally {
            done.set(true);
            collector.join();
            threads.shutdownNow();
        }
    }

    /** Reads by statements and blocks that nobody holds any more once the next begin. */
    private static long sum(int fetchSize) throws SQLException {
        long sum = 0;
        try (Connection connection = connect()) {
            for (int part = 0; part < 4; part++) {
                PreparedStatement statement =
                        connection.prepareStatement("SELECT i, t, ts, d FROM n WHERE i > ? AND i <= ? ORDER BY i");
                statement.setFetchSize(fetchSize);
                statement.setInt(1, part * 1000);
                statement.setLong(2, part * 1000L + 1000);
                ResultSet rows = statement.executeQuery();
                while (rows.next()) {
                    sum += rows.getInt(1);
                    assertThat(rows.getString(2)).isEqualTo("row " + rows.getInt(1));
                    assertThat(rows.getDouble(4)).isEqualTo(rows.getInt(1) / 4.0);
                    rows.getTimestamp(3);
                }
            }
        }
        return sum;
    }

    @Test
    void forgottenStatementsAreClosedWithTheirConnection() throws Exception {
        Connection connection = connect();
        List<Statement> forgotten = new ArrayList<>();
        List<ResultSet> open = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            forgotten.add(connection.createStatement());
            open.add(forgotten.get(i).executeQuery("SELECT i FROM n WHERE i > " + i));
            assertThat(open.get(i).next()).isTrue();
        }
        // All cursors are open at once, and each goes on where it was.
        for (int i = 0; i < 20; i++) {
            assertThat(open.get(i).next()).isTrue();
        }
        NativeConnection handle = connection.unwrap(OdbcConnection.class).connection();
        assertThat(handle.statements()).hasSize(20);
        connection.close();
        assertThat(handle.statements()).isEmpty();
        assertThat(forgotten)
                .allSatisfy(statement -> assertThat(statement.isClosed()).isTrue());
        assertThatThrownBy(() -> forgotten.get(0).executeQuery("SELECT 1")).isInstanceOf(SQLException.class);
        assertThat(open).allSatisfy(rows -> assertThat(rows.isClosed()).isTrue());
        forgotten.forEach(statement -> assertThat(catchThrowableOfType(SQLException.class, statement::close) == null)
                .isTrue());
    }

    @Test
    void aPoolHoldsItsConnections() throws Exception {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(OdbcUrls.postgres(database));
        config.setMaximumPoolSize(2);
        config.setConnectionTimeout(10_000);
        try (HikariDataSource pool = new HikariDataSource(config)) {
            int first;
            try (Connection connection = pool.getConnection()) {
                first = session(connection);
                assertThat(connection.isWrapperFor(OdbcConnection.class)).isTrue();
            }
            kill(first);
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> sessions("pid = " + first).isEmpty());
            // A pool takes a connection that was just in use for a good one, and finds out by its error.
            await().atMost(Duration.ofSeconds(20))
                    .ignoreExceptionsInstanceOf(SQLException.class)
                    .untilAsserted(() -> {
                        try (Connection connection = pool.getConnection();
                                Connection other = pool.getConnection()) {
                            assertThat(session(connection)).isNotIn(first, session(other));
                        }
                    });
        }
        await().atMost(Duration.ofSeconds(20))
                .until(() -> sessions("backend_type = 'client backend'").isEmpty());
    }

    @Test
    void transactionsSeeTheStateOfTheirBegin() throws Exception {
        try (Connection connection = connect()) {
            assertThatThrownBy(connection::commit).hasMessageContaining("setAutoCommit(false)");
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            assertThat(connection.getTransactionIsolation()).isEqualTo(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            assertThat(connection.getAutoCommit()).isFalse();
            database.run("CREATE TABLE seen (i int)");
            assertThat(count(connection)).isZero();
            database.run("INSERT INTO seen VALUES (1)");
            assertThat(count(connection)).isZero();
            connection.commit();
            assertThat(count(connection)).isEqualTo(1);
            connection.rollback();
        }
    }

    private static long count(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM seen")) {
            assertThat(rows.next()).isTrue();
            return rows.getLong(1);
        }
    }

    @Test
    void passwordsAreInNoWords() throws Exception {
        database.run("DROP USER IF EXISTS odbc_reader", "CREATE USER odbc_reader PASSWORD 'Canary-7f3a'");
        String url = OdbcUrls.postgres(database).replace("UID=postgres;", "");
        try (Connection connection = DriverManager.getConnection(url, "odbc_reader", "Canary-7f3a");
                Statement statement = connection.createStatement()) {
            assertThat(connection.getMetaData().getUserName()).isEqualTo("odbc_reader");
            assertThat(connection + " " + statement + " " + connection.getMetaData()
                            + connection.getMetaData().getURL())
                    .doesNotContain("Canary");
            assertThatThrownBy(() -> statement.executeQuery("SELECT 'Canary-7f3a'::int"))
                    .isInstanceOf(SQLException.class)
                    .message()
                    .doesNotContain("Canary");
        }
        for (String wrong :
                List.of(url + ";UID=odbc_reader;PWD={Canary-7f3b}", url + ";UID=nobody;Password=Canary-7f3b")) {
            SQLException refused = catchThrowableOfType(SQLException.class, () -> DriverManager.getConnection(wrong));
            assertThat(refused.getSQLState()).isEqualTo("28000");
            assertThat(refused.toString()).doesNotContain("Canary");
        }
    }
}
