package io.xlink.source.csv;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.xlink.FuzzAllowance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import org.junit.jupiter.api.io.TempDir;

/** Any file of calls: it is read or refused, and in each way alike; docs/testing.md tells how to run these. */
class ReadPlansFuzzTest {
    private static final FuzzAllowance ALLOWANCE = new FuzzAllowance(64L << 20, 10);
    private static final String SECTION = """
            [Test]
            GroupColumn=1
            DateColumn=2
            TimeColumn=3
            AHTColumn=6
            AHTWeightColumn=Handled
            ColumnNames=Queue;Date;Time;Offered;Handled;AHT
            """;
    private static final String STAMPS = """
            [Test]
            HeaderLines=1
            GroupColumn=1
            SubGroupColumn=2
            TimeStampColumn=4
            SeparatorCharacter=3
            ColumnNames=Queue;Sub;;When;Offered
            Groups=A;B
            TimeZone=America/New_York
            """;
    private static final String[] PIECES = {
        "A",
        "Queue_1",
        "Wärme",
        "01.09.2019",
        "27.10.2019",
        "2019-09-01",
        "08:00",
        "02:30",
        "08:15:59",
        "24:00",
        "8:00 AM",
        "2019-11-03 01:30",
        "2019-11-03T01:30:00",
        "0",
        "7",
        "2.5",
        "999999999",
        "-1",
        "1:30",
        ";",
        ";",
        ";",
        ";",
        ",",
        "\t",
        "\n",
        "\n",
        "\r\n",
        "\r",
        "\"",
        "\"",
        "\"\"",
        "\";\"",
        "\"\n\"",
        "\"\r\n\"",
        " ",
        "\uFEFF",
        "\0"
    };

    @TempDir
    static Path directory;

    @FuzzTest(maxDuration = "10m")
    void bytes(byte[] bytes) {
        ALLOWANCE.within(() -> check(bytes));
    }

    /** What means something in such a file, in any order. */
    @FuzzTest(maxDuration = "10m")
    void rows(FuzzedDataProvider data) {
        StringBuilder text = new StringBuilder();
        while (data.remainingBytes() > 0 && text.length() < 2_000) {
            text.append(data.consumeInt(0, 5) > 0 ? data.pickValue(PIECES) : data.consumeString(6));
        }
        ALLOWANCE.within(() -> check(text.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private static void check(byte[] bytes) {
        try {
            Path file = Files.write(directory.resolve("calls.csv"), bytes);
            for (String section : new String[] {SECTION, STAMPS}) {
                ZoneId zone = ZoneId.of("Europe/Berlin");
                PlanOutcome general = PlanOutcome.of(file, section, zone, new ReadPlan(false, 1, 1, 1));
                for (int pieces = 1; pieces <= 5; pieces++) {
                    assertThat(PlanOutcome.of(
                                            file,
                                            section,
                                            zone,
                                            new ReadPlan(pieces < 4, pieces % 3 + 1, 16, 64 * pieces))
                                    .text())
                            .as("%d pieces, %s", pieces, section)
                            .isEqualTo(general.text());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
