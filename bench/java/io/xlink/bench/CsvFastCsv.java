package io.xlink.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** What one writes first with a good tokeniser: records, and a map by queue and interval. */
final class CsvFastCsv {
    private CsvFastCsv() {}

    private record Key(String queue, int day, int slot) {}

    static Supplier<CsvSums> read(Path file) throws IOException {
        Map<Key, long[]> sums = new HashMap<>();
        try (CsvReader<CsvRecord> csv = CsvReader.builder().fieldSeparator(';').ofCsvRecord(file)) {
            boolean header = true;
            for (CsvRecord row : csv) {
                if (!header) {
                    String date = row.getField(1);
                    String time = row.getField(2);
                    int day = number(date, 6, 10) * 372 + number(date, 3, 5) * 31 + number(date, 0, 2);
                    Key key = new Key(row.getField(0), day, number(time, 0, 2) * 4 + number(time, 3, 5) / 15);
                    long[] sum = sums.computeIfAbsent(key, k -> new long[3]);
                    int handled = Integer.parseInt(row.getField(4));
                    sum[0] += Integer.parseInt(row.getField(3));
                    sum[1] += handled;
                    sum[2] += (long) handled * Integer.parseInt(row.getField(5));
                }
                header = false;
            }
        }
        return () -> sums.values().stream()
                .map(sum -> new CsvSums(1, sum[0], sum[1], sum[2]))
                .reduce(CsvSums.NONE, CsvSums::plus);
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }
}
