package io.xlink.acdmap;

import static org.assertj.core.api.Assertions.assertThat;

import io.xlink.config.Problem;
import io.xlink.model.CallTable;
import io.xlink.model.ValueColumn;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Targets with an import script (specification, section 3, import scripts). */
class ScriptedTargetsTest {
    private static final String RATIO = """
            Dim Result As Long
            Dim Para1 As Long
            Dim Para2 As Long
            Sub Main()
              If Para2 = 0 Then
                Result = 0
              Else
                Result = (Para1 / Para2) * 100
              End If
            End Sub
            """;

    @TempDir
    Path dir;

    @Test
    void parasAreTheSourcesInTheOrderOfTheLines() throws IOException {
        script("$1.BAS", RATIO);

        CallDataMapper mapper = Tables.mapper(dir, "S:0:1:2=$1.BAS", "S:0:1:2=A:q:handled", "S:0:1:2=A:q:offered");

        assertThat(mapper.warnings()).isEmpty();
        assertThat(values(mapper.map(table(0, 2, 3, 1, 5, 0, 2, 1.5, 2.5))))
                .containsExactly("00:00 66", "01:00 0", "02:00 60");
    }

    @Test
    void aSourceWithoutDataIsZero() throws IOException {
        script("$1.BAS", "Sub Main()\nResult = Para1 * 10 + Para2\nEnd Sub");
        CallTable table = Tables.of("A", 60, "v")
                .page("2024-01-02", "q1")
                .row(0, 7)
                .page("2024-01-02", "q2")
                .row(1, 8)
                .table();

        CallDataMapper mapper = Tables.mapper(dir, "S:0:1:2=A:q1:v", "S:0:1:2=A:q2:v", "S:0:1:2=$1.BAS");

        assertThat(values(mapper.map(table))).containsExactly("00:00 70", "01:00 8");
    }

    @Test
    void weekdayAndMinutesAreThoseOfTheLocalStart() throws IOException {
        script("$1.BAS", "Sub Main()\nResult = Weekday * 10000 + Minutes\nEnd Sub");
        Tables tables = Tables.of("A", 60, "v");
        // A Saturday, and the two Sundays on which clocks change; the hours count elapsed time.
        for (String day : List.of("2024-03-30", "2024-03-31", "2024-10-27")) {
            tables.page(day, "q").row(0, 1).row(1, 1).row(2, 1).row(3, 1);
        }

        CallDataMapper mapper = Tables.mapper(dir, "S:0:1:2=A:q:v", "S:0:1:2=$1.BAS");

        assertThat(mapper.map(tables.table()).imports())
                .extracting(i -> i.day() + " " + longs(i.columns().get(0)))
                .containsExactly(
                        "2024-03-30 [70000, 70060, 70120, 70180]",
                        "2024-03-31 [10000, 10060, 10180, 10240]",
                        "2024-10-27 [10000, 10060, 10120, 10120]");
    }

    @Test
    void anIntervalThatFailsIsCountedAndNamedAndTheRestGoesOn() throws IOException {
        script("$1.BAS", "Sub Main()\n  Result = Para1 / Para2\nEnd Sub");

        CallDataMapper mapper = Tables.mapper(
                dir, "S:0:1:2=A:q:handled", "S:0:1:2=A:q:offered", "S:0:1:2=$1.BAS", "S:0:1:3=A:q:offered");
        CallDataMapper.Result result = mapper.map(table(0, 2, 1, 1, 5, 0, 2, 6, 2));

        assertThat(values(result)).containsExactly("00:00 2", "02:00 3");
        assertThat(result.imports().get(0).columns()).hasSize(2);
        assertThat(result.failedIntervals()).isEqualTo(1);
        assertThat(result.failures())
                .singleElement()
                .asString()
                .startsWith("S:0:1:2 at 2024-01-02T00:00:00Z: $1.BAS:2:18: division by zero");
        assertThat(result.failures().get(0)).endsWith("(Result = Para1 / Para2); the interval is left out");
    }

    @Test
    void dialogsAreNotedOnceWithTheirNumber() throws IOException {
        script("$1.BAS", "Sub Main()\nMsgBox \"no calls\"\nIf Para1 = 3 Then MsgBox \"three\"\nEnd Sub");

        CallDataMapper mapper = Tables.mapper(dir, "S:0:1:2=A:q:handled", "S:0:1:2=$1.BAS", "S:0:1:3=A:q:offered");

        assertThat(mapper.map(table(0, 1, 1, 1, 2, 1, 2, 3, 1)).notes())
                .containsExactly("$1.BAS says: no calls (3 times)", "$1.BAS says: three");
    }

