package io.xlink.source.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xlink.config.IniSections;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files of activities in all the combinations that {@link EncodingsTest} holds files of calls to. */
class ActivityEncodingsTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final String SECTION = """
            [CSV]
            ActivityHeaderLines=2
            AgentColumn=1
            ActivityColumn=2
            ActivityStartTimeStampColumn=3
            ActivityDurationColumn=4
            ActivityColumnNames=Agent;Aktivität;Start;Länge
            MaxRejects=100
            """;
    private static final String CONTENT = """
            Bericht für 02.09.2019
            Agent;Start;Länge;Remark;Aktivität
            Jürgen;02.09.2019 08:00;3600;plain;Büro
            "Grün; Ute";02.09.2019 8 AM;0,5;"two
            lines and ""quotes"" too";1

            Jürgen;02.09.2019 10:00;x;Grüße;Büro
            Jürgen;02.09.2019 10:00;1:30;"a

            b";Büro
            Jürgen;31.02.2019 08:00;60;;Büro
            """;
    private static final List<String> EXPECTED = List.of(
            "Jürgen;Büro;2019-09-02T08:00;3600",
            "Grün; Ute;1;2019-09-02T08:00;1",
            "Jürgen;Büro;2019-09-02T10:00;90",
            "# header line 2: columns do not stand where ActivityColumnNames has them and are read where the header names"
                    + " them: \"Aktivität\" is column 5 instead of 2, \"Start\" is column 2 instead of 3, \"Länge\" is"
                    + " column 3 instead of 4",
            "# header line 2: ActivityColumnNames does not name column 4 \"Remark\"; not read",
            "! 7:3 not a number: \"x\"",
            "! 11:2 there is no such day: \"31.02.2019 08:00\"");

    @TempDir
    Path directory;

    private final ListedRejects rejects = new ListedRejects();

    @ParameterizedTest
    @MethodSource("io.xlink.source.csv.EncodingsTest#combinations")
    void contentIsTheSame(String charset, String mark, String declared, String found, String end) throws IOException {
        String ends = end.replace("LF", "\n").replace("CR", "\r");
        byte[] file = EncodingsTest.bytes(mark, CONTENT.replace("\n", ends), Charset.forName(charset));
        CsvActivityResult result = read(file, declared.isEmpty() ? "" : "Charset=" + declared);
        assertThat(lines(result)).isEqualTo(EXPECTED);
        assertThat(result.charset()).isEqualTo(Charset.forName(found));
    }

    @Test
    void markThatContradictsTheDeclarationRefusesTheFile() {
        byte[] file = EncodingsTest.bytes("EFBBBF", CONTENT, StandardCharsets.UTF_8);
        assertThatThrownBy(() -> read(file, "Charset=windows-1252"))
                .isInstanceOf(CsvRefusedException.class)
                .hasMessageContaining("activities.csv:1: the file begins with the byte order mark of UTF-8,"
                        + " which contradicts Charset=windows-1252");
    }

    /** What was rejected before the second reading is not rejected twice. */
    @Test
    void characterSetThatShowsLateIsFoundByReadingAgain() throws IOException {
        String rows = "x;1;02.09.2019 08:00;y\n".repeat(20_000);
        byte[] file = ("a\nb\n" + rows + "Jürgen;1;02.09.2019 08:00;60\n").getBytes(Charset.forName("windows-1252"));
        CsvActivityResult result = read(file, "");
        assertThat(rejects.restarts).isEqualTo(1);
        assertThat(result.rowsRejected()).isEqualTo(20_000);
        assertThat(rejects.rejects).hasSize(20_000);
        assertThat(lines(result)).startsWith("Jürgen;1;2019-09-02T08:00;60");
    }

    private CsvActivityResult read(byte[] content, String more) throws IOException {
        Path file = Files.write(directory.resolve("activities.csv"), content);
        return CsvActivityReader.read(
                file, CsvActivityFormat.of(IniSections.of(Path.of("test.ini"), SECTION + more)), ZONE, rejects);
    }

    private List<String> lines(CsvActivityResult result) {
        List<String> lines = new ArrayList<>();
        AgentActivities activities = result.activities();
        for (int row = 0; row < activities.size(); row++) {
            lines.add(activities.agent(row) + ";" + activities.activity(row) + ";"
                    + Instant.ofEpochSecond(activities.start(row)).atZone(ZONE).toLocalDateTime() + ";"
                    + activities.seconds(row));
        }
        result.notes().forEach(note -> lines.add("# " + note.text()));
        rejects.rejects.forEach(
                reject -> lines.add("! " + reject.line() + ":" + reject.column() + " " + reject.reason()));
        return lines;
    }
}
