package io.xlink.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Activities from CSV files with the packaged program, from the folder to what {@code xlink export} prints. */
class TimeLinkIT {
    private static final Path CASES = Path.of("src", "test", "resources", "csv-activities");
    private static final String HEADER = "externalSystem,agent,activity,start,end\n";
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    @TempDir
    Path directory;

    @Test
    void theDocumentedFilesArriveAndWhomNobodyClaimsIsReported() throws Exception {
        try (Site site = new Site(directory)) {
            system(site, "Agents DateTime", ini("documented-example-time-stamps"));
            Path done = directory.resolve("done");
            system(
                    site,
                    "Agents Separate",
                    ini("documented-example-separate") + "DeleteActivityImportFiles=1\nActivityDestination=" + done
                            + "\nActivitySource=" + directory.resolve("agents") + "\n");
            claim(site, "Agents DateTime", "1002", "Agents DateTime", "1006", "Agents Separate", "1002");
            site.server();
            Program importer = site.importer();
            drop(
                    CASES.resolve("documented-example-time-stamps.csv"),
                    site.data().resolve("in").resolve("Agents DateTime-activities"));
            drop(CASES.resolve("documented-example-separate.csv"), directory.resolve("agents"));

            importer.awaitLog("documented-example-time-stamps.csv: imported: 4 rows (0 rejected), 4 activities stored");
            importer.awaitLog("documented-example-separate.csv: imported: 4 rows (0 rejected), 2 activities stored,"
                    + " 0 too short, 2 refused by the server");
            assertThat(importer.log()).contains("agent 1006 of Agents Separate is unknown: no employee claims it");
            assertThat(export(site, "2014-01-29")).isEqualTo(HEADER + """
                    Agents DateTime,1002,1,2014-01-29T07:00:00Z,2014-01-29T08:00:00Z
                    Agents DateTime,1002,2,2014-01-29T08:00:00Z,2014-01-29T08:30:00Z
                    Agents DateTime,1006,1,2014-01-29T08:00:00Z,2014-01-29T09:00:00Z
                    Agents DateTime,1006,2,2014-01-29T07:00:00Z,2014-01-29T08:00:00Z
                    Agents Separate,1002,1,2014-01-29T07:00:00Z,2014-01-29T08:00:00Z
                    Agents Separate,1002,2,2014-01-29T08:00:00Z,2014-01-29T08:30:00Z
                    """);
            importer.await("the file is moved", () -> {
                try (var files = Files.list(done)) {
                    return files.count() == 1;
                }
            });
        }
    }

    @Test
    void aFileOfAgentsWhomNobodyClaimsStaysUntilSomebodyDoes() throws Exception {
        try (Site site = new Site(directory)) {
            system(site, "Agents", ini("documented-example-time-stamps"));
            claim(site, "CSV-Import", "1002");
            Program server = site.server();
            Program importer = site.importer();
            drop(CASES.resolve("documented-example-time-stamps.csv"), folder(site));
            importer.awaitLog("not imported: the server refused all 4 activities, first because agent 1002 of Agents");
            importer.end();
            server.end();
            claim(site, "Agents", "1002", "Agents", "1006");
            site.server();
            Program again = site.importer();

            again.awaitLog("imported: 4 rows (0 rejected), 4 activities stored");
        }
    }

    @Test
    void theNextActivityEndsOneAcrossFilesDaysAndAKill() throws Exception {
        try (Site site = new Site(directory)) {
            system(site, "Agents", ini("start-only"));
            site.server();
            Program importer = site.importer();
            drop("a.csv", "7;night;22.12.2014 22:00\n8;day;22.12.2014 08:00\n", folder(site));
            importer.awaitLog("a.csv: imported: 2 rows (0 rejected), 0 activities stored");
            assertThat(export(site, "2014-12-22")).isEqualTo(HEADER);
            importer.kill();
            Program again = site.importer();
            drop("b.csv", "7;out;23.12.2014 06:00\n", folder(site));
            again.awaitLog("b.csv: imported: 1 rows (0 rejected), 1 activities stored");

            assertThat(export(site, "2014-12-22"))
                    .isEqualTo(HEADER + "Agents,7,night,2014-12-22T21:00:00Z,2014-12-23T05:00:00Z\n");
        }
    }

