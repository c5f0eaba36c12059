package io.xlink.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A day of a contact centre with files and a database, during which the whole importer is killed again and again at
 * random moments. Afterwards the server holds what a single perfect import would have left, and the ledger is readable.
 * {@code -Dkills=500} kills as often.
 */
class ScriptedDayIT {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final int KILLS = Integer.getInteger("kills", 12);
    private static final long SEED = Long.getLong("seed", 20_261_126);
    private static final String HEADER = "Queue;Date;Time;CallsOffered;CallsHandled;AHT\n";
    private static final String SECTION = """
            [Views]
            Source = acd
            PhoneLinkMode = every 1 00:00
            QueueSQL = select distinct QueueName from Queues order by QueueName
            QueueMappingSQL = select QueueName, QueueID from Queues
            QueueNameColumn = QueueID
            ValueTypes = CallsOffered
            TimeStampColumn = XlinkDateTime
            CallDataTable = CallData
            """;
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd.MM.uuuu");
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    @TempDir
    Path directory;

    private final Random random = new Random(SEED);
    private final LocalDate today = LocalDate.now(ZONE);
    /** By interval of the day: calls in files and in the database. */
    private final TreeMap<Integer, Integer> inFiles = new TreeMap<>();

    private final TreeMap<Integer, Integer> inDatabase = new TreeMap<>();

    @Test
    void whateverMomentItIsKilledAtNothingIsLostOrCountedTwice() throws Exception {
        try (Site site = site()) {
            site.server();
            // The first import from the database comes at a full minute, later ones at the start.
            execute("insert into CallData values (1001, '" + STAMP.format(time(0)) + "', 1)");
            inDatabase.put(0, 1);
            try (Program importer = site.importer()) {
                importer.awaitLog("[Views] " + today + ": imported:");
            }
            int killed = 0;
            while (killed < KILLS) {
                try (Program importer = site.importerUnawaited()) {
                    importer.awaitLog("reads acd");
                    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(random.nextInt(1500));
                    while (System.nanoTime() < end) {
                        happen(site);
                        TimeUnit.MILLISECONDS.sleep(random.nextInt(100));
                    }
                    importer.kill();
                    killed++;
                }
            }
            try (Program importer = site.importerUnawaited()) {
                importer.await("everything", () -> held(site).equals(expected()));
            }
            Program.Result history = Program.run(
                    "",
                    "history",
                    "--last",
                    "1000000",
                    "--format",
                    "csv",
                    "--conf",
                    site.conf().toString(),
                    "--data",
                    site.data().toString());
            assertThat(history.exitCode()).as(history.messages()).isZero();
            assertThat(history.output()).contains(",done,");
            if (KILLS >= 200) {
                assertThat(history.output()).contains(",interrupted,");
            }
        }
    }

    /** Perhaps a file is dropped, or the database gets rows or a correction. */
    private void happen(Site site) throws Exception {
        int interval = random.nextInt(96);
        int calls = 1 + random.nextInt(90);
        switch (random.nextInt(6)) {
            case 0, 1 -> {
                // An interval a file, which is dropped once more with other figures: those of one look are summed.
                site.drop("f" + interval + ".csv", HEADER + row("UHD_DE_IN", interval, calls));
                inFiles.put(interval, calls);
            }
            case 2 -> {
                execute("insert into CallData values (1001, '" + STAMP.format(time(interval)) + "', " + calls + ")");
                inDatabase.merge(interval, calls, Integer::sum);
            }
            case 3 -> {
                if (inDatabase.containsKey(interval)) {
                    execute("delete from CallData where XlinkDateTime = '" + STAMP.format(time(interval)) + "'");
                    execute("insert into CallData values (1001, '" + STAMP.format(time(interval)) + "', " + calls
                            + ")");
                    inDatabase.put(interval, calls);
                }
            }
            default -> {}
        }
    }

    private String row(String queue, int interval, int calls) {
        LocalDateTime time = time(interval);
        return queue + ";" + DATE.format(time) + ";" + time.toLocalTime() + ";" + calls + ";0;0\n";
    }

    private LocalDateTime time(int interval) {
        return today.atStartOfDay().plusMinutes(15L * interval);
    }

    private String expected() {
        StringBuilder lines = new StringBuilder();
        inFiles.forEach((interval, calls) -> line(lines, 1002, interval, calls));
        inDatabase.forEach((interval, calls) -> line(lines, 1003, interval, calls));
        return lines.toString();
    }

    private void line(StringBuilder lines, int queue, int interval, int calls) {
        lines.append("WFM,1,")
                .append(queue)
                .append(",1,")
                .append(time(interval).atZone(ZONE).toInstant())
                .append(",15,")
                .append(calls)
                .append(".00\n");
    }

    private String held(Site site) throws Exception {
        StringBuilder lines = new StringBuilder();
        site.export(today.toString(), today.toString())
                .lines()
                .skip(1)
                .forEach(line -> lines.append(line).append('\n'));
        return lines.toString();
    }

    /** Should the day end meanwhile, it stays due, since its rows may come for a day more. */
    private Site site() throws Exception {
        execute(
                "create table Queues (QueueName text, QueueID integer)",
                "insert into Queues values ('Zentrale', 1001)",
                "create table CallData (QueueID integer, XlinkDateTime timestamp, CallsOffered integer)");
        Site site = new Site(directory);
        Path settings = site.conf().resolve("isps_ul.ini");
        Files.writeString(
                settings,
                Files.readString(settings).replace("[GENERAL]", "[GENERAL]\nLateRows = 1440\nCatchUpDays = 1")
                        + SECTION);
        Files.writeString(
                site.conf().resolve("application.properties"),
                "xlink.csv.quiet=200ms\nxlink.csv.delay=50ms\nxlink.datasource.acd.url=jdbc:sqlite:" + database()
                        + "\n",
                StandardOpenOption.TRUNCATE_EXISTING);
        Files.writeString(
                site.conf().resolve("acd_map.ini"),
                "WFM:1:1002:1=CSV-Import:UHD_DE_IN:CallsOffered\nWFM:1:1003:1=Views:Zentrale:CallsOffered\n");
        Path catalogue = site.conf().resolve("server.yaml");
        Files.writeString(catalogue, Files.readString(catalogue).replace("CSV-Import]", "CSV-Import, Views]"));
        return site;
    }

    private Path database() {
        return directory.resolve("acd.db");
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database() + "?busy_timeout=30000");
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
