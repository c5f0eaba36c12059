package io.xlink.it;

import io.xlink.bench.CsvFiles;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * From a file that is moved into the watched folder to the line in the log which says that a server has stored all of it
 * durably: server and importer as two processes, as packaged. Beside it, in turns, the time that DuckDB needs to sum the
 * same file. Arguments: rows of the file, rounds, files of a hundred rows.
 */
public final class DropBench {
    private static final int FIRST_QUEUE = 1_000;

    private final Site site;
    private final Program importer;

    private DropBench(Site site, Program importer) {
        this.site = site;
        this.importer = importer;
    }

    public static void main(String[] args) throws Exception {
        int rows = args.length > 0 ? Integer.parseInt(args[0]) : 10_000_000;
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 5;
        int many = args.length > 2 ? Integer.parseInt(args[2]) : 10_000;
        Path data = Files.createDirectories(Path.of("target", "bench-csv"));
        Path file = CsvFiles.plain(data, rows);
        Path files = CsvFiles.many(data, many);
        Path directory = Files.createTempDirectory(data, "drop");
        try (Site site = new Site(directory)) {
            configure(site);
            site.server();
            DropBench bench = new DropBench(site, site.importer());
            bench.oneFile(file, rows, rounds);
            bench.manyFiles(files, many);
        } finally {
            try (Stream<Path> all = Files.walk(directory)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    /** All queues and value types of the files are mapped; a file that was moved into the folder is complete. */
    private static void configure(Site site) throws IOException {
        List<String> queues = CsvFiles.queues();
        StringBuilder map = new StringBuilder();
        StringBuilder tree = new StringBuilder();
        for (int i = 0; i < queues.size(); i++) {
            int id = FIRST_QUEUE + i;
            tree.append("      - {id: ")
                    .append(id)
                    .append(", name: ")
                    .append(queues.get(i))
                    .append("}\n");
            int type = 1;
            for (String column : List.of("CallsOffered", "CallsHandled", "AHT")) {
                map.append("WFM:1:%d:%d=Bench:%s:%s%n".formatted(id, type++, queues.get(i), column));
            }
        }
        Path conf = site.conf();
        Files.writeString(conf.resolve("acd_map.ini"), map);
        String server = Files.readString(conf.resolve("server.yaml"));
        int begin = server.indexOf("      - {id: 1002");
        int end = server.indexOf("valueTypes:");
        Files.writeString(
                conf.resolve("server.yaml"),
                (server.substring(0, begin) + tree + server.substring(end)).replace("[CSV-Import]", "[Bench]"));
        String systems = Files.readString(conf.resolve("isps_ul.ini"));
        Files.writeString(
                conf.resolve("isps_ul.ini"),
                systems.substring(0, systems.indexOf("[CSV-Import]")) + CsvFiles.section("Bench"));
        Files.writeString(conf.resolve("application.properties"), "xlink.csv.quiet=0s\nxlink.csv.delay=10ms\n");
    }

    private void oneFile(Path file, int rows, int rounds) throws Exception {
        Path folder = folder();
        List<Double> ours = new ArrayList<>();
        List<Double> duckDb = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            duckDb.add(CsvFiles.duckDbSeconds(file));
            Path part = folder.resolve("calls.part");
            Files.copy(file, part, StandardCopyOption.REPLACE_EXISTING);
            String name = "calls-" + round + ".csv";
            long begin = System.nanoTime();
            Files.move(part, folder.resolve(name));
            importer.awaitLog(name + ": imported");
            ours.add((System.nanoTime() - begin) / 1e9);
            Files.delete(folder.resolve(name));
            System.out.printf(
                    Locale.ROOT,
                    "round %d: receipt %.2f s, DuckDB's sums %.2f s%n",
                    round + 1,
                    ours.get(round),
                    duckDb.get(round));
        }
        System.out.printf(
                Locale.ROOT,
                "%,d rows, from dropped file to durable receipt: first %.2f s, median %.2f s; DuckDB's sums alone: median"
                        + " %.2f s (%.2f x)%n",
                rows,
                ours.get(0),
                median(ours),
                median(duckDb),
                median(duckDb) / median(ours));
    }

    private void manyFiles(Path files, int count) throws Exception {
        Path folder = folder();
        Path waiting = Files.createDirectories(folder.resolveSibling("waiting"));
        try (DirectoryStream<Path> all = Files.newDirectoryStream(files)) {
            for (Path file : all) {
                Files.copy(file, waiting.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        long begin = System.nanoTime();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(waiting)) {
            for (Path file : all) {
                Files.move(file, folder.resolve("many-" + file.getFileName()));
            }
        }
        importer.await("all files", () -> importer.log().split("many-calls-[0-9]+\\.csv: imported", -1).length > count);
        double seconds = (System.nanoTime() - begin) / 1e9;
        System.out.printf(
                Locale.ROOT, "%,d files of 100 rows: %.2f s, %,.0f files/s%n", count, seconds, count / seconds);
    }

    private Path folder() throws IOException {
        return Files.createDirectories(site.data().resolve("in").resolve("Bench"));
    }

    private static double median(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
