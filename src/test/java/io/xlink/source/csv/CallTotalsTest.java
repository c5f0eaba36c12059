package io.xlink.source.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xlink.config.IniSections;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Totals of parts add up to the totals of the whole, kept or not. */
class CallTotalsTest {
    private static final String SECTION = """
            [CSV]
            GroupColumn=1
            DateColumn=2
            TimeColumn=3
            SeparatorCharacter=3
            AHTColumn=6
            ColumnNames=Queue;Date;Time;Offered;Handled;AHT
            """;
    private static final String WEIGHT = "AHTWeightColumn=Handled\n";
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    /** Exact in binary, so that the order of addition cannot matter. */
    private static final List<String> VALUES =
            List.of("0", "1", "7", "12", "300", "", "2.5", "0.25", "999999999", "2147483647", "4000000000", "-3");

    @TempDir
    Path directory;

    @Test
    void partsAddUpToTheWhole() throws IOException {
        for (long seed = 1; seed <= 600; seed++) {
            Random random = new Random(seed);
            String section = SECTION + (random.nextInt(4) == 0 ? "" : WEIGHT);
            // Few kinds of values, so that some pages stay whole numbers.
            int kinds = random.nextBoolean() ? 6 : VALUES.size();
            List<String> rows = new ArrayList<>();
            for (int i = random.nextInt(60); i >= 0; i--) {
                rows.add(row(random, kinds));
            }
            int cut = random.nextInt(rows.size() + 1);
            int next = cut + random.nextInt(rows.size() + 1 - cut);
            CallTotals whole = read(section, rows);
            CallTotals first = read(section, rows.subList(0, cut));
            CallTotals second = read(section, rows.subList(cut, next));
            CallTotals third = read(section, rows.subList(next, rows.size()));
            assertThat(text(CallTotals.merge(List.of(first, second, third))))
                    .as("seed %d: %s", seed, rows)
                    .isEqualTo(text(whole));
            CallTotals two = CallTotals.merge(List.of(stored(first), stored(second)));
            assertThat(text(CallTotals.merge(List.of(two, third))))
                    .as("seed %d, stored: %s", seed, rows)
                    .isEqualTo(text(whole));
            CallTotalsSum sum = new CallTotalsSum();
            List.of(first, second, third).forEach(sum::add);
            assertThat(text(sum.totals().orElseThrow()))
                    .as("seed %d, one by one: %s", seed, rows)
                    .isEqualTo(text(whole));
        }
    }

    @Test
    void mergingLeavesTheParts() throws IOException {
        CallTotals first = read(SECTION + WEIGHT, List.of("A;1.9.2019;8:00;1;2;30"));
        CallTotals second = read(SECTION + WEIGHT, List.of("A;1.9.2019;8:00;4;6;70", "B;1.9.2019;8:00;1;1;1"));
        assertThat(text(CallTotals.merge(List.of(first, second))))
                .containsExactly(
                        "A;Offered;2019-09-01T08:00;5",
                        "A;Handled;2019-09-01T08:00;8",
                        "A;AHT;2019-09-01T08:00;60",
                        "B;Offered;2019-09-01T08:00;1",
                        "B;Handled;2019-09-01T08:00;1",
                        "B;AHT;2019-09-01T08:00;1");
        assertThat(text(first))
                .containsExactly(
                        "A;Offered;2019-09-01T08:00;1", "A;Handled;2019-09-01T08:00;2", "A;AHT;2019-09-01T08:00;30");
    }

    @Test
    void handlingTimesWithoutWeightCountOnlyUntilThereIsOne() throws IOException {
        List<String> rows = List.of("A;1.9.2019;8:00;1;0;100", "A;1.9.2019;8:00;1;0;200", "A;1.9.2019;8:15;1;0;9");
        CallTotals without = read(SECTION + WEIGHT, rows);
        assertThat(text(without)).contains("A;AHT;2019-09-01T08:00;150", "A;AHT;2019-09-01T08:15;9");
        CallTotals with = read(SECTION + WEIGHT, List.of("A;1.9.2019;8:00;1;3;40"));
        assertThat(text(CallTotals.merge(List.of(without, with))))
                .contains("A;AHT;2019-09-01T08:00;40", "A;AHT;2019-09-01T08:15;9");
        assertThat(text(CallTotals.merge(List.of(with, without))))
                .contains("A;AHT;2019-09-01T08:00;40", "A;AHT;2019-09-01T08:15;9");
    }

    @Test
    void datesCanBePicked() throws IOException {
        CallTotals totals = read(SECTION, List.of("A;1.9.2019;8:00;1;2;30", "A;3.9.2019;8:00;1;2;30"));
        assertThat(totals.dates()).containsExactly(LocalDate.of(2019, 9, 1), LocalDate.of(2019, 9, 3));
        CallTotals second = totals.on(new TreeSet<>(List.of(LocalDate.of(2019, 9, 3))));
        assertThat(second.dates()).containsExactly(LocalDate.of(2019, 9, 3));
        assertThat(second.isEmpty()).isFalse();
        assertThat(second.on(new TreeSet<>()).isEmpty()).isTrue();
    }

    @Test
    void totalsOfDifferentFormatsAreNotAdded() throws IOException {
        CallTotals totals = read(SECTION, List.of("A;1.9.2019;8:00;1;2;30"));
        CallTotals hours = read(SECTION + "Interval=60\n", List.of("A;1.9.2019;8:00;1;2;30"));
        assertThatThrownBy(() -> CallTotals.merge(List.of(totals, hours))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void damagedStoredTotalsAreAnErrorOfReading() throws IOException {
        byte[] bytes = bytes(read(SECTION, List.of("A;1.9.2019;8:00;1;2;30")));
        for (int length = 0; length < bytes.length; length++) {
            byte[] shorter = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> CallTotals.read(new DataInputStream(new ByteArrayInputStream(shorter))))
                    .isInstanceOf(IOException.class);
        }
        bytes[0] = 9;
        assertThatThrownBy(() -> CallTotals.read(new DataInputStream(new ByteArrayInputStream(bytes))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("unknown version 9");
    }

    private static String row(Random random, int kinds) {
        String time = "0" + random.nextInt(3) + ":" + (10 + random.nextInt(50));
        String[] values = new String[3];
        for (int i = 0; i < values.length; i++) {
            do {
                values[i] = VALUES.get(random.nextInt(kinds));
            } while (i > 0 && values[i].startsWith("-"));
        }
        return "Queue " + random.nextInt(3) + ";" + (1 + random.nextInt(3)) + ".9.2019;" + time + ";"
                + String.join(";", values);
    }

    private CallTotals read(String section, List<String> rows) throws IOException {
        Path file = Files.write(directory.resolve("calls.csv"), rows);
        CsvCallFormat format = CsvCallFormat.of(IniSections.of(Path.of("test.ini"), section));
        CsvCallResult result = CsvCallReader.read(file, format, "Test", BERLIN, new ListedRejects());
        assertThat(result.rowsImported()).isEqualTo(rows.size());
        return result.totals();
    }

    private static CallTotals stored(CallTotals totals) throws IOException {
        return CallTotals.read(new DataInputStream(new ByteArrayInputStream(bytes(totals))));
    }

    private static byte[] bytes(CallTotals totals) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        totals.write(new DataOutputStream(out));
        return out.toByteArray();
    }

    private static List<String> text(CallTotals totals) {
        return ResultText.of(totals.table("Test"));
    }
}
