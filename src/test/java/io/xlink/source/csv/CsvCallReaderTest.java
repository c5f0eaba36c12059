package io.xlink.source.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xlink.config.IniSections;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What concerns a file as a whole: character sets, quotes, limits, counts. */
class CsvCallReaderTest {
    private static final String SECTION = """
            [CSV]
            HeaderLines=1
            GroupColumn=1
            DateColumn=2
            TimeColumn=3
            SeparatorCharacter=3
            ColumnNames=Queue;Date;Time;Calls
            MaxRejects=100
            """;
    private static final String HEADER = "Queue;Date;Time;Calls\n";
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @TempDir
    Path directory;

    private final ListedRejects rejects = new ListedRejects();

    @Test
    void fileThatIsNotUtf8IsReadAgainAsWindows1252() throws IOException {
        // The first reject is found before the first umlaut, far behind the decoder's buffer.
        String text = HEADER + "Q;02.09.2019;08:00;x\n" + "Q;02.09.2019;08:00;1\n".repeat(20_000)
                + "Kälte;02.09.2019;08:00;1\n";
        CsvCallResult result = read(text, Charset.forName("windows-1252"), "");
        assertThat(result.charset().name()).isEqualTo("windows-1252");
        assertThat(ResultText.of(result, rejects.rejects))
                .containsExactly(
                        "Q;Calls;2019-09-02T08:00;20000",
                        "Kälte;Calls;2019-09-02T08:00;1",
                        "! 2:4 not a number: \"x\"");
        assertThat(rejects.restarts).isEqualTo(1);
    }

    @Test
    void damageBehindAByteOrderMarkSpoilsItsRowOnly() throws IOException {
        byte[] text = (HEADER + "Q;02.09.2019;08:00;1\nQ;02.09.2019;08:00;?\n").getBytes(StandardCharsets.UTF_8);
        text[text.length - 2] = (byte) 0xFC;
        byte[] all = new byte[text.length + 3];
        System.arraycopy(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, 0, all, 0, 3);
        System.arraycopy(text, 0, all, 3, text.length);
        CsvCallResult result = read(Files.write(directory.resolve("calls.csv"), all), "");
        assertThat(result.charset()).isEqualTo(StandardCharsets.UTF_8);
        assertThat(ResultText.of(result, rejects.rejects))
                .containsExactly("Q;Calls;2019-09-02T08:00;1", "! 3:4 not a number: \"\uFFFD\"");
    }

    @Test
    void unclosedQuoteIsAnErrorThatNamesItsLine() {
        assertThatThrownBy(() -> read(HEADER + "Q;02.09.2019;08:00;1\nQ;\"02.09.2019;08:00;1\nQ;02.09.2019;08:00;1\n"))
                .isInstanceOf(CsvException.class)
                .hasMessageContaining("calls.csv:3 column 2: a quotation mark is never closed. Correct this line");
    }

    @Test
    void unclosedQuoteInTheLastFieldIsFound() {
        assertThatThrownBy(() -> read(HEADER + "Q;02.09.2019;08:00;\"1"))
                .isInstanceOf(CsvException.class)
                .hasMessageContaining("calls.csv:2 column 4");
    }

