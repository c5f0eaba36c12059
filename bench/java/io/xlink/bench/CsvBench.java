package io.xlink.bench;

import io.xlink.config.IniSections;
import io.xlink.source.csv.CsvCallFormat;
import io.xlink.source.csv.CsvCallReader;
import io.xlink.source.csv.CsvCallResult;
import io.xlink.source.csv.RejectFile;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * How fast a file of calls becomes a table: 200 queues, 365 days, the rows of a day in the order of time. Arguments:
 * number of rows (10,000,000) and of rounds (7). Prints each round, because the first ones show the start of a JVM, and the processor time beside the
 * elapsed time, because that of a busy machine says little.
 */
public final class CsvBench {
    private static final int QUEUES = 200;
    private static final int DAYS = 365;

    private CsvBench() {}

    public static void main(String[] args) throws IOException {
        int rows = args.length > 0 ? Integer.parseInt(args[0]) : 10_000_000;
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 7;
        Path directory = Files.createTempDirectory("csv-bench");
        Path file = directory.resolve("calls.csv");
        try {
            generate(file, rows);
            System.out.printf(Locale.ROOT, "%,d rows, %,d bytes%n", rows, Files.size(file));
            for (int i = 1; i <= rounds; i++) {
                round(i, file, directory);
            }
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(directory);
        }
    }

    private static void round(int number, Path file, Path directory) {
        CsvCallFormat format = CsvCallFormat.of(IniSections.of(file, section()));
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long cpuBegin = threads.getCurrentThreadCpuTime();
        long begin = System.nanoTime();
        CsvCallResult result;
        try (RejectFile rejects = new RejectFile(directory, file, LocalDateTime.now())) {
            result = CsvCallReader.read(file, format, "Bench", ZoneId.of("Europe/Berlin"), rejects);
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        double cpu = (threads.getCurrentThreadCpuTime() - cpuBegin) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "round %d: %.2f s (reading thread %.2f s), %.2f M rows/s, %,d rows imported, %,d pages%n",
                number,
                seconds,
                cpu,
                result.rowsRead() / seconds / 1e6,
                result.rowsImported(),
                result.table().pages().size());
    }

    private static String section() {
        return """
                [Bench]
                HeaderLines=1
                GroupColumn=1
                DateColumn=2
                TimeColumn=3
                AHTColumn=6
                AHTWeightColumn=CallsHandled
                SeparatorCharacter=3
                ColumnNames=Queue;Date;Time;CallsOffered;CallsHandled;AHT
                """;
    }

    private static void generate(Path file, int rows) throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        DateTimeFormatter format = DateTimeFormatter.ofPattern("dd.MM.yyyy");
        LocalDate first = LocalDate.of(2025, 1, 1);
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write("Queue;Date;Time;CallsOffered;CallsHandled;AHT\r\n");
            for (int i = 0; i < rows; i++) {
                int day = (int) ((long) i * DAYS / rows);
                long withinDay = (long) i * DAYS % rows;
                // Contact centres answer for half a day: 08:00 to 19:30 gives 3.3 million queues and intervals.
                int minute = 480 + (int) (withinDay * 690 / rows);
                int offered = random.nextInt(1, 20);
                String row = "Queue_" + (100 + random.nextInt(QUEUES)) + ';'
                        + first.plusDays(day).format(format) + ';'
                        + String.valueOf(10_000 + minute / 60 * 100 + minute % 60)
                                .substring(1, 3) + ':'
                        + String.valueOf(100 + minute % 60).substring(1) + ';'
                        + offered + ';'
                        + random.nextInt(offered + 1) + ';'
                        + random.nextInt(20, 600) + "\r\n";
                out.write(row);
            }
        }
    }
}
