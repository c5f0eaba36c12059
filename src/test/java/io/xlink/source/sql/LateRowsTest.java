package io.xlink.source.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.xlink.config.IniFile;
import io.xlink.model.LocalDay;
import io.xlink.model.QueuePath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Rows that come between two reads of a day, however old their time is and whatever the order of their commits: each read
 * says what the table holds, because nothing is remembered from the one before.
 */
class LateRowsTest {
    private static final LocalDay DAY = new LocalDay(LocalDate.parse("2026-06-15"), ZoneId.of("UTC"));

    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB", "POSTGRESQL_BY_ODBC"})
    void nothingIsMissedAndNothingDoubled(TestSource source) throws Exception {
        TestSource.Database database = source.open();
        database.run(List.of(
                "create table queues (id integer, name varchar(20))",
                "insert into queues values (1, 'Sales')",
                "create table calls (queue integer, happened timestamp, offered integer)",
                "insert into calls values (1, '2026-06-15 10:05:00', 1)"));
        try (Connection first = DriverManager.getConnection(database.writeUrl(), database.user(), "");
                Statement early = first.createStatement()) {
            first.setAutoCommit(false);
            // It has the earlier time and begins before the others, and is committed after them.
            early.execute("insert into calls values (1, '2026-06-15 09:59:59', 10)");
            database.run(List.of(
                    "insert into calls values (1, '2026-06-15 10:05:00', 100)",
                    "insert into calls values (1, '2026-06-15 10:05:00', 1000)"));
            assertThat(read(database)).containsExactly("Sales 10:00 offered=1101");
            first.commit();
        }
        assertThat(read(database)).containsExactly("Sales 09:45 offered=10", "Sales 10:00 offered=1101");
        database.run(List.of(
                "delete from calls where offered = 10",
                "update calls set happened = '2026-06-15 10:15:00' where offered = 1000"));
        assertThat(read(database)).containsExactly("Sales 10:00 offered=101", "Sales 10:15 offered=1000");
    }

    private List<String> read(TestSource.Database database) throws Exception {
        Path file = Files.writeString(
                directory.resolve("late.ini"),
                "[Late]\nQueueSQL=select name from queues\nQueueMappingSQL=select name, id"
                        + " from queues\nQueueNameColumn=queue\nCallDataTable=calls\nValueTypes=offered\n"
                        + "TimeStampColumn=happened\n");
        UniversalCalls calls = new UniversalCalls(
                UniversalCallFormat.of(IniFile.read(file).sections().get(0)));
        try (Connection connection = database.connect()) {
            return UniversalCasesTest.calls(
                    calls.read(connection, DAY, Set.of(QueuePath.of("Sales"))).table());
        }
    }
}