    @Test
    void unclosedQuoteOfALongFileEndsBeforeTheMemoryDoes() throws IOException {
        Path file = directory.resolve("long.csv");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(HEADER + "\"Q;02.09.2019;08:00;1\n");
            for (int i = 0; i < 500_000; i++) {
                out.write("Q;02.09.2019;08:00;1\n");
            }
        }
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThatThrownBy(() -> read(file, ""))
                        .isInstanceOfSatisfying(
                                CsvException.class, e -> assertThat(e.line()).isEqualTo(2))
                        .hasMessageContaining("long.csv:2"));
    }

    @Test
    void textBehindAClosingQuoteIsAnError() {
        assertThatThrownBy(() -> read(HEADER + "Q;02.09.2019;08:00;1\n\"Q\"x;02.09.2019;08:00;1\n"))
                .isInstanceOf(CsvException.class)
                .hasMessageContaining("calls.csv:3 column 1: the quotation marks of this row do not match");
    }

    @Test
    void tooManyColumnsAreAnError() {
        assertThatThrownBy(() -> read(HEADER + "Q;02.09.2019;08:00;1" + ";".repeat(5_000) + "\n"))
                .isInstanceOf(CsvException.class)
                .hasMessageContaining("calls.csv:2: a row has more than 4096 columns");
    }

    @Test
    void manyColumnsAndLongFieldsAreRead() throws IOException {
        CsvCallResult result = read(HEADER + "Q;02.09.2019;08:00;1" + ";x".repeat(4_000) + "\nQ;02.09.2019;08:00;1;"
                + "x".repeat(900_000) + "\nQ;02.09.2019;08:00;1\n");
        assertThat(ResultText.of(result, rejects.rejects)).containsExactly("Q;Calls;2019-09-02T08:00;3");
    }

    @Test
    void missingFileIsAnErrorWithARemedy() {
        assertThatThrownBy(() -> read(directory.resolve("none.csv"), ""))
                .isInstanceOf(CsvException.class)
                .hasMessageContaining("none.csv: the file cannot be read")
                .hasMessageContaining("Check that it exists");
    }

    @Test
    void loneCarriageReturnWithinQuotesLosesNothing() throws IOException {
        CsvCallResult result = read(HEADER + "Q;02.09.2019;08:00;1;\"x\ry\"\nQ;02.09.2019;08:00;2;\"x\r\"\n"
                + "Q;02.09.2019;08:00;4;\"x\r\"\r\nQ;02.09.2019;08:00;z\n");
        assertThat(ResultText.of(result, rejects.rejects))
                .containsExactly("Q;Calls;2019-09-02T08:00;7", "! 8:4 not a number: \"z\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void lineEndsAreFoundAcrossTheBordersOfBuffers(String end) throws IOException {
        for (int length = 65_500; length < 65_560; length++) {
            String text = "x".repeat(length) + end + "Q;02.09.2019;08:00;1" + end + "Q;02.09.2019;08:00;x" + end;
            rejects.rejects.clear();
            CsvCallResult result = read(text);
            assertThat(ResultText.of(result, rejects.rejects))
                    .containsExactly("Q;Calls;2019-09-02T08:00;1", "! 3:4 not a number: \"x\"");
        }
    }

    @Test
    void rejectKeepsTheRowAsItStands() throws IOException {
        read(HEADER + " Q ;\"02.09.2019\";\"a \"\"b\"\";\nc\"; x\nQ;;;\n");
        assertThat(rejects.rejects)
                .extracting(Reject::original)
                .containsExactly(" Q ;\"02.09.2019\";\"a \"\"b\"\";\nc\"; x", "Q;;;");
    }

    @Test
    void reasonQuotesTheBeginningOfALongField() throws IOException {
        read(HEADER + "Q;02.09.2019;08:00;" + "x".repeat(500_000) + "\n");
        assertThat(rejects.rejects.get(0).reason()).isEqualTo("not a number: \"" + "x".repeat(100) + "...\"");
    }

    @Test
    void rowsOfUnlistedQueuesAreCountedByQueue() throws IOException {
        CsvCallResult result = read(
                HEADER + "A;02.09.2019;08:00;1\nB;02.09.2019;08:00;1\nC;02.09.2019;08:00;1\nB;x;y;z\nA;x;08:00;1\n",
                StandardCharsets.UTF_8,
                "Groups=A");
        assertThat(result.rowsRead()).isEqualTo(5);
        assertThat(result.rowsImported()).isEqualTo(1);
        assertThat(result.rowsRejected()).isEqualTo(1);
        assertThat(result.rowsUnlisted()).isEqualTo(3);
        assertThat(result.unlisted()).containsExactly(Map.entry("B", 2L), Map.entry("C", 1L));
    }

    @Test
    void rejectsAreBoundedByKind() throws IOException {
        StringBuilder text = new StringBuilder(HEADER);
        text.append("B;02.09.2019;08:00;1\n".repeat(RejectSink.LIMIT + 7));
        text.append("A;02.09.2019;08:00;x\n".repeat(3));
        CsvCallResult result = read(text.toString(), StandardCharsets.UTF_8, "Groups=A");
        assertThat(result.rowsUnlisted()).isEqualTo(RejectSink.LIMIT + 7);
        assertThat(result.rowsRejected()).isEqualTo(3);
        assertThat(rejects.rejects).hasSize(RejectSink.LIMIT + 3);
        assertThat(rejects.omitted).containsExactly("UNLISTED 7");
    }

    @Test
    void manyDistinctUnlistedQueuesAreBounded() throws IOException {
        StringBuilder text = new StringBuilder(HEADER);
        for (int i = 0; i < 3_000; i++) {
            text.append("Call ").append(i).append(";02.09.2019;08:00;1\n");
        }
        CsvCallResult result = read(text.toString(), StandardCharsets.UTF_8, "Groups=A");
        assertThat(result.rowsUnlisted()).isEqualTo(3_000);
        assertThat(result.unlisted()).hasSize(1_000);
    }

    @Test
    void tooManyQueuesAreAnErrorThatNamesTheCause() {
        StringBuilder text = new StringBuilder(HEADER);
        for (int i = 0; i < 60_000; i++) {
            text.append("Call ").append(i).append(";02.09.2019;08:00;1\n");
        }
        assertThatThrownBy(() -> read(text.toString()))
                .isInstanceOf(CsvException.class)
                .hasMessageContaining("calls.csv:50002 column 1: the file holds more than 50000 different queues")
                .hasMessageContaining("Check GroupColumn");
    }

    @Test
    void emptyFileGivesATableWithoutPages() throws IOException {
        CsvCallResult result = read("");
        assertThat(result.table().pages()).isEmpty();
        assertThat(result.table().valueTypes()).containsExactly("Calls");
        assertThat(result.table().externalSystem()).isEqualTo("Test");
        assertThat(result.rowsRead()).isZero();
    }

    @Test
    void pagesComeByQueueAndDateAndNoneTwice() throws IOException {
        CsvCallResult result = read(HEADER + "B;03.09.2019;08:00;1\nA;02.09.2019;08:00;1\nB;02.09.2019;08:00;1\n"
                + "A;2.9.19;08:00;1\nB;2019-09-03;08:15;1\n");
        List<String> pages = result.table().pages().stream()
                .map(p -> p.queue() + " " + p.day().date())
                .toList();
        assertThat(pages).containsExactly("B 2019-09-02", "B 2019-09-03", "A 2019-09-02");
    }

    private CsvCallResult read(String text) throws IOException {
        return read(text, StandardCharsets.UTF_8, "");
    }

    private CsvCallResult read(String text, Charset charset, String more) throws IOException {
        return read(Files.write(directory.resolve("calls.csv"), text.getBytes(charset)), more);
    }

    private CsvCallResult read(Path file, String more) {
        CsvCallFormat format = CsvCallFormat.of(IniSections.of(Path.of("test.ini"), SECTION + more));
        return CsvCallReader.read(file, format, "Test", BERLIN, rejects);
    }
}
