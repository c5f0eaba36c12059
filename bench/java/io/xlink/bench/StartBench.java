package io.xlink.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * How long {@code xlink run} takes from its command to the line that says it runs, with the sample configuration and a new data
 * directory. No server is there: a start does not wait for one.
 */
public final class StartBench {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Path home;
    private final Path work;
    private final String options;

    private StartBench(Path home, String options) {
        this.home = home.toAbsolutePath();
        this.work = home.resolveSibling("work").toAbsolutePath();
        this.options = options;
    }

    /** One start: milliseconds. */
    record Start(long wall, long processor) {}

    public static void main(String[] args) throws Exception {
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 11;
        StartBench bench = new StartBench(
                Path.of(args[0]), String.join(" ", Arrays.asList(args).subList(Math.min(2, args.length), args.length)));
        bench.compare(rounds);
    }

    private void compare(int rounds) throws Exception {
        Files.createDirectories(work);
        Path archive = home.resolve("lib/xlink.jsa");
        Path aside = home.resolve("lib/aside.jsa");
        Process make = new ProcessBuilder("bash", home.resolve("bin/xlink").toString(), "service", "archive")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (make.waitFor() != 0) {
            throw new IllegalStateException("no archive was made");
        }
        List<Start> without = new ArrayList<>();
        List<Start> with = new ArrayList<>();
        // The first round fills the file cache.
        for (int round = 0; round <= rounds; round++) {
            Files.move(archive, aside);
            Start first = start();
            Files.move(aside, archive);
            Start second = start();
            if (round > 0) {
                without.add(first);
                with.add(second);
            }
        }
        System.out.println("| start of `run` | wall s | user + system s |");
        System.out.println("| --- | --- | --- |");
        print("without an archive of classes", without);
        print("**with it**", with);
    }

    private static void print(String what, List<Start> starts) {
        System.out.printf(
                Locale.ROOT,
                "| %s | %.2f | %.2f |%n",
                what,
                median(starts.stream().map(Start::wall).toList()) / 1000.0,
                median(starts.stream().map(Start::processor).toList()) / 1000.0);
    }

    private static long median(List<Long> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private Start start() throws IOException, InterruptedException {
        Path data = work.resolve("data");
        delete(data);
        Path log = work.resolve("run.log");
        Files.deleteIfExists(log);
        ProcessBuilder builder = new ProcessBuilder(
                        "bash",
                        home.resolve("bin/xlink").toString(),
                        "run",
                        "--conf",
                        home.resolve("conf").toString(),
                        "--data",
                        data.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("XLINK_JAVA_OPTIONS", options);
        long begin = System.nanoTime();
        Process process = builder.start();
        try {
            while (!Files.readString(log).contains("Ctrl-C ends")) {
                if (!process.isAlive() || System.nanoTime() - begin > LIMIT.toNanos()) {
                    throw new IllegalStateException("it did not start: " + Files.readString(log));
                }
                Thread.sleep(2);
            }
            long wall = System.nanoTime() - begin;
            // The launcher becomes the JVM, so this is the processor time of both.
            long processor = process.info().totalCpuDuration().orElseThrow().toMillis();
            return new Start(TimeUnit.NANOSECONDS.toMillis(wall), processor);
        } finally {
            process.destroy();
            process.waitFor(30, TimeUnit.SECONDS);
        }
    }

    private static void delete(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
