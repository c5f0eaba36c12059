package io.xlink.importer;

import static org.assertj.core.api.Assertions.assertThat;

import io.xlink.acdmap.SharedColumn;
import io.xlink.acdmap.Source;
import io.xlink.model.QueuePath;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an external system reported is still known when another one reports, in this run of the importer or a later one. */
class SharedCallMemoryTest {
    private static final Instant NOW = Instant.parse("2024-01-03T00:00:00Z");
    private static final LocalDate DAY = LocalDate.parse("2024-01-02");
    private static final Source SOURCE = new Source("A", QueuePath.of("Größe", "q"), "v");
    private static final double NONE = Double.NaN;

    @TempDir
    Path data;

    @Test
    void outlivesTheProgram() throws Exception {
        remember(NOW, column(DAY, 60, 1, 2.5, NONE));

        assertThat(recall(DAY)).containsExactly(1, 2.5, NONE);
        assertThat(recall(DAY.plusDays(1))).isNull();
    }

    @Test
    void laterReportsReplaceOnlyTheIntervalsTheyHave() throws Exception {
        remember(NOW, column(DAY, 60, 1, 2, NONE));
        remember(NOW, column(DAY, 60, NONE, 0, 7));

        assertThat(recall(DAY)).containsExactly(1, 0, 7);
    }

    @Test
    void intervalsOfAnotherLengthReplaceTheWholeDay() throws Exception {
        remember(NOW, column(DAY, 60, 1, 2));
        remember(NOW, column(DAY, 30, NONE, 3, 4, NONE));

        assertThat(recall(DAY)).containsExactly(NONE, 3, 4, NONE);
    }

    @Test
    void whatNobodyReportedForMoreThanAYearIsForgotten() throws Exception {
        remember(NOW, column(DAY, 60, 1));
        remember(NOW.plusSeconds(401L * 86_400), column(DAY.plusDays(401), 60, 2));

        assertThat(recall(DAY)).isNull();
        assertThat(recall(DAY.plusDays(401))).containsExactly(2);
    }

    private static SharedColumn column(LocalDate day, int interval, double... values) {
        return new SharedColumn(SOURCE, day, interval, values);
    }

    private void remember(Instant now, SharedColumn column) throws Exception {
        try (SharedCallMemory memory = open(now)) {
            memory.remember(List.of(column));
        }
    }

    private double[] recall(LocalDate day) throws Exception {
        try (SharedCallMemory memory = open(NOW)) {
            return memory.recall(SOURCE, day).map(SharedColumn::values).orElse(null);
        }
    }

    private SharedCallMemory open(Instant now) {
        return new SharedCallMemory(data, Clock.fixed(now, ZoneOffset.UTC));
    }
}
