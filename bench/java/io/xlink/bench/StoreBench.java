package io.xlink.bench;

import com.sun.management.OperatingSystemMXBean;
import io.xlink.model.ExportQuery;
import io.xlink.model.ExportSlice;
import io.xlink.model.Receipt;
import io.xlink.model.ValueColumn;
import io.xlink.server.ServerStore;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * Speed of durable storing: imports of one day each (200 queues, 3 value types, 96 intervals: 57,600 values), each
 * durable before the next begins unless the name says otherwise; first with new keys, then with keys that exist.
 */
public final class StoreBench {
    private StoreBench() {}

    /** @param args engine, number of days, number of days to warm up, directory to work in */
    public static void main(String[] args) throws Exception {
        int days = Integer.parseInt(args[1]);
        int warmUp = Integer.parseInt(args[2]);
        Path directory = Files.createDirectories(Path.of(args[3]));
        Path warmDirectory = Files.createTempDirectory(directory, "warm");
        if (warmUp > 0) {
            measure(args[0], warmUp, warmDirectory);
        }
        Path measured = Files.createTempDirectory(directory, "measured");
        System.out.println(measure(args[0], days, measured));
        delete(directory);
    }

    private static String measure(String name, int days, Path directory) throws Exception {
        return name.startsWith("xlink") ? store(name, days, directory) : engine(name, days, directory);
    }

    private static String engine(String name, int days, Path directory) throws Exception {
        double[] seconds = new double[3];
        try (StoreEngine engine = StoreEngine.open(name, directory)) {
            double cpu = cpuSeconds();
            for (int pass = 0; pass < 2; pass++) {
                long begin = System.nanoTime();
                for (int day = 0; day < days; day++) {
                    engine.store((int) BenchDays.FIRST.toEpochDay() + day, BenchDays.columns(day, pass));
                }
                seconds[pass] = (System.nanoTime() - begin) / 1e9;
            }
            seconds[2] = cpuSeconds() - cpu;
        }
        return line(name, days, seconds, directory);
    }

    private static String store(String name, int days, Path directory) throws IOException {
        boolean pipelined = name.endsWith("pipelined");
        double[] seconds = new double[3];
        double exportSeconds;
        try (ServerStore store = ServerStore.open(directory, BenchDays.catalogue())) {
            double cpu = cpuSeconds();
            for (int pass = 0; pass < 2; pass++) {
                long begin = System.nanoTime();
                List<CompletableFuture<Receipt>> receipts = new ArrayList<>();
                for (int day = 0; day < days; day++) {
                    receipts.add(store.store(BenchDays.day(day, pass)));
                    if (!pipelined) {
                        receipts.get(day).join();
                    }
                }
                long stored = receipts.stream()
                        .mapToLong(receipt -> receipt.join().stored())
                        .sum();
                if (stored != (long) days * BenchDays.VALUES) {
                    throw new IllegalStateException(stored + " values stored");
                }
                seconds[pass] = (System.nanoTime() - begin) / 1e9;
            }
            seconds[2] = cpuSeconds() - cpu;
            long begin = System.nanoTime();
            export(store, (long) days * BenchDays.VALUES);
            exportSeconds = (System.nanoTime() - begin) / 1e9;
        }
        return line(name, days, seconds, directory)
                + String.format(Locale.ROOT, " %7.2f", days * (double) BenchDays.VALUES / exportSeconds / 1e6);
    }

    private static void export(ServerStore store, long expected) {
        long values = 0;
        String cursor = "";
        do {
            ExportSlice slice = store.export(new ExportQuery(0, Integer.MAX_VALUE, cursor));
            values += slice.columns().stream().mapToLong(ValueColumn::size).sum();
            cursor = slice.next();
        } while (!cursor.isEmpty());
        if (values != expected) {
            throw new IllegalStateException(values + " values exported");
        }
    }

    /** Processor time of this process, which other processes on the machine disturb less than time on the clock. */
    private static double cpuSeconds() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime() / 1e9;
    }

    private static String line(String name, int days, double[] seconds, Path directory) throws IOException {
        double values = days * (double) BenchDays.VALUES;
        long bytes;
        try (Stream<Path> files = Files.list(directory)) {
            bytes = files.mapToLong(file -> file.toFile().length()).sum();
        }
        return String.format(
                Locale.ROOT,
                "%-22s %7.2f %7.2f %9.1f %9.1f %9.1f %9.1f",
                name,
                values / seconds[0] / 1e6,
                values / seconds[1] / 1e6,
                seconds[0] * 1000 / days,
                seconds[1] * 1000 / days,
                seconds[2] * 1000 / (2 * days),
                bytes / values);
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(file);
            }
        }
    }
}
