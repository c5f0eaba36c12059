package io.xlink.acdmap;

import static org.assertj.core.api.Assertions.assertThat;

import io.xlink.acdmap.CallDataMapper.Result;
import io.xlink.model.CallTable;
import io.xlink.model.QueueImport;
import io.xlink.model.Target;
import io.xlink.model.ValueColumn;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What mappings make of call data (specification, section 3). */
class CallDataMapperTest {
    @TempDir
    Path dir;

    @Test
    void mapsTheDocumentedExample() {
        CallTable table = Tables.of("CSV-Import", 15, "CallsOffered", "CallsHandled", "AHT")
                .page("2014-12-23", "UHD_DE_IN")
                .row(32, 1, 0, 0)
                .row(33, 1, 1, 180)
                .page("2014-12-23", "UHD_EN_IN")
                .row(34, 1, 1, 150)
                .row(35, 1, 1, 160)
                .table();

        Result result = Tables.mapper(
                        dir,
                        "WFM:1:1002:1=CSV-Import:UHD_DE_IN:CallsOffered",
                        "WFM:1:1002:2=CSV-Import:UHD_DE_IN:CallsHandled",
                        "WFM:1:1003:3=CSV-Import:UHD_EN_IN:AHT")
                .map(table);

        QueueImport only = only(result);
        assertThat(only.server()).isEqualTo("WFM");
        assertThat(only.externalSystem()).isEqualTo("CSV-Import");
        assertThat(only.day()).isEqualTo(LocalDate.parse("2014-12-23"));
        assertThat(only.columns())
                .containsExactly(
                        column(1, 1002, 1, 15, "2014-12-23T07:00:00Z", 100, 100),
                        column(1, 1002, 2, 15, "2014-12-23T07:00:00Z", 0, 100),
                        column(1, 1003, 3, 15, "2014-12-23T07:30:00Z", 15000, 16000));
        assertThat(result.notes()).isEmpty();
        assertThat(result.failedIntervals()).isZero();
    }

    @Test
    void anIntervalIsDeliveredWhenOneSourceHasDataInIt() {
        CallTable table = Tables.of("A", 30, "v", "w")
                .page("2024-01-02", "q1")
                .row(2, 5, 1)
                .row(4, 7, 1)
                .page("2024-01-02", "q2")
                .row(3, 11, 1)
                .row(4, 13, 1)
                .table();

        Result result = Tables.mapper(dir, "S:0:1:2=A:q1:v", "S:0:1:2=A:q2:v", "S:0:1:2=A:gone:v")
                .map(table);

        assertThat(only(result).columns())
                .containsExactly(column(0, 1, 2, 30, "2024-01-02T00:00:00Z", 500, 1100, 2000));
        assertThat(result.notes())
                .containsExactly(
                        "A reported nothing about mapped queues (1): gone", "not mapped: value types of A (1): w");
    }

    @Test
    void oneImportForEachDayAndServerDaysAscending() {
        CallTable table = Tables.of("A", 60, "v")
                .page("2024-01-03", "q")
                .row(0, 1)
                .page("2024-01-02", "q")
                .row(0, 2)
                .page("2024-01-02", "other")
                .row(0, 3)
                .table();

        Result result = Tables.mapper(dir, "S:0:1:2=A:q:v", "T:0:1:2=A:q:v", "U:0:1:2=A:other:v")
                .map(table);

        assertThat(result.imports())
                .extracting(i -> i.day() + " " + i.server())
                .containsExactly("2024-01-02 S", "2024-01-02 T", "2024-01-02 U", "2024-01-03 S", "2024-01-03 T");
        assertThat(result.imports()).extracting(QueueImport::id).doesNotHaveDuplicates();
    }

    @Test
    void decimalsAreTruncatedWithoutBinaryNoise() {
        assertThat(DefaultScript.result(0.29)).isEqualTo(29);
        assertThat(DefaultScript.result(1.005)).isEqualTo(100);
        assertThat(DefaultScript.result(0.1 + 0.2)).isEqualTo(30);
        assertThat(DefaultScript.result(2.999)).isEqualTo(299);
        assertThat(DefaultScript.result(-2.999)).isEqualTo(-299);
        assertThat(DefaultScript.result(0.999999999)).isEqualTo(100);
        assertThat(DefaultScript.result(0.99999)).isEqualTo(99);
    }

    @Test
    void whatDoesNotFitIsAFailedIntervalAndTheRestGoesOn() {
        CallTable table = Tables.of("A", 60, "v")
                .page("2024-01-02", "q")
                .row(0, 1e17)
                .row(1, -1e17)
                .row(2, Double.NaN)
                .row(3, Double.POSITIVE_INFINITY)
                .row(4, 9e16)
                .table();

        Result result = Tables.mapper(dir, "S:0:1:2=A:q:v").map(table);

        assertThat(only(result).columns())
                .containsExactly(column(0, 1, 2, 60, "2024-01-02T03:00:00Z", 9_000_000_000_000_000_000L));
        assertThat(result.failedIntervals()).isEqualTo(4);
        assertThat(result.failures())
                .hasSize(4)
                .first()
                .isEqualTo("S:0:1:2 at 2024-01-01T23:00:00Z: the result 1.0E19 does not fit into a whole number;"
                        + " the interval is left out");
    }

    @Test
    void manyFailuresAreCountedNotListed() {
        Tables tables = Tables.of("A", 15, "v").page("2024-01-02", "q");
        IntStream.range(0, 50).forEach(i -> tables.row(i, Double.NaN));

        Result result = Tables.mapper(dir, "S:0:1:2=A:q:v").map(tables.table());

        assertThat(result.imports()).isEmpty();
        assertThat(result.failedIntervals()).isEqualTo(50);
        assertThat(result.failures()).hasSize(21).last().isEqualTo("and 30 intervals more");
    }

