package io.xlink.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How fast a file of calls becomes a table of intervals, beside others that read CSV. Each run is a process of its own, from
 * its start to its end; the contenders take turns, and the median counts, so that a busy machine is unfair to all alike.
 * Each contender's classes are in an archive that its first run made, as an installation does for the program.
 */
public final class CsvBench {
    private static final List<String> PLAIN =
            List.of("xlink", "duckdb", "loop-2", "loop-1", "fastcsv", "camel-split", "xlink-general");
    private static final List<String> GENERAL = List.of("xlink", "duckdb");
    /** What only a tenth of the rows is given to, because it would take minutes. */
    private static final String SLOW = "camel-split";

    private static final List<String> HEAP = List.of("-Xms1g", "-Xmx2g", "-Xmn600m");
    private static final List<String> SMALL_HEAP = List.of("-Xmx256m");

    private final Path directory;
    private final int rows;
    private final int rounds;

    private CsvBench(Path directory, int rows, int rounds) {
        this.directory = directory;
        this.rows = rows;
        this.rounds = rounds;
    }

    /** What one run printed. */
    record Run(double seconds, CsvSums sums, int megabytes) {}

    public static void main(String[] args) throws IOException {
        List<String> what = new ArrayList<>();
        int rows = 10_000_000;
        int rounds = 5;
        Path directory = Path.of("target", "bench-csv");
        List<String> contenders = List.of();
        for (String arg : args) {
            String value = arg.substring(arg.indexOf('=') + 1);
            if (arg.startsWith("rows=")) {
                rows = Integer.parseInt(value);
            } else if (arg.startsWith("rounds=")) {
                rounds = Integer.parseInt(value);
            } else if (arg.startsWith("dir=")) {
                directory = Path.of(value);
            } else if (arg.startsWith("only=")) {
                contenders = Arrays.asList(value.split(","));
            } else {
                what.add(arg);
            }
        }
        Files.createDirectories(directory);
        CsvBench bench = new CsvBench(directory, rows, rounds);
        for (String kind : what.isEmpty() ? List.of("plain", "quoted", "odd", "big", "many") : what) {
            switch (kind) {
                case "plain" -> bench.compare(CsvData.PLAIN, contenders.isEmpty() ? PLAIN : contenders);
                case "quoted" -> bench.compare(CsvData.QUOTED, contenders.isEmpty() ? GENERAL : contenders);
                case "odd" -> bench.compare(CsvData.ODD, contenders.isEmpty() ? GENERAL : contenders);
                case "big" -> bench.big();
                case "many" -> bench.many();
                default -> throw new IllegalArgumentException("plain, quoted, odd, big or many, not " + kind);
            }
        }
    }

    private void compare(CsvData data, List<String> contenders) throws IOException {
        Path file = data.make(directory, rows);
        Path tenth = contenders.contains(SLOW) ? data.make(directory, rows / 10) : file;
        System.out.printf(Locale.ROOT, "%s: %,d rows, %,d bytes%n", data, rows, Files.size(file));
        Map<String, List<Run>> runs = new LinkedHashMap<>();
        Map<String, CsvSums> sums = new LinkedHashMap<>();
        // First a round that counts for nothing: all must have made the same table.
        for (int round = 0; round <= rounds; round++) {
            for (String contender : contenders) {
                boolean slow = contender.equals(SLOW);
                if (round == 0 && !slow) {
                    sums.put(
                            contender,
                            run(
                                            contender,
                                            with(HEAP, "-XX:ArchiveClassesAtExit=" + archive(contender)),
                                            data,
                                            file,
                                            true)
                                    .sums);
                } else if (!slow || round == 1) {
                    runs.computeIfAbsent(contender, c -> new ArrayList<>())
                            .add(run(contender, archived(contender), data, slow ? tenth : file, false));
                }
            }
        }
        print(runs);
        if (sums.values().stream().distinct().count() > 1) {
            throw new IllegalStateException("the tables differ: " + sums);
        }
        System.out.printf("all came to %s%n%n", sums.values().iterator().next());
    }

    private Path archive(String contender) {
        return directory.resolve(contender + ".jsa");
    }

