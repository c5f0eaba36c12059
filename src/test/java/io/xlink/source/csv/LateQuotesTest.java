package io.xlink.source.csv;

import static org.assertj.core.api.Assertions.assertThat;

import io.xlink.config.IniSections;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Quotation marks of which a look at the file's beginning shows nothing. */
class LateQuotesTest {
    private static final String SECTION = """
            [Test]
            GroupColumn=1
            DateColumn=2
            TimeColumn=3
            SeparatorCharacter=3
            ColumnNames=Queue;Date;Time;Calls
            """;
    private static final String ROW = "A;02.09.2019;08:00;1\n";
    /** More rows than one look takes. */
    private static final int MANY = 4_000;

    private static final int FEW = 1_000;

    @TempDir
    Path directory;

    private final ListedRejects rejects = new ListedRejects();

    /** None of the cuts is in their quotes. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void aFewQuotedRowsAreReadWithTheOthers(int pieces) throws IOException {
        CsvCallResult result = read(
                ROW.repeat(MANY)
                        + "\"A\";\"02.09.2019\";\"08:00\";\"2\"\n\"B; \"\"1\"\"\";02.09.2019;08:15;3;\"two\nlines\"\n"
                        + ROW.repeat(FEW)
                        + "\"A\";02.09.2019;08:00;x\n",
                pieces);
        assertThat(ResultText.of(result.table()))
                .containsExactly("A;Calls;2019-09-02T08:00;" + (MANY + FEW + 2), "B; \"1\";Calls;2019-09-02T08:15;3");
        assertThat(rejects.rejects).singleElement().extracting(Reject::line).isEqualTo(MANY + FEW + 4L);
        assertThat(rejects.restarts).as("readings more than one").isZero();
    }

    /** The first of two cuts is in quotes and the second is not, so that the last piece cannot tell. */
    @Test
    void aCutWithinQuotesIsFound() throws IOException {
        String quoted = "\"A\";02.09.2019;08:00;5;\"\n" + ROW.repeat(MANY) + "\"\n";
        CsvCallResult result = read(ROW.repeat(MANY) + quoted + ROW.repeat(2 * MANY), 3);
        assertThat(ResultText.of(result.table())).containsExactly("A;Calls;2019-09-02T08:00;" + (3 * MANY + 5));
        assertThat(rejects.rejects).isEmpty();
        assertThat(rejects.restarts).as("readings more than one").isEqualTo(1);
    }

    private CsvCallResult read(String text, int pieces) throws IOException {
        Path file = Files.writeString(directory.resolve("calls.csv"), text);
        CsvCallFormat format = CsvCallFormat.of(IniSections.of(Path.of("test.ini"), SECTION));
        ReadPlan plan = new ReadPlan(true, pieces, 1, 1 << 14);
        return CsvCallReader.read(file, format, "Test", ZoneId.of("Europe/Berlin"), rejects, plan);
    }
}
