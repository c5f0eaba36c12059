package io.xlink.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What {@code bench/drop}, in another package, wants to know of the files of {@code bench/csv}. */
public final class CsvFiles {
    private CsvFiles() {}

    /** Names of all queues that stand in the files. */
    public static List<String> queues() {
        List<String> names = new ArrayList<>();
        for (int queue = 0; queue < CsvData.QUEUES; queue++) {
            names.add(CsvData.queue(queue));
        }
        return names;
    }

    /** The keys of the section that reads them. */
    public static String section(String name) {
        return CsvData.PLAIN.section().replace("[Bench]", "[" + name + "]");
    }

    public static Path plain(Path directory, int rows) throws IOException {
        return CsvData.PLAIN.make(directory, rows);
    }

    public static Path many(Path directory, int files) throws IOException {
        return CsvData.makeMany(directory, files, 100);
    }

    /** How long a process needs in which DuckDB sums the file, in seconds. */
    public static double duckDbSeconds(Path file) {
        return CsvBench.run("duckdb", List.of("-Xmx2g"), CsvData.PLAIN, file, true)
                .seconds();
    }
}
