package io.xlink.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} of a restore, anywhere: the state is the old one or the new one, or no importer starts with it. */
class RestoreKillIT {
    private static final int FILES = 600;
    private static final int KILLS = 8;

    @TempDir
    Path directory;

    private Path conf;
    private Path data;

    @Test
    void halfARestoreIsNeverTaken() throws Exception {
        long seed = Long.getLong("xlink.test.seed", System.nanoTime());
        Random random = new Random(seed);
        conf = directory.resolve("conf");
        data = directory.resolve("data");
        write("new");
        Map<String, String> fresh = state();
        Path backup = directory.resolve("backup.zip");
        assertThat(run("backup", backup).exitCode()).isZero();
        int between = 0;
        for (int i = 0; i < KILLS; i++) {
            write("old" + i);
            Map<String, String> old = state();
            int moved = random.nextInt(FILES);
            Path log = directory.resolve("restore-" + i + ".log");
            try (Program restore = Program.start(
                    log,
                    Map.of(),
                    "restore",
                    backup.toString(),
                    "--force",
                    "--conf",
                    conf.toString(),
                    "--data",
                    data.toString())) {
                // Not by Awaitility, whose looks would be too far apart.
                while (setAside() < moved && restore.isAlive()) {
                    Thread.onSpinWait();
                }
                restore.kill();
            }
            Map<String, String> now = state();
            boolean unfinished = Files.exists(data.resolve("restore.unfinished"));
            if (unfinished) {
                between++;
                Program.Result start = run("run", null);
                assertThat(start.exitCode()).as("seed " + seed).isEqualTo(1);
                assertThat(start.messages()).contains("was broken off");
            } else {
                assertThat(now.equals(old) || now.equals(fresh))
                        .as("seed " + seed + ", kill " + i + ", " + now.size() + " files")
                        .isTrue();
            }
            Program.Result again = run("restore", backup, "--force");
            assertThat(again.exitCode()).as(again.messages()).isZero();
            assertThat(state()).as("seed " + seed).isEqualTo(fresh);
            assertThat(data.resolve("restore.unfinished")).doesNotExist();
            clear();
        }
        assertThat(between).as("seed " + seed + ": kills in the middle").isPositive();
    }

    private Program.Result run(String command, Path backup, String... more) throws Exception {
        return Program.run(
                "",
                Stream.of(
                                Stream.of(command),
                                Stream.ofNullable(backup).map(Path::toString),
                                Stream.of("--conf", conf.toString(), "--data", data.toString()),
                                Stream.of(more))
                        .flatMap(part -> part)
                        .toArray(String[]::new));
    }

    private void write(String content) throws IOException {
        Files.createDirectories(conf);
        Files.writeString(conf.resolve("isps.cfg"), "[IES System WFM]\nName = \"WFM\"\nUrl = \"iwfm://127.0.0.1:1\"\n");
        Files.writeString(conf.resolve("isps_ul.ini"), "[DB]\n1=WFM,0,xlink," + content + "\n");
        Files.writeString(conf.resolve("acd_map.ini"), "");
        Path rejects = Files.createDirectories(data.resolve("rejects/ACD"));
        for (int i = 0; i < FILES; i++) {
            Files.writeString(rejects.resolve("file" + i), content);
        }
    }

    private long setAside() {
        long count = 0;
        for (Path root : new Path[] {conf, data}) {
            try (Stream<Path> folders = Files.list(root)) {
                for (Path folder : folders.filter(
                                one -> one.getFileName().toString().startsWith("before-restore-"))
                        .toList()) {
                    try (Stream<Path> files = Files.walk(folder)) {
                        count += files.filter(Files::isRegularFile).count();
                    }
                }
            } catch (IOException | UncheckedIOException e) {
                // Files are being moved while they are counted.
            }
        }
        return count;
    }

    /** Configuration and state, as text. */
    private Map<String, String> state() throws IOException {
        Map<String, String> found = new TreeMap<>();
        for (Path root : new Path[] {conf, data}) {
            try (Stream<Path> all = Files.walk(root)) {
                for (Path path : all.filter(Files::isRegularFile).toList()) {
                    String name = directory.relativize(path).toString();
                    if (!name.contains("restore") && !name.endsWith(".lock")) {
                        found.put(name, Files.readString(path));
                    }
                }
            }
        }
        return found;
    }

    /** Removes what was set aside, so that the next round counts from nothing. */
    private void clear() throws IOException {
        for (Path root : new Path[] {conf, data}) {
            try (Stream<Path> all = Files.walk(root)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    if (directory.relativize(path).toString().contains("before-restore-")) {
                        Files.delete(path);
                    }
                }
            }
        }
    }
}
