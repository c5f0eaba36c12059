package io.xlink.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SIGTERM, as services are stopped, in the middle of an import; and two importers on one data directory. */
class StopIT {
    /** What the unit of systemd allows before it kills. */
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private static final LocalDate FIRST = LocalDate.of(2014, 1, 1);
    private static final int DAYS = 365;
    private static final int ROWS_A_DAY = 2_000;

    private static final String IMPORTED = "big.csv: imported: " + DAYS * ROWS_A_DAY + " rows (0 rejected)";

    @TempDir
    Path directory;

    @Test
    void aStopUnderLoadLosesNothing() throws Exception {
        try (Site site = new Site(directory)) {
            Map<String, Long> expected = drop(site);
            site.server();
            Program importer = site.importer();
            awaitSomeStored(site, importer);
            assertThat(stopped(importer)).isLessThan(LIMIT);
            assertThat(importer.log()).doesNotContain("Exception");
            Program again = site.importer();
            // What was under way may have been finished; then it is not imported once more.
            if (!importer.log().contains(IMPORTED)) {
                again.awaitLog(IMPORTED);
            }
            assertThat(stored(site)).isEqualTo(expected);
        }
    }

    /** The hardest case: what is under way cannot be finished, and its failure takes a minute to be seen. */
    @Test
    void aServerThatHangsDoesNotHoldUpTheStop() throws Exception {
        try (Site site = new Site(directory)) {
            Map<String, Long> expected = drop(site);
            Program server = site.server();
            Program importer = site.importer();
            awaitSomeStored(site, importer);
            signal(server, "STOP");
            assertThat(stopped(importer)).isLessThan(LIMIT);
            assertThat(importer.log()).doesNotContain("imported:");
            signal(server, "CONT");
            site.importer().awaitLog(IMPORTED);
            assertThat(stored(site)).isEqualTo(expected);
        }
    }

    @Test
    void aSecondImporterNamesTheFirst() throws Exception {
        try (Site site = new Site(directory)) {
            Program first = site.importer();
            Program.Result second = Program.run(
                    "",
                    "run",
                    "--conf",
                    site.conf().toString(),
                    "--data",
                    site.data().toString());
            assertThat(second.exitCode()).isEqualTo(1);
            assertThat(second.messages())
                    .contains("another importer works with " + site.data() + " (process " + first.pid() + " on "
                            + Files.readString(Path.of("/proc/sys/kernel/hostname"))
                                    .strip() + ", running since "
                            + LocalDate.now(ZoneOffset.UTC).getYear())
                    .contains("Stop it, or name another directory with --data");
            first.kill();
            // However the first one ended: its directory is free, and nothing must be removed by hand.
            site.importer();
        }
    }

    private static Duration stopped(Program importer) throws InterruptedException {
        Instant begin = Instant.now();
        // 128 + SIGTERM, which the unit counts as success.
        assertThat(importer.end()).isEqualTo(143);
        return Duration.between(begin, Instant.now());
    }

    private static void signal(Program program, String signal) throws Exception {
        Process kill = new ProcessBuilder("kill", "-" + signal, Long.toString(program.pid())).start();
        assertThat(kill.waitFor()).isZero();
    }

    private static void awaitSomeStored(Site site, Program importer) {
        Path wal = site.serverData().resolve("server.db-wal");
        importer.await("the first days on the server", () -> Files.exists(wal) && Files.size(wal) > 300_000);
    }

    /** Writes a file, and returns its sums of offered calls by queue and day. */
    private static Map<String, Long> drop(Site site) throws Exception {
        DateTimeFormatter date = DateTimeFormatter.ofPattern("dd.MM.yyyy");
        Map<String, Long> sums = new TreeMap<>();
        StringBuilder text = new StringBuilder("Queue;Date;Time;CallsOffered;CallsHandled;AHT\n");
        for (int day = 0; day < DAYS; day++) {
            for (int row = 0; row < ROWS_A_DAY; row++) {
                int queue = row % 2;
                int minute = row % 900;
                long offered = (day + row) % 10;
                text.append(queue == 0 ? "UHD_DE_IN;" : "UHD_EN_IN;")
                        .append(date.format(FIRST.plusDays(day)))
                        // From 6 to 21 o'clock, where no clock of the zone changes.
                        .append(String.format(";%02d:%02d;", 6 + minute / 60, minute % 60))
                        .append(offered)
                        .append(";1;0\n");
                sums.merge((1002 + queue) + "," + FIRST.plusDays(day), offered, Long::sum);
            }
        }
        site.drop("big.csv", text.toString());
        return sums;
    }

    private static Map<String, Long> stored(Site site) throws Exception {
        Map<String, Long> values = new TreeMap<>();
        site.export(FIRST.toString(), FIRST.plusDays(DAYS).toString())
                .lines()
                .skip(1)
                .map(line -> line.split(",", -1))
                .filter(field -> field[3].equals("1"))
                .forEach(field -> values.merge(
                        field[2] + "," + field[4].substring(0, 10), (long) Double.parseDouble(field[6]), Long::sum));
        return values;
    }
}
