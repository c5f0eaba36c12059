package io.xlink.acdmap;

import static org.assertj.core.api.Assertions.assertThat;

import io.xlink.model.CallTable;
import io.xlink.model.LocalDay;
import io.xlink.model.QueueImport;
import io.xlink.model.ValueColumn;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code WriteAlways=1}: intervals without data are delivered as 0 (specification, section 6). */
class ZerosTest {
    private static final LocalDay DAY = new LocalDay(LocalDate.parse("2024-01-02"), Tables.BERLIN);

    @TempDir
    Path dir;

    @Test
    void intervalsWithoutDataAreZeroWhenTheyAreOver() throws Exception {
        // 03:59 in Berlin: the interval from 03:00 is not over.
        List<QueueImport> imports = map(
                "2024-01-02T02:59:00Z",
                Tables.of("A", 60, "v").page("2024-01-02", "q").row(1, 5).table(),
                "S:1:2:3=A:q:v");
        assertThat(values(imports)).containsExactly(0L, 500L, 0L);
    }

    @Test
    void whatIsReportedOfAnIntervalThatIsNotOverIsDelivered() throws Exception {
        List<QueueImport> imports = map(
                "2024-01-01T22:00:00Z",
                Tables.of("A", 60, "v").page("2024-01-02", "q").row(3, 5).table(),
                "S:1:2:3=A:q:v");
        assertThat(values(imports)).containsExactly(500L);
    }

    @Test
    void aDayThatWasReadWithoutAnyRowIsZeroAsAWhole() throws Exception {
        CallTable nothing = new CallTable("A", 60, List.of("v"), List.of(), Set.of(DAY));
        List<QueueImport> imports = map("2024-01-04T00:00:00Z", nothing, "S:1:2:3=A:q:v", "S:1:2:4=A:other:v");
        assertThat(imports).hasSize(1);
        assertThat(imports.get(0).columns()).hasSize(2).allSatisfy(column -> {
            assertThat(column.size()).isEqualTo(24);
            assertThat(column.start(0)).isEqualTo(DAY.startEpochMinute());
        });
        assertThat(values(imports)).containsOnly(0L);
    }

    @Test
    void theDaysOnWhichClocksChangeHaveAsManyAsTheyHave() throws Exception {
        for (String[] day : new String[][] {{"2024-03-31", "23"}, {"2024-10-27", "25"}}) {
            CallTable nothing = new CallTable(
                    "A", 60, List.of("v"), List.of(), Set.of(new LocalDay(LocalDate.parse(day[0]), Tables.BERLIN)));
            assertThat(values(map("2025-01-01T00:00:00Z", nothing, "S:1:2:3=A:q:v")))
                    .hasSize(Integer.parseInt(day[1]));
        }
    }

    @Test
    void whatCouldNotBeComputedIsNotZero() throws Exception {
        Files.writeString(dir.resolve("$1.BAS"), "Sub Main()\nResult = 100 / Para1\nEnd Sub\n");
        CallTable table = Tables.of("A", 60, "v")
                .page("2024-01-02", "q")
                .row(0, 0)
                .row(1, 4)
                .table();
        List<QueueImport> imports = map("2024-01-02T03:00:00Z", table, "S:1:2:3=A:q:v", "S:1:2:3=$1.BAS");
        ValueColumn column = imports.get(0).columns().get(0);
        assertThat(column.start(0)).isEqualTo(DAY.startEpochMinute() + 60);
        assertThat(column.size()).isEqualTo(3);
    }

    @Test
    void whatAnotherSystemReportedIsNotZero() throws Exception {
        Files.write(dir.resolve("acd_map.ini"), List.of("S:1:2:3=A:q:v", "S:1:2:3=B:q:v"));
        AcdMap map = AcdMap.read(dir);
        CallDataMapper mapper =
                new CallDataMapper(map, ImportScripts.read(map), new SharedInMemory(), clock("2024-01-02T02:00:00Z"));
        mapper.map(Tables.of("A", 60, "v").page("2024-01-02", "q").row(0, 7).table());
        List<QueueImport> imports = mapper.map(Tables.of("B", 60, "v")
                        .page("2024-01-02", "q")
                        .row(1, 4)
                        .table())
                .imports();
        assertThat(values(imports)).containsExactly(400L, 0L);
        assertThat(imports.get(0).columns().get(0).start(0)).isEqualTo(DAY.startEpochMinute() + 60);
    }

    private List<QueueImport> map(String now, CallTable table, String... lines) throws Exception {
        Files.write(dir.resolve("acd_map.ini"), List.of(lines));
        AcdMap map = AcdMap.read(dir);
        return new CallDataMapper(map, ImportScripts.read(map), new SharedInMemory(), clock(now))
                .map(table)
                .imports();
    }

    private static Optional<Clock> clock(String now) {
        return Optional.of(Clock.fixed(Instant.parse(now), ZoneOffset.UTC));
    }

    private static List<Long> values(List<QueueImport> imports) {
        return imports.stream()
                .flatMap(one -> one.columns().stream())
                .flatMap(column -> IntStream.range(0, column.size()).mapToObj(column::value))
                .toList();
    }
}
