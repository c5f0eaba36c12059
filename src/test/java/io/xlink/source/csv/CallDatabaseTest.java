package io.xlink.source.csv;

import static org.assertj.core.api.Assertions.assertThat;

import io.xlink.config.IniSections;
import io.xlink.model.CallPage;
import io.xlink.model.CallTable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What files of calls add up to is what a database says of the same calls, to the last digit: in every form, character
 * set and zone, quoted or not, in one file or several. A failure names its seed; {@code -Dcsv.seed=N} runs that round
 * alone, {@code -Dcsv.database.rounds=N} more or fewer of them.
 */
class CallDatabaseTest {
    private static final int ROUNDS = Integer.getInteger("csv.database.rounds", 20_000);

    @TempDir
    Path directory;

    @Test
    void readerAgreesWithADatabase() throws Exception {
        Long only = Long.getLong("csv.seed");
        long base = only == null ? System.nanoTime() : only;
        try (SqlCalls database = new SqlCalls()) {
            for (int i = 0; i < (only == null ? ROUNDS : 1); i++) {
                round(database, base + i);
            }
        }
    }

    private void round(SqlCalls database, long seed) throws Exception {
        RandomExport export = new RandomExport(seed);
        List<CallTotals> totals = new ArrayList<>();
        StringBuilder context = new StringBuilder("seed " + seed + "\n" + export.section + "\n" + export.local);
        Path file = directory.resolve("calls.csv");
        CsvCallFormat format = CsvCallFormat.of(IniSections.of(file, export.section));
        for (byte[] bytes : export.files) {
            Files.write(file, bytes);
            context.append("\n---\n").append(new String(bytes, StandardCharsets.UTF_8).replace("\0", ""));
            ListedRejects rejects = new ListedRejects();
            totals.add(CsvCallReader.read(file, format, "Test", export.local, rejects)
                    .totals());
            assertThat(rejects.rejects).as("rejects, %s", context).isEmpty();
        }
        assertThat(sums(CallTotals.merge(totals).table("Test"), export))
                .as("%s", context)
                .isEqualTo(database.sums(export.calls, export.interval, export.values, export.aht));
    }

    /** In the database's order: the values, and the handling time last. */
    private static Map<String, List<Double>> sums(CallTable table, RandomExport export) {
        List<Integer> order = new ArrayList<>();
        for (int v = 0; v < export.values; v++) {
            order.add(table.valueTypes().indexOf("V" + v));
        }
        if (export.aht) {
            order.add(table.valueTypes().indexOf("AHT"));
        }
        Map<String, List<Double>> sums = new TreeMap<>();
        for (CallPage page : table.pages()) {
            for (int i = page.next(0); i >= 0; i = page.next(i + 1)) {
                List<Double> values = new ArrayList<>();
                for (int column : order) {
                    values.add(page.value(column, i));
                }
                sums.put(SqlCalls.key(page.queue().toString(), page.day().date(), i), values);
            }
        }
        return sums;
    }
}
