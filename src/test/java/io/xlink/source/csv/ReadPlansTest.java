package io.xlink.source.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * In whatever way a file is read, the same comes out: table, rejects and their lines, counts, the order of queues, errors.
 * A failure names its seed; {@code -Dcsv.seed=N} runs that round alone, {@code -Dcsv.rounds=N} more of them.
 */
class ReadPlansTest {
    private static final int ROUNDS = Integer.getInteger("csv.rounds", 1_500);

    @TempDir
    Path directory;

    @Test
    void allPlansComeToTheSame() throws IOException {
        Long only = Long.getLong("csv.seed");
        if (only != null) {
            round(only);
            return;
        }
        long base = System.nanoTime();
        Set<PlanOutcome.Kind> seen = EnumSet.noneOf(PlanOutcome.Kind.class);
        for (int i = 0; i < ROUNDS; i++) {
            seen.addAll(round(base + i).kinds());
        }
        // So that the comparison is not one of nothing with nothing.
        assertThat(seen).containsAll(EnumSet.allOf(PlanOutcome.Kind.class));
    }

    private PlanOutcome round(long seed) throws IOException {
        RandomCallFile made = new RandomCallFile(new Random(seed));
        Path file = Files.write(directory.resolve("calls.csv"), made.bytes());
        PlanOutcome general = PlanOutcome.of(file, made.section(), made.zone(), new ReadPlan(false, 1, 1, 1));
        for (int pieces = 1; pieces <= 7; pieces++) {
            ReadPlan plan = new ReadPlan(pieces <= 4, pieces % 4 + 1, 1 + seed % 20, 1 << seed % 13);
            PlanOutcome other = PlanOutcome.of(file, made.section(), made.zone(), plan);
            assertThat(other.text())
                    .as("seed %d, %s, zone %s\n%s\n%s", seed, plan, made.zone(), made.section(), made)
                    .isEqualTo(general.text());
        }
        return general;
    }
}