    @Test
    void daysOnWhichClocksChangeKeepElapsedTime() {
        CallTable table = Tables.of("A", 60, "v")
                .page("2024-03-31", "q")
                .row(1, 1)
                .row(2, 2)
                .row(22, 3)
                .page("2024-10-27", "q")
                .row(2, 4)
                .row(3, 5)
                .row(24, 6)
                .table();

        List<QueueImport> imports =
                Tables.mapper(dir, "S:0:1:2=A:q:v").map(table).imports();

        assertThat(starts(imports.get(0)))
                .containsExactly("2024-03-31T00:00:00Z", "2024-03-31T01:00:00Z", "2024-03-31T21:00:00Z");
        assertThat(starts(imports.get(1)))
                .containsExactly("2024-10-27T00:00:00Z", "2024-10-27T01:00:00Z", "2024-10-27T22:00:00Z");
    }

    @Test
    void targetsThatWouldComeOutWrongAreLeftOutAndNamedOnce() {
        CallDataMapper mapper = Tables.mapper(
                dir, "S:0:1:1=A:q:v", "S:0:1:2=A:q:v", "S:0:1:2=$1.BAS", "S:0:1:4=A:q:v", "S:7:1:4=A:q:v");
        CallTable table =
                Tables.of("A", 60, "v").page("2024-01-02", "q").row(0, 1).table();

        Result result = mapper.map(table);

        assertThat(only(result).columns()).extracting(ValueColumn::valueType).containsExactly(1);
        assertThat(result.notes()).isEmpty();
        String file = dir.resolve("acd_map.ini").toString();
        assertThat(mapper.warnings())
                .map(Object::toString)
                .satisfiesExactly(
                        w -> assertThat(w).startsWith(file + ":2:1: S:0:1:2 is computed by $1.BAS"),
                        w -> assertThat(w)
                                .startsWith(file + ":4:1: S:0:1:4 is mapped under another parent queue too, in line 5"),
                        w -> assertThat(w)
                                .startsWith(
                                        file + ":5:1: S:7:1:4 is mapped under another parent queue too, in line 4"));
    }

    @Test
    void aTargetWhoseValueTypeTheTableLacksIsLeftOut() {
        CallTable table =
                Tables.of("A", 60, "v").page("2024-01-02", "q").row(0, 1).table();

        Result result = Tables.mapper(dir, "S:0:1:1=A:q:v", "S:0:1:2=A:q:v", "S:0:1:2=A:q:V")
                .map(table);

        assertThat(only(result).columns()).extracting(ValueColumn::valueType).containsExactly(1);
        assertThat(result.notes()).containsExactly("A has no value types V; nothing is delivered for S:0:1:2");
    }

    @Test
    void notesStayReadableHoweverManyNames() {
        Tables tables = Tables.of("A", 60, "v", "w");
        IntStream.range(0, 1000).forEach(i -> tables.page("2024-01-02", "x" + i).row(0, 1));
        tables.page("2024-01-02", "q").row(0, 1);

        assertThat(Tables.mapper(dir, "S:0:1:1=A:q:v").map(tables.table()).notes())
                .containsExactly(
                        "not mapped: queues of A (1000): x0, x1, x2, x3, x4 and 995 more",
                        "not mapped: value types of A (1): w");
    }

    @Test
    void anUnmappedSystemIsANote() {
        CallTable table =
                Tables.of("a", 60, "v").page("2024-01-02", "q").row(0, 1).table();

        Result result = Tables.mapper(dir, "S:0:1:1=A:q:v").map(table);

        assertThat(result.imports()).isEmpty();
        assertThat(result.notes())
                .containsExactly("no line of " + dir.resolve("acd_map.ini") + " maps external system \"a\", only A");
    }

    @Test
    void targetsAreThoseOfTheReportedQueues() {
        CallDataMapper mapper = Tables.mapper(
                dir,
                "S:0:1:1=A:q:v",
                "S:0:1:1=A:r:v",
                "T:0:1:1=A:q:v",
                "T:0:2:1=A:r:v",
                "S:0:3:1=B:q:v",
                "S:0:4:1=A:left:v",
                "S:0:4:1=$1.BAS");
        CallTable q = Tables.of("A", 60, "v")
                .page("2024-01-02", "q")
                .page("2024-01-03", "q")
                .page("2024-01-03", "unmapped")
                .table();
        CallTable left = Tables.of("A", 60, "v").page("2024-01-02", "left").table();

        assertThat(mapper.targets(q)).containsExactlyInAnyOrder(new Target("S", 0, 1, 1), new Target("T", 0, 1, 1));
        assertThat(mapper.targets(left)).isEmpty();
        assertThat(mapper.targets(
                        Tables.of("C", 60, "v").page("2024-01-02", "q").table()))
                .isEmpty();
    }

    private static QueueImport only(Result result) {
        assertThat(result.imports()).hasSize(1);
        return result.imports().get(0);
    }

    private static List<String> starts(QueueImport queueImport) {
        ValueColumn column = queueImport.columns().get(0);
        return IntStream.range(0, column.size())
                .mapToObj(i -> Instant.ofEpochSecond(column.start(i) * 60L).toString())
                .toList();
    }

    /** A column whose intervals follow one another. */
    private static ValueColumn column(
            int parent, int queue, int valueType, int minutes, String firstStart, long... values) {
        int first = Math.toIntExact(Instant.parse(firstStart).getEpochSecond() / 60);
        int[] starts =
                IntStream.range(0, values.length).map(i -> first + i * minutes).toArray();
        return new ValueColumn(parent, queue, valueType, minutes, starts, values);
    }
}