    @Test
    void aKillAmidTheDeliveryLosesNothing() throws Exception {
        try (Site site = new Site(directory)) {
            system(site, "Agents", ini("start-only"));
            site.server();
            Program importer = site.importer();
            TreeMap<String, TreeMap<Long, String>> starts = new TreeMap<>();
            Path part = directory.resolve("big.part");
            write(part, starts);
            Files.createDirectories(folder(site));
            Files.move(part, folder(site).resolve("big.csv"));
            Path wal = site.serverData().resolve("server.db-wal");
            importer.await("the first days on the server", () -> Files.exists(wal) && Files.size(wal) > 300_000);
            importer.kill();
            assertThat(importer.log()).doesNotContain("imported:");
            Program again = site.importer();
            again.awaitLog("big.csv: imported:");

            Program.Result result = site.exportResult("activities", "2014-01-01", "2014-12-31");
            assertThat(result.exitCode()).as(result.messages()).isZero();
            assertThat(result.output().lines().skip(1).sorted().toList())
                    .isEqualTo(expected(starts).lines().sorted().toList());
        }
    }

    private static void write(Path file, Map<String, TreeMap<Long, String>> starts) throws Exception {
        Random random = new Random(20141223);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int agent = 100; agent < 140; agent++) {
                TreeMap<Long, String> ofAgent = starts.computeIfAbsent("" + agent, a -> new TreeMap<>());
                // Before the night in which the clocks go back.
                LocalDateTime time = LocalDateTime.parse("2014-04-01T00:00:00");
                while (time.isBefore(LocalDateTime.parse("2014-10-25T00:00:00"))) {
                    String activity = random.nextInt(8) == 0 ? "out" : "a" + random.nextInt(5);
                    out.write(agent + ";" + activity + ";" + time + "\n");
                    ofAgent.put(time.atZone(ZONE).toEpochSecond(), activity);
                    time = time.plusSeconds(60 + random.nextInt(7200));
                }
            }
        }
    }

    private static String expected(Map<String, TreeMap<Long, String>> starts) {
        StringBuilder lines = new StringBuilder();
        starts.forEach((agent, ofAgent) -> ofAgent.forEach((second, activity) -> {
            Long end = ofAgent.higherKey(second);
            if (end != null && !activity.equals("out")) {
                lines.append("Agents,")
                        .append(agent)
                        .append(',')
                        .append(activity)
                        .append(',')
                        .append(Instant.ofEpochSecond(second))
                        .append(',')
                        .append(Instant.ofEpochSecond(end))
                        .append('\n');
            }
        }));
        return lines.toString();
    }

    /** The keys of a case's section. */
    private static String ini(String name) throws Exception {
        return Files.readString(CASES.resolve(name + ".ini")).lines().skip(1).collect(Collectors.joining("\n")) + "\n";
    }

    /** Adds a section, and makes the external system known to the server. */
    private static void system(Site site, String name, String keys) throws Exception {
        Path file = site.conf().resolve("isps_ul.ini");
        Files.writeString(file, Files.readString(file) + "[" + name + "]\n" + keys);
        Path catalogue = site.conf().resolve("server.yaml");
        Files.writeString(
                catalogue,
                Files.readString(catalogue).replace("externalSystems: [", "externalSystems: [" + name + ", "));
    }

    /** Employees that have these ids, given as pairs of external system and agent. */
    private static void claim(Site site, String... systemsAndAgents) throws Exception {
        StringBuilder employees = new StringBuilder("employees:\n");
        for (int i = 0; i < systemsAndAgents.length; i += 2) {
            employees
                    .append("  - {id: ")
                    .append(i + 1)
                    .append(", name: E")
                    .append(i)
                    .append(", external: [{system: ")
                    .append(systemsAndAgents[i])
                    .append(", agent: \"")
                    .append(systemsAndAgents[i + 1])
                    .append("\"}]}\n");
        }
        Path catalogue = site.conf().resolve("server.yaml");
        String text = Files.readString(catalogue);
        Files.writeString(catalogue, text.substring(0, text.indexOf("employees:")) + employees);
    }

    private static Path folder(Site site) {
        return site.data().resolve("in").resolve("Agents-activities");
    }

    private static void drop(Path file, Path folder) throws Exception {
        drop(file.getFileName().toString(), Files.readString(file), folder);
    }

    private static void drop(String name, String content, Path folder) throws Exception {
        Files.createDirectories(folder);
        Path part = Files.writeString(folder.resolve(name + ".part"), content);
        Files.move(part, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }

    private static String export(Site site, String day) throws Exception {
        Program.Result result = site.exportResult("activities", day, day);
        assertThat(result.exitCode()).as(result.messages()).isZero();
        return result.output();
    }
}
