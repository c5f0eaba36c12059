package io.xlink.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} in the middle of an import of 1,000,000 rows: it completes by itself, with the right sums. */
class KillIT {
    private static final int ROWS = 1_000_000;
    private static final LocalDate FIRST = LocalDate.of(2014, 1, 1);
    private static final int DAYS = 365;
    private static final long SEED = 20141223;

    @TempDir
    Path directory;

    @Test
    void theServerIsKilled() throws Exception {
        try (Site site = new Site(directory)) {
            Map<String, Long> expected = drop(site, 1);
            Program server = site.server();
            Program importer = site.importer();
            awaitSomeStored(site, importer);
            server.kill();
            assertThat(importer.log()).doesNotContain("imported:");
            importer.awaitLog("Enterprise Server 1 not available");
            site.server();
            importer.awaitLog("big.csv: imported: " + ROWS + " rows (0 rejected)");
            assertThat(stored(site)).isEqualTo(expected);
        }
    }

    @Test
    void theImporterIsKilled() throws Exception {
        try (Site site = new Site(directory)) {
            Map<String, Long> expected = drop(site, 1);
            site.server();
            Program importer = site.importer();
            awaitSomeStored(site, importer);
            importer.kill();
            assertThat(importer.log()).doesNotContain("imported:");
            Program again = site.importer();
            again.awaitLog("big.csv: imported: " + ROWS + " rows (0 rejected)");
            assertThat(stored(site)).isEqualTo(expected);
            // What was sent again after the crash was the same import, not one more.
            assertThat(receipts(site)).isEqualTo(DAYS);
        }
    }

    @Test
    void theImporterIsKilledInTheMiddleOfManyFiles() throws Exception {
        try (Site site = new Site(directory)) {
            Map<String, Long> expected = drop(site, 50);
            site.server();
            Program importer = site.importer();
            awaitSomeStored(site, importer);
            importer.kill();
            assertThat(importer.log()).doesNotContain("imported:");
            Program again = site.importer();
            again.awaitLog("50 files: imported: " + ROWS + " rows (0 rejected)");
            assertThat(stored(site)).isEqualTo(expected);
            assertThat(receipts(site)).isEqualTo(DAYS);
        }
    }

    private static int receipts(Site site) throws Exception {
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:sqlite:" + site.serverData().resolve("server.db"));
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("select count(*) from receipts")) {
            return count.getInt(1);
        }
    }

    /** Until the first days are on the server; the last ones are then still to come. */
    private static void awaitSomeStored(Site site, Program importer) {
        importer.await("the first days on the server", () -> storeSize(site) > 300_000);
    }

    /** The store's log grows with every import; looking at it disturbs nobody. */
    private static long storeSize(Site site) throws Exception {
        Path wal = site.serverData().resolve("server.db-wal");
        return Files.exists(wal) ? Files.size(wal) : 0;
    }

    /** Writes files and returns their sums by value type, queue and interval, added up independently. */
    private static Map<String, Long> drop(Site site, int files) throws Exception {
        Random random = new Random(SEED);
        DateTimeFormatter date = DateTimeFormatter.ofPattern("dd.MM.yyyy");
        Map<String, Long> sums = new TreeMap<>();
        List<BufferedWriter> parts = new ArrayList<>();
        for (int file = 0; file < files; file++) {
            parts.add(Files.newBufferedWriter(site.folder().resolve(name(file, files) + ".part")));
            parts.get(file).write("Queue;Date;Time;CallsOffered;CallsHandled;AHT\n");
        }
        for (int row = 0; row < ROWS; row++) {
            int queue = random.nextInt(2);
            LocalDate day = FIRST.plusDays((long) row * DAYS / ROWS);
            // Not between 2 and 3, which on one day of the year is not a time and on another one is two.
            LocalTime time = LocalTime.of(4 + random.nextInt(20), random.nextInt(60));
            int offered = random.nextInt(10);
            int handled = random.nextInt(10);
            parts.get(row % files)
                    .write((queue == 0 ? "UHD_DE_IN;" : "UHD_EN_IN;") + date.format(day) + ";" + time + ";" + offered
                            + ";" + handled + ";0\n");
            Instant start = day.atTime(time)
                    .minusMinutes(time.getMinute() % 15)
                    .atZone(ZoneId.of("Europe/Berlin"))
                    .toInstant();
            sums.merge((1002 + queue) + ",1," + start, offered * 100L, Long::sum);
            sums.merge((1002 + queue) + ",2," + start, handled * 100L, Long::sum);
            sums.merge((1002 + queue) + ",3," + start, 0L, Long::sum);
        }
        for (int file = 0; file < files; file++) {
            parts.get(file).close();
            Path part = site.folder().resolve(name(file, files) + ".part");
            Files.move(part, site.folder().resolve(name(file, files)));
        }
        return sums;
    }

    private static String name(int file, int files) {
        return files == 1 ? "big.csv" : "big-" + file + ".csv";
    }

    private static Map<String, Long> stored(Site site) throws Exception {
        Map<String, Long> values = new TreeMap<>();
        site.export(FIRST.toString(), FIRST.plusDays(DAYS).toString())
                .lines()
                .skip(1)
                .forEach(line -> {
                    String[] field = line.split(",", -1);
                    values.put(field[2] + "," + field[3] + "," + field[4], Long.parseLong(field[6].replace(".", "")));
                });
        return values;
    }
}
