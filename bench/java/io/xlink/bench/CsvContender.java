package io.xlink.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * One run of one contender, in its process: contender, data, file, and whether its table is to be added up, which is not
 * part of the work. Prints the sums and the most memory it had.
 */
public final class CsvContender {
    private CsvContender() {}

    /** Options of the JVM that suit a contender best: in a run so short, the second compiler can cost more than it gains. */
    static List<String> options(String contender) {
        boolean first = contender.equals("duckdb") || contender.equals("xlink");
        return first ? List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1") : List.of("-XX:+UseParallelGC");
    }

    /** No more than the contender needs: the JVM looks at each jar when it starts. */
    static String classPath(String contender) {
        List<String> all = List.of(System.getProperty("java.class.path").split(File.pathSeparator));
        if (contender.equals("camel-split") || all.stream().noneMatch(jar -> jar.endsWith("bench.jar"))) {
            return String.join(File.pathSeparator, all);
        }
        String own = contender.equals("duckdb") ? "duckdb_jdbc" : "xlink.jar";
        return all.stream()
                .filter(jar -> jar.endsWith("bench.jar") || jar.contains(own))
                .collect(Collectors.joining(File.pathSeparator));
    }

    public static void main(String[] args) throws Exception {
        CsvData data = CsvData.valueOf(args[1]);
        Path file = Path.of(args[2]);
        Supplier<CsvSums> table = switch (args[0]) {
            case "xlink" -> CsvXlink.read(data, file, true);
            case "xlink-general" -> CsvXlink.read(data, file, false);
            case "xlink-many" -> CsvXlink.readAll(data, file);
            case "duckdb" -> CsvDuckDb.read(data, file);
            case "loop-1" -> CsvLoop.read(file, 1);
            case "loop-2" -> CsvLoop.read(file, 2);
            case "fastcsv" -> CsvFastCsv.read(file);
            case "camel-split" -> CsvCamel.read(file);
            default -> throw new IllegalArgumentException(args[0]);
        };
        CsvSums sums = Boolean.parseBoolean(args[3]) ? table.get() : CsvSums.NONE;
        System.out.println(sums + " " + peakMegabytes());
    }

    private static long peakMegabytes() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith("VmHWM:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
            }
        }
        return 0;
    }
}
