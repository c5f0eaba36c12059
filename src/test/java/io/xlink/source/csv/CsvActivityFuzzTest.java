package io.xlink.source.csv;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.xlink.FuzzAllowance;
import io.xlink.config.IniSections;
import io.xlink.model.ActivityColumn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

/** Any file as a file of activities, under configurations of every kind; docs/testing.md tells how to run these. */
class CsvActivityFuzzTest {
    private static final FuzzAllowance ALLOWANCE = new FuzzAllowance(64L << 20, 10);
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final long EARLIEST = Instant.parse("1969-12-30T00:00:00Z").getEpochSecond();
    private static final long LATEST = Instant.parse("2100-01-03T00:00:00Z").getEpochSecond();
    private static final List<CsvActivityFormat> FORMATS = Stream.of("""
                    ActivityStartTimeStampColumn=3
                    ActivityEndTimeStampColumn=4
                    ActivityHeaderLines=1
                    ActivityColumnNames=Agent;Activity;Start;End
                    """, """
                    ActivityStartDateColumn=3
                    ActivityStartTimeColumn=4
                    ActivityEndTimeColumn=5
                    ActivityIdentifiers=1;2
                    ActivitySeparatorCharacter=3
                    ActivityDateOrder=mdy
                    MaxRejects=100
                    """, """
                    ActivityStartTimeStampColumn=3
                    ActivityDurationColumn=4
                    ActivitySeparatorCharacter=2
                    ActivityHeaderLines=2
                    ActivityColumnNames=Agent;;Start;Seconds
                    Charset=UTF-16
                    MaxRejects=50
                    """, """
                    ActivityStartTimeStampColumn=3;4
                    ActivityStartTimeStampFormat=dd/mm/yyyy;HH:MM:SS tt Z
                    ActivityTimeSpanType=2
                    LogOffActivities=out
                    MaxRejects=100
                    Charset=UTF-8
                    """)
            .map(keys -> CsvActivityFormat.of(
                    IniSections.of(Path.of("test.ini"), "[CSV]\nAgentColumn=1\nActivityColumn=2\n" + keys)))
            .toList();
    private static final String[] PIECES = {
        ";",
        ",",
        "\t",
        "\"",
        "\n",
        "\r\n",
        "\r",
        " ",
        "Agent",
        "Activity",
        "Start",
        "End",
        "Seconds",
        "7",
        "1",
        "out",
        "02.09.2019",
        "02/13/2019",
        "29/03/2020",
        "27/10/2019",
        "20190902",
        " 02:30",
        "T24:00Z",
        "08:00:00",
        "8 AM",
        "+02:00",
        "3600",
        "1,5",
        "mm:ss",
        "ü",
        "\uFEFF",
        "\uFFFD"
    };

    @TempDir
    static Path dir;

    @FuzzTest(maxDuration = "10m")
    void bytes(byte[] bytes) {
        ALLOWANCE.within(() -> take(bytes));
    }

    /** What means something in such a file, in any order. */
    @FuzzTest(maxDuration = "10m")
    void rows(FuzzedDataProvider data) {
        StringBuilder text = new StringBuilder();
        while (data.remainingBytes() > 0 && text.length() < 4_000) {
            text.append(data.consumeInt(0, 7) > 0 ? data.pickValue(PIECES) : data.consumeString(6));
        }
        ALLOWANCE.within(() -> take(text.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private static void take(byte[] bytes) {
        Path file = dir.resolve("activities.csv");
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (CsvActivityFormat format : FORMATS) {
            ListedRejects rejects = new ListedRejects();
            try {
                check(CsvActivityReader.read(file, format, ZONE, rejects), format, rejects);
            } catch (CsvRefusedException e) {
                assertThat(e).hasMessageStartingWith(file.toString()).hasMessageMatching("(?s).*\\. [A-Z].*");
            }
        }
    }

    private static void check(CsvActivityResult result, CsvActivityFormat format, ListedRejects rejects) {
        long used = result.rowsImported() + result.rowsLeftOut();
        assertThat(used + result.rowsRejected() + result.rowsUnlisted()).isEqualTo(result.rowsRead());
        assertThat(rejects.omitted).isEmpty();
        assertThat((long) rejects.rejects.size()).isEqualTo(result.rowsRejected() + result.rowsUnlisted());
        assertThat(result.rowsRejected() * 100).isLessThanOrEqualTo(format.maxRejects() * result.rowsRead());
        AgentActivities activities = result.activities();
        boolean startOnly = format.type() == ActivitySpan.START_ONLY;
        assertThat((long) activities.size()).isEqualTo(startOnly ? used + result.rowsUnlisted() : used);
        for (int row = 0; row < activities.size(); row++) {
            assertThat(activities.agent(row)).isNotBlank().doesNotContain("\uFFFD");
            assertThat(activities.activity(row)).isNotBlank().doesNotContain("\uFFFD");
            assertThat(activities.start(row)).isBetween(EARLIEST, LATEST);
            assertThat(activities.seconds(row)).isBetween(0, startOnly ? 0 : ActivityColumn.LONGEST);
        }
    }
}
