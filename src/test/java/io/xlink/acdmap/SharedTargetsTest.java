package io.xlink.acdmap;

import static org.assertj.core.api.Assertions.assertThat;

import io.xlink.model.CallTable;
import io.xlink.model.QueueImport;
import io.xlink.model.ValueColumn;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Targets with sources of several external systems, whose data arrive one after the other (specification, section 3). */
class SharedTargetsTest {
    @TempDir
    Path dir;

    @Test
    void whoeverReportsBringsTheTargetUpToDate() {
        CallDataMapper mapper = documented();

        assertThat(values(mapper.map(table("InvisionAcd1", 8, 10, 9, 20)))).containsExactly("08:00 1000", "09:00 2000");
        assertThat(values(mapper.map(table("InvisionAcd2", 9, 3, 10, 4)))).containsExactly("09:00 2300", "10:00 400");
        assertThat(values(mapper.map(table("InvisionAcd1", 9, 21, 10, 5)))).containsExactly("09:00 2400", "10:00 900");
    }

    @Test
    void theImportIsTheOneOfTheSystemThatReports() {
        CallDataMapper mapper = documented();
        mapper.map(table("InvisionAcd1", 8, 1));

        List<QueueImport> imports = mapper.map(table("InvisionAcd2", 8, 1)).imports();

        assertThat(imports)
                .singleElement()
                .extracting(QueueImport::externalSystem)
                .isEqualTo("InvisionAcd2");
    }

    @Test
    void oneSystemsQueuesMayComeInSeveralFiles() {
        CallDataMapper mapper = Tables.mapper(dir, "S:1:2:3=A:q1:Calls", "S:1:2:3=A:q2:Calls", "S:1:2:3=B:q:Calls");
        mapper.map(
                Tables.of("A", 60, "Calls").page("2024-01-02", "q1").row(8, 1).table());
        mapper.map(
                Tables.of("A", 60, "Calls").page("2024-01-02", "q2").row(8, 2).table());

        assertThat(values(mapper.map(Tables.of("B", 60, "Calls")
                        .page("2024-01-02", "q")
                        .row(8, 4)
                        .table())))
                .containsExactly("08:00 700");
    }

    @Test
    void intervalsOfDifferentLengthAreNotJoined() {
        CallDataMapper mapper = documented();
        mapper.map(table("InvisionAcd1", 8, 1));
        CallTable quarters = Tables.of("InvisionAcd2", 15, "Calls")
                .page("2024-01-02", "Service 1")
                .row(32, 1)
                .table();

        CallDataMapper.Result result = mapper.map(quarters);

        assertThat(result.imports()).isEmpty();
        assertThat(result.notes())
                .containsExactly(
                        "iWFM R4 Hamburg:1:1002:1003 on 2024-01-02: InvisionAcd1:Service 1:Calls has intervals"
                                + " of 60 minutes, InvisionAcd2 of 15; nothing is delivered for it. Give both the same Interval");
    }

    @Test
    void onlySystemsThatShareATargetTakeTurns() {
        CallDataMapper mapper = Tables.mapper(dir, "S:1:2:3=A:q:v", "S:1:2:3=B:q:v", "S:1:2:4=C:q:v");

        assertThat(mapper.shares("A")).isTrue();
        assertThat(mapper.shares("B")).isTrue();
        assertThat(mapper.shares("C")).isFalse();
        assertThat(mapper.shares("unknown")).isFalse();
    }

    private CallDataMapper documented() {
        return Tables.mapper(
                dir,
                "iWFM R4 Hamburg:1:1002:1003=InvisionAcd1:Service 1:Calls",
                "iWFM R4 Hamburg:1:1002:1003=InvisionAcd2:Service 1:Calls");
    }

    /** A table of whole hours: hour, value, hour, value. */
    private static CallTable table(String system, int... hoursAndValues) {
        Tables tables = Tables.of(system, 60, "Calls").page("2024-01-02", "Service 1");
        for (int i = 0; i < hoursAndValues.length; i += 2) {
            tables.row(hoursAndValues[i], hoursAndValues[i + 1]);
        }
        return tables.table();
    }

    private static List<String> values(CallDataMapper.Result result) {
        ValueColumn column = result.imports().get(0).columns().get(0);
        return IntStream.range(0, column.size())
                .mapToObj(i -> Instant.ofEpochSecond(column.start(i) * 60L)
                                .atZone(Tables.BERLIN)
                                .toLocalTime() + " " + column.value(i))
                .toList();
    }
}