    private List<String> archived(String contender) {
        Path archive = archive(contender);
        return Files.exists(archive) ? with(HEAP, "-XX:SharedArchiveFile=" + archive) : HEAP;
    }

    private static List<String> with(List<String> options, String another) {
        List<String> all = new ArrayList<>(options);
        all.add(another);
        return all;
    }

    private void print(Map<String, List<Run>> runs) {
        double ours = runs.containsKey("xlink") ? median(runs.get("xlink")) : Double.NaN;
        double duckDb = runs.containsKey("duckdb") ? median(runs.get("duckdb")) / rows : Double.NaN;
        double loop = runs.containsKey("loop-2") ? median(runs.get("loop-2")) / rows : Double.NaN;
        System.out.println("| what | s | M rows/s | peak RSS MB | x DuckDB | x hand-written, 2 threads |");
        System.out.println("| --- | --- | --- | --- | --- | --- |");
        runs.forEach((contender, list) -> {
            double seconds = median(list);
            int count = contender.equals(SLOW) ? rows / 10 : rows;
            System.out.printf(
                    Locale.ROOT,
                    "| %s%s | %.2f | %.2f | %d | %.2f | %.2f |%n",
                    contender,
                    count < rows ? ", a tenth of the rows" : "",
                    seconds,
                    count / seconds / 1e6,
                    list.stream().mapToInt(Run::megabytes).max().orElse(0),
                    duckDb * count / seconds,
                    loop * count / seconds);
        });
        if (runs.containsKey(SLOW)) {
            double slow = median(runs.get(SLOW)) / (rows / 10);
            System.out.printf(Locale.ROOT, "a row takes %.0f times as long in camel-split%n", slow / (ours / rows));
        }
    }

    /** More than fits into memory: 5 GB with a heap of 256 MiB. */
    private void big() throws IOException {
        int count = (int) (5_000_000_000L / 36.5);
        Path file = CsvData.PLAIN.make(directory, count);
        Run run = run("xlink", SMALL_HEAP, CsvData.PLAIN, file, true);
        System.out.printf(
                Locale.ROOT,
                "big: %,d rows, %,d bytes, -Xmx256m: %.1f s, %.2f M rows/s, peak RSS %d MB, %s%n%n",
                count,
                Files.size(file),
                run.seconds,
                count / run.seconds / 1e6,
                run.megabytes,
                run.sums);
        Files.delete(file);
    }

    private void many() throws IOException {
        int files = 10_000;
        Path folder = CsvData.makeMany(directory, files, 100);
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            runs.add(run("xlink-many", SMALL_HEAP, CsvData.PLAIN, folder, true));
        }
        double seconds = median(runs);
        System.out.printf(
                Locale.ROOT,
                "many: %,d files of 100 rows: %.2f s, %,.0f files/s, peak RSS %d MB, %s%n%n",
                files,
                seconds,
                files / seconds,
                runs.get(0).megabytes,
                runs.get(0).sums);
    }

    private static double median(List<Run> runs) {
        double[] seconds = runs.stream().mapToDouble(Run::seconds).sorted().toArray();
        return seconds[seconds.length / 2];
    }

    static Run run(String contender, List<String> options, CsvData data, Path file, boolean sums) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        // What the JVM says about archives would stand between the results.
        command.add("-Xlog:disable");
        command.addAll(CsvContender.options(contender));
        command.addAll(List.of("-cp", CsvContender.classPath(contender), CsvContender.class.getName()));
        command.addAll(List.of(contender, data.name(), file.toString(), String.valueOf(sums)));
        try {
            long begin = System.nanoTime();
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            List<String> lines;
            try (BufferedReader out =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                lines = out.lines().toList();
            }
            int code = process.waitFor();
            double seconds = (System.nanoTime() - begin) / 1e9;
            if (code != 0 || lines.isEmpty()) {
                throw new IllegalStateException(contender + " ended with " + code + ": " + lines);
            }
            String[] last = lines.get(lines.size() - 1).split(" ");
            return new Run(seconds, CsvSums.parse(last[0]), Integer.parseInt(last[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