    @Test
    void scriptsComputeTargetsOfSeveralSystemsToo() throws IOException {
        script("$1.BAS", RATIO);
        CallDataMapper mapper = Tables.mapper(dir, "S:0:1:2=A:q:v", "S:0:1:2=B:q:v", "S:0:1:2=$1.BAS");

        assertThat(values(mapper.map(Tables.of("A", 60, "v")
                        .page("2024-01-02", "q")
                        .row(8, 1)
                        .table())))
                .containsExactly("08:00 0");
        assertThat(values(mapper.map(Tables.of("B", 60, "v")
                        .page("2024-01-02", "q")
                        .row(8, 4)
                        .table())))
                .containsExactly("08:00 25");
    }

    @Test
    void aScriptIsFoundInAnyCaseAndEncoding() throws IOException {
        Files.write(
                dir.resolve("$1.bas"),
                "' größer\r\nSub Main()\r\nResult = 7\r\nEnd Sub\r\n".getBytes(Charset.forName("windows-1252")));

        CallDataMapper mapper = Tables.mapper(dir, "S:0:1:2=A:q:handled", "S:0:1:2=$1.BAS");

        assertThat(values(mapper.map(table(0, 1, 1)))).containsExactly("00:00 7");
    }

    @Test
    void severalTargetsMayShareAScript() throws IOException {
        script("$1.BAS", RATIO);

        CallDataMapper mapper = Tables.mapper(
                dir,
                "S:0:1:2=A:q:handled",
                "S:0:1:2=A:q:offered",
                "S:0:1:2=$1.BAS",
                "S:0:1:3=A:q:offered",
                "S:0:1:3=A:q:handled",
                "S:0:1:3=$1.bas");

        assertThat(mapper.map(table(0, 1, 2)).imports().get(0).columns())
                .extracting(c -> c.value(0))
                .containsExactly(50L, 200L);
    }

    @Test
    void whatCannotBeComputedIsLeftOutAndNamed() throws IOException {
        script("$2.BAS", "Sub Main()\nResult = Para3\nEnd Sub");
        script("$3.BAS", "Sub Main()\nIf Para1 = Then\nEnd Sub");
        Files.writeString(
                dir.resolve("acd_map.ini"),
                String.join(
                        "\n",
                        "S:0:1:1=A:q:v",
                        "S:0:1:1=$1.BAS",
                        "S:0:1:2=A:q:v",
                        "S:0:1:2=$2.BAS",
                        "S:0:1:3=A:q:v",
                        "S:0:1:3=$3.BAS",
                        "S:0:1:4=..\\$4.BAS",
                        "S:0:1:4=A:q:v"));
        AcdMap map = AcdMap.read(dir);

        ImportScripts scripts = ImportScripts.read(map);

        assertThat(scripts.problems())
                .extracting(p -> dir.relativize(p.file()) + ":" + p.line() + " " + p.severity())
                .startsWith("acd_map.ini:2 ERROR", "$3.BAS:2 ERROR")
                .endsWith("acd_map.ini:7 ERROR");
        assertThat(scripts.problems().get(1).excerpt()).startsWith("If Para1 = Then" + System.lineSeparator());
        assertThat(new CallDataMapper(map, scripts, new SharedInMemory()).warnings())
                .extracting(Problem::what)
                .containsExactly(
                        "S:0:1:1 is computed by $1.BAS, which cannot be used; nothing is delivered for it",
                        "S:0:1:2 has 1 source, but $2.BAS reads Para3; nothing is delivered for it",
                        "S:0:1:3 is computed by $3.BAS, which cannot be used; nothing is delivered for it",
                        "S:0:1:4 is computed by ..\\$4.BAS, which cannot be used; nothing is delivered for it");
    }

    private void script(String name, String text) throws IOException {
        Files.writeString(dir.resolve(name), text);
    }

    /** A table of whole hours of A's queue q: hour, handled, offered, and so on. */
    private static CallTable table(double... hoursAndValues) {
        Tables tables = Tables.of("A", 60, "handled", "offered").page("2024-01-02", "q");
        for (int i = 0; i < hoursAndValues.length; i += 3) {
            tables.row((int) hoursAndValues[i], hoursAndValues[i + 1], hoursAndValues[i + 2]);
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

    private static List<Long> longs(ValueColumn column) {
        return IntStream.range(0, column.size()).mapToObj(column::value).toList();
    }
}
