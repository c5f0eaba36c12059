package io.xlink.source.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xlink.config.IniFile;
import io.xlink.config.IniSection;
import io.xlink.it.MariaServer;
import io.xlink.it.PostgresServer;
import io.xlink.it.TestDatabase;
import io.xlink.model.LocalDay;
import io.xlink.model.QueuePath;
import io.xlink.source.odbc.OdbcUrls;
import io.xlink.tcp.CuttingProxy;
import io.xlink.tcp.Direction;
import io.xlink.tcp.Fate;
import io.xlink.tcp.Plan;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Wherever within a result the connection is lost, the read fails as a whole and says so; the next one gives everything,
 * once.
 */
@Timeout(180)
class LostConnectionTest {
    private static final int ROWS = 60_000;
    private static final int CUTS = 25;
    private static final long SEED = 20_261_126;
    private static final LocalDay DAY = new LocalDay(LocalDate.parse("2026-06-15"), ZoneId.of("UTC"));

    @TempDir
    Path directory;

    /** How a database is reached through the proxy. */
    enum Way {
        POSTGRESQL,
        MARIADB,
        POSTGRESQL_BY_ODBC;

        TestDatabase database() throws SQLException {
            return this == MARIADB
                    ? MariaServer.running().newDatabase()
                    : PostgresServer.running().newDatabase();
        }

        Connection connect(TestDatabase database, int port) throws SQLException {
            TestDatabase proxied = new TestDatabase(
                    database.host(),
                    port,
                    database.name(),
                    database.user(),
                    database.password(),
                    database.url().replace(":" + database.port() + "/", ":" + port + "/"));
            String url = this == POSTGRESQL_BY_ODBC ? OdbcUrls.postgres(proxied) : proxied.url();
            Connection connection = DriverManager.getConnection(url, database.user(), "");
            connection.setAutoCommit(this != POSTGRESQL);
            return connection;
        }
    }

    @ParameterizedTest
    @EnumSource
    void aReadThatLosesItsConnectionGivesNothingAndTheNextOneEverything(Way way) throws Exception {
        TestDatabase database = way.database();
        fill(database);
        UniversalCalls calls = new UniversalCalls(UniversalCallFormat.of(section()));
        Set<QueuePath> queues = Set.of(QueuePath.of("Sales"));
        try (CuttingProxy proxy = new CuttingProxy(new InetSocketAddress(database.host(), database.port()))) {
            long before = proxy.bytes(Direction.TOWARDS_CLIENT);
            List<String> expected;
            try (Connection connection = way.connect(database, proxy.port())) {
                expected = UniversalCasesTest.calls(
                        calls.read(connection, DAY, queues).table());
            }
            assertThat(expected).isNotEmpty();
            long all = proxy.bytes(Direction.TOWARDS_CLIENT) - before;
            assertThat(all).as("bytes of a whole read").isGreaterThan(ROWS * 10L);
            Random random = new Random(SEED);
            for (int cut = 0; cut < CUTS; cut++) {
                // From the beginning of the rows to shortly before the end of the last fetch.
                long at = all / 10 + (long) (random.nextDouble() * (all * 8 / 10));
                proxy.next(Plan.cut(Direction.TOWARDS_CLIENT, at, Fate.values()[cut % 2]));
                assertThatThrownBy(() -> read(way, database, proxy, calls, queues))
                        .as("cut after %d of %d bytes", at, all)
                        .isInstanceOf(SqlSourceException.class)
                        .hasMessageContaining("[Lost] the query for");
            }
            try (Connection connection = way.connect(database, proxy.port())) {
                assertThat(UniversalCasesTest.calls(
                                calls.read(connection, DAY, queues).table()))
                        .isEqualTo(expected);
            }
        }
    }

    private static CallRead read(
            Way way, TestDatabase database, CuttingProxy proxy, UniversalCalls calls, Set<QueuePath> queues)
            throws SQLException, SqlSourceException {
        Connection connection = way.connect(database, proxy.port());
        try {
            return calls.read(connection, DAY, queues);
        } finally {
            try {
                connection.close();
            } catch (SQLException e) {
                // It is lost, and may say so.
            }
        }
    }

    private static void fill(TestDatabase database) throws SQLException {
        database.run(
                "create table queues (id integer, name varchar(20))",
                "insert into queues values (1, 'Sales')",
                "create table calls (queue integer, happened timestamp, offered integer, note varchar(40))");
        for (int from = 0; from < ROWS; from += 5000) {
            List<String> rows = new ArrayList<>();
            for (int i = from; i < from + 5000; i++) {
                rows.add(String.format(
                        "(1, '2026-06-15 %02d:%02d:%02d', %d, 'x')", i / 3600, i / 60 % 60, i % 60, 1 + i % 7));
            }
            database.run("insert into calls values " + String.join(", ", rows));
        }
    }

    private IniSection section() throws Exception {
        Path file = Files.writeString(
                directory.resolve("lost.ini"),
                "[Lost]\nQueueSQL=select name from queues\nQueueMappingSQL=select name, id"
                        + " from queues\nQueueNameColumn=queue\nCallDataTable=calls\nValueTypes=offered\n"
                        + "TimeStampColumn=happened\nPushDown=0\n");
        return IniFile.read(file).sections().get(0);
    }
}
