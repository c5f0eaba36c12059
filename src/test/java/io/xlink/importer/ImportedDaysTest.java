package io.xlink.importer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportedDaysTest {
    private static final LocalDate DAY = LocalDate.parse("2026-11-20");
    private static final Instant NOW = Instant.parse("2026-11-26T09:00:00Z");

    @TempDir
    private Path data;

    @Test
    void remembersDaysOfEachSourceAcrossARestart() throws Exception {
        try (ImportedDays days = new ImportedDays(data)) {
            days.of("acd").imported(DAY, NOW);
            days.of("acd").imported(DAY.plusDays(1), NOW);
            days.of("other").imported(DAY.plusDays(2), NOW);
        }
        try (ImportedDays days = new ImportedDays(data)) {
            assertThat(days.of("acd").since(DAY)).isEqualTo(Map.of(DAY, NOW, DAY.plusDays(1), NOW));
        }
    }

    @Test
    void theLastDayBeforeTheFirstOneCountsToo() throws Exception {
        try (ImportedDays days = new ImportedDays(data)) {
            days.of("acd").imported(DAY.minusDays(100), NOW);
            days.of("acd").imported(DAY.minusDays(90), NOW);
            assertThat(days.of("acd").since(DAY)).containsOnlyKeys(DAY.minusDays(90));
            assertThat(days.of("acd").since(DAY.minusDays(200))).hasSize(2);
        }
    }

    @Test
    void aDayThatIsImportedAgainWasReadThen() throws Exception {
        try (ImportedDays days = new ImportedDays(data)) {
            days.of("acd").imported(DAY, NOW);
            days.of("acd").imported(DAY, NOW.plusSeconds(900));
            assertThat(days.of("acd").since(DAY)).isEqualTo(Map.of(DAY, NOW.plusSeconds(900)));
        }
    }

    @Test
    void oldDaysAreForgotten() throws Exception {
        try (ImportedDays days = new ImportedDays(data)) {
            days.of("acd").imported(DAY.minusDays(500), NOW);
            days.of("acd").imported(DAY, NOW);
            assertThat(days.of("acd").since(LocalDate.EPOCH)).containsOnlyKeys(DAY);
        }
    }
}
