package io.xlink.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup under load, the end of the machine, and the importer on another one. */
class BackupIT {
    private static final LocalDate FIRST = LocalDate.of(2014, 4, 1);
    private static final int FILES = 12;

    @TempDir
    Path directory;

    @Test
    void aBackupOfAnImporterAtWorkGoesOnElsewhere() throws Exception {
        try (Site site = new Site(directory)) {
            site.server();
            Program importer = site.importer();
            Path backup = directory.resolve("backup.zip");
            drop(site, 0, FILES / 2);
            importer.awaitLog("calls0.csv: imported");
            drop(site, FILES / 2, FILES);
            // These are being imported now.
            Program.Result made = command("backup", backup, site.conf(), site.data());
            assertThat(made.exitCode()).as(made.messages()).isZero();
            assertThat(made.output()).contains("It holds passwords");
            for (int i = 0; i < FILES; i++) {
                importer.awaitLog("calls" + i + ".csv: imported");
            }
            String before = export(site);
            assertThat(before.lines()).hasSize(1 + FILES * 20 * 96 * 3);
            importer.kill();

            // It went on after the backup, so an import of these directories has more than the backup knows.
            assertThat(command("restore", backup, site.conf(), site.data()).messages())
                    .contains("--force");
            Path conf = directory.resolve("other/conf");
            Path data = directory.resolve("other/data");
            Program.Result restored = command("restore", backup, conf, data);
            assertThat(restored.exitCode()).as(restored.messages()).isZero();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)))
                    .isEqualTo("rw-------");
            // Watched files are no part of a backup: they come along as they are.
            Path folder = Files.createDirectories(data.resolve("in/CSV-Import"));
            try (Stream<Path> files = Files.list(site.folder())) {
                for (Path one : files.toList()) {
                    Files.copy(one, folder.resolve(one.getFileName()));
                }
            }
            try (Program other = Program.start(
                    directory.resolve("other.log"),
                    Map.of(),
                    "run",
                    "--conf",
                    conf.toString(),
                    "--data",
                    data.toString())) {
                other.awaitLog("calls0.csv: imported");
                other.awaitLog(" files: imported:");
                assertThat(export(site)).isEqualTo(before);

                Program.Result refused = command("restore", backup, conf, data, "--force");
                assertThat(refused.exitCode()).isEqualTo(1);
                assertThat(refused.messages())
                        .contains("a running importer works with " + data + " (process " + other.pid() + " on ");
                assertThat(command("backup", backup, conf, data).messages()).contains("is there already");
                other.kill();
            }
            Program.Result forced = command("restore", backup, conf, data, "--force");
            assertThat(forced.exitCode()).as(forced.messages()).isZero();
            assertThat(forced.output()).contains("what was there is in " + data.resolve("before-restore-"));
            assertThat(folder.resolve("calls0.csv")).exists();

            Files.writeString(data.resolve("restore.unfinished"), "");
            Program.Result run = Program.run("", "run", "--conf", conf.toString(), "--data", data.toString());
            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.messages()).contains("was broken off");
        }
    }

    private static void drop(Site site, int from, int to) throws IOException {
        for (int i = from; i < to; i++) {
            site.drop("calls" + i + ".csv", file(i));
        }
    }

    private static String export(Site site) throws Exception {
        return site.export(FIRST.toString(), FIRST.plusDays(FILES * 20L).toString());
    }

    private static Program.Result command(String name, Path backup, Path conf, Path data, String... more)
            throws Exception {
        String[] all = Stream.concat(
                        Stream.of(name, backup.toString(), "--conf", conf.toString(), "--data", data.toString()),
                        Stream.of(more))
                .toArray(String[]::new);
        return Program.run("", all);
    }

    /** Twenty days of one queue, other ones for each file. */
    private static byte[] file(int number) throws IOException {
        Path part = Files.createTempFile("calls", ".csv");
        try {
            try (BufferedWriter out = Files.newBufferedWriter(part)) {
                out.write("Queue;Date;Time;CallsOffered;CallsHandled;AHT\n");
                DateTimeFormatter date = DateTimeFormatter.ofPattern("dd.MM.uuuu");
                for (int day = 0; day < 20; day++) {
                    String shown = FIRST.plusDays(number * 20L + day).format(date);
                    for (int quarter = 0; quarter < 96; quarter++) {
                        out.write("UHD_DE_IN;" + shown + ";" + LocalTime.MIN.plusMinutes(quarter * 15L) + ";"
                                + (quarter + number) + ";" + quarter + ";180\n");
                    }
                }
            }
            return Files.readAllBytes(part);
        } finally {
            Files.delete(part);
        }
    }
}
