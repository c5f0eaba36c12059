package io.xlink.source.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.xlink.config.IniFile;
import io.xlink.model.CallPage;
import io.xlink.model.LocalDay;
import io.xlink.model.QueuePath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Times with a zone are moments, whatever zone the session has; also on the day on which clocks are set back. */
class MomentsTest {
    private static final LocalDay DAY = new LocalDay(LocalDate.parse("2026-10-25"), ZoneId.of("Europe/Berlin"));

    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "H2", "POSTGRESQL_BY_ODBC"})
    void eachHourOfTheLongDayCountsForItself(TestSource source) throws Exception {
        TestSource.Database database = source.open();
        database.run(List.of(
                "create table queues (id integer, name varchar(20))",
                "insert into queues values (1, 'Sales')",
                "create table calls (queue integer, happened timestamp with time zone, offered integer)",
                "insert into calls values (1, '2026-10-24 21:59:59+00', 1000)",
                "insert into calls values (1, '2026-10-24 22:00:00+00', 1)",
                "insert into calls values (1, '2026-10-25 02:30:00+02', 2)",
                "insert into calls values (1, '2026-10-25 02:30:00+01', 4)",
                "insert into calls values (1, '2026-10-25 22:59:59+00', 8)",
                "insert into calls values (1, '2026-10-25 23:00:00+00', 2000)"));
        for (int pushDown = 0; pushDown < 2; pushDown++) {
            Path file = Files.writeString(
                    directory.resolve("moments.ini"),
                    "[Moments]\nQueueSQL=select name from queues\nQueueMappingSQL=select name, id from queues\n"
                            + "QueueNameColumn=queue\nCallDataTable=calls\nValueTypes=offered\nTimeStampColumn=happened\n"
                            + "Interval=60\nPushDown=" + pushDown + "\n");
            UniversalCalls calls = new UniversalCalls(
                    UniversalCallFormat.of(IniFile.read(file).sections().get(0)));
            try (Connection connection = database.connect()) {
                // Intervals are counted from the day's start: the 4th is the second 02:00.
                CallPage page = calls.read(connection, DAY, Set.of(QueuePath.of("Sales")))
                        .table()
                        .pages()
                        .get(0);
                List<String> found = new ArrayList<>();
                for (int i = page.next(0); i >= 0; i = page.next(i + 1)) {
                    found.add(i + ": " + (int) page.value(0, i));
                }
                assertThat(found).as("push-down %d", pushDown).containsExactly("0: 1", "2: 2", "3: 4", "24: 8");
            }
        }
    }
}
