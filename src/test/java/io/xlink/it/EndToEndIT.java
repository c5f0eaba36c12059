package io.xlink.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job with the packaged program: a file dropped into a folder arrives, mapped, on the server. */
class EndToEndIT {
    private static final String HEADER = "Queue;Date;Time;CallsOffered;CallsHandled;AHT\n";
    private static final String EXAMPLE = HEADER + """
            UHD_DE_IN;23.12.2014;08:00;1;0;0
            UHD_DE_IN;23.12.2014;08:15;1;1;180
            UHD_EN_IN;23.12.2014;08:30;1;1;150
            UHD_EN_IN;23.12.2014;08:45;1;1;160
            """;
    /** 08:00 in Berlin is 07:00 UTC in December. */
    private static final String EXPECTED = """
            server,parent,queue,valuetype,start,minutes,value
            WFM,1,1002,1,2014-12-23T07:00:00Z,15,1.00
            WFM,1,1002,1,2014-12-23T07:15:00Z,15,1.00
            WFM,1,1002,2,2014-12-23T07:00:00Z,15,0.00
            WFM,1,1002,2,2014-12-23T07:15:00Z,15,1.00
            WFM,1,1002,3,2014-12-23T07:00:00Z,15,0.00
            WFM,1,1002,3,2014-12-23T07:15:00Z,15,180.00
            WFM,1,1003,1,2014-12-23T07:30:00Z,15,1.00
            WFM,1,1003,1,2014-12-23T07:45:00Z,15,1.00
            WFM,1,1003,2,2014-12-23T07:30:00Z,15,1.00
            WFM,1,1003,2,2014-12-23T07:45:00Z,15,1.00
            WFM,1,1003,3,2014-12-23T07:30:00Z,15,150.00
            WFM,1,1003,3,2014-12-23T07:45:00Z,15,160.00
            """;

    @TempDir
    Path directory;

    @Test
    void theDocumentedExampleArrivesAndAgainOrRenamedChangesNothing() throws Exception {
        try (Site site = new Site(directory)) {
            site.server();
            Program importer = site.importer();
            site.drop("calls.csv", EXAMPLE);
            importer.awaitLog("calls.csv: imported: 4 rows (0 rejected), 12 interval values stored");
            assertThat(site.export("2014-12-23", "2014-12-23")).isEqualTo(EXPECTED);

            site.drop("calls.csv", EXAMPLE);
            importer.await("second import", () -> occurrences(importer.log(), "calls.csv: imported:") == 2);
            site.drop("renamed.csv", EXAMPLE);
            importer.awaitLog("renamed.csv: imported:");
            assertThat(site.export("2014-12-23", "2014-12-23")).isEqualTo(EXPECTED);
            assertThat(site.export("2014-12-22", "2014-12-22").lines()).hasSize(1);
        }
    }

    @Test
    void aDeliveredFileIsNotImportedAgainAfterARestart() throws Exception {
        try (Site site = new Site(directory)) {
            site.server();
            Program first = site.importer();
            site.drop("calls.csv", EXAMPLE);
            first.awaitLog("calls.csv: imported:");
            first.end();
            Program second = site.importer();
            site.drop("later.csv", EXAMPLE.replace("23.12.", "24.12."));
            second.awaitLog("later.csv: imported:");
            assertThat(second.log()).doesNotContain("calls.csv: imported:");
        }
    }

    @Test
    void aFileWaitsForTheServer() throws Exception {
        try (Site site = new Site(directory)) {
            Program importer = site.importer();
            importer.awaitLog("Enterprise Server 1 not available");
            assertThat(importer.log()).contains("127.0.0.1:" + site.port(), "isps.cfg", "firewall");
            Path file = site.drop("calls.csv", EXAMPLE);
            site.server();
            importer.awaitLog("calls.csv: imported: 4 rows");
            assertThat(file).exists();
            assertThat(site.export("2014-12-23", "2014-12-23")).isEqualTo(EXPECTED);
        }
    }

    @Test
    void aFileThatIsStillWrittenIsImportedOnceAndWhole() throws Exception {
        try (Site site = new Site(directory)) {
            site.server();
            Program importer = site.importer();
            Path file = site.folder().resolve("growing.csv");
            Files.writeString(file, HEADER);
            for (int quarter = 0; quarter < 40; quarter++) {
                String row = "UHD_DE_IN;23.12.2014;%02d:%02d;1;1;60\n".formatted(quarter / 4, quarter % 4 * 15);
                Files.writeString(file, row, java.nio.file.StandardOpenOption.APPEND);
                // Not a wait for something to happen: this is the slow writer itself.
                Thread.sleep(200);
            }
            importer.awaitLog("growing.csv: imported: 40 rows");
            assertThat(occurrences(importer.log(), "growing.csv: imported:")).isEqualTo(1);
            assertThat(importer.log()).doesNotContain("not imported");
        }
    }

    @Test
    void aWrongPasswordIsTriedOnceAndNeverAgain() throws Exception {
        try (Site site = new Site(directory)) {
            site.server();
            site.login("canary-wrong-pw");
            Program.Result export = site.exportResult("2014-12-23", "2014-12-23");
            assertThat(export.exitCode()).isEqualTo(5);
            assertThat(export.messages())
                    .contains("Cannot connect to the database")
                    .doesNotContain("canary-wrong-pw");
            assertThat(failures(site)).isEqualTo("1");

            Program importer = site.importer(Map.of("XLINK_LOG", "DEBUG", "CAMEL_LOG", "DEBUG", "ROOT_LOG", "DEBUG"));
            importer.awaitLog("Cannot connect to the database");
            Path file = site.drop("calls.csv", EXAMPLE);
            // Long enough for several back-offs, if there were any.
            Awaitility.await()
                    .during(Duration.ofSeconds(5))
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> failures(site).equals("2"));
            assertThat(file).exists();
            assertThat(importer.log()).doesNotContain("canary-wrong-pw").doesNotContain("calls.csv: imported");
        }
    }

    @Test
    void withoutAServerTheCommandSaysWhereItLooked() throws Exception {
        try (Site site = new Site(directory)) {
            Program.Result export = site.exportResult("2014-12-23", "2014-12-23");
            assertThat(export.exitCode()).isEqualTo(4);
            assertThat(export.messages())
                    .contains("Enterprise Server 1 not available", "127.0.0.1", Integer.toString(site.port()), "[DB]");
        }
    }

    @Test
    void noPasswordIsLoggedAtDebug() throws Exception {
        try (Site site = new Site(directory)) {
            site.server();
            Program importer = site.importer(Map.of("XLINK_LOG", "TRACE", "CAMEL_LOG", "DEBUG", "ROOT_LOG", "DEBUG"));
            site.drop("calls.csv", EXAMPLE);
            importer.awaitLog("calls.csv: imported:");
            importer.end();
            assertThat(importer.log()).contains("DEBUG").doesNotContain(Site.PASSWORD);
        }
    }

    @Test
    void badFilesGetAClearLineEachAndZeroNothing() throws Exception {
        try (Site site = new Site(directory)) {
            site.section(Site.PASSWORD, "UHD_DE_IN;Bürgeramt\nMaxRejects = 50");
            site.map("UHD_DE_IN", "Bürgeramt");
            site.server();
            Program importer = site.importer();
            site.drop("good.csv", HEADER + "UHD_DE_IN;23.12.2014;08:00;5;4;100\n");
            importer.awaitLog("good.csv: imported:");
            String before = site.export("2014-12-23", "2014-12-23");

            site.drop("header.csv", HEADER);
            importer.awaitLog("header.csv: imported: 0 rows");
            site.drop("empty.csv", "");
            importer.awaitLog("empty.csv: imported: 0 rows");
            assertThat(site.export("2014-12-23", "2014-12-23")).isEqualTo(before);

            site.drop("mixed.csv", HEADER + """
                            UHD_DE_IN;24.12.2014;08:00;5;4;100
                            UHD_DE_IN;31.02.2014;08:15;5;4;100
                            UHD_DE_IN;24.12.2014;08:15;five;4;100
                            Unlisted;24.12.2014;08:15;5;4;100
                            """);
            importer.awaitLog("mixed.csv: imported: 4 rows (3 rejected), 3 interval values stored");
            String rejects;
            try (Stream<Path> files = Files.list(site.rejects())) {
                rejects = files.filter(file -> file.getFileName().toString().startsWith("mixed.csv"))
                        .map(EndToEndIT::read)
                        .collect(Collectors.joining());
            }
            assertThat(rejects).contains("mixed.csv,3,", "mixed.csv,4,", "mixed.csv,5,", "five", "Unlisted");

            site.drop(
                    "windows.csv",
                    (HEADER + "Bürgeramt;24.12.2014;08:00;7;6;90\n").getBytes(Charset.forName("windows-1252")));
            importer.awaitLog("windows.csv: imported: 1 rows (0 rejected), 3 interval values stored");
            assertThat(importer.log()).containsIgnoringCase("windows-1252");
            assertThat(site.export("2014-12-24", "2014-12-24").lines().toList())
                    .contains("WFM,1,1003,1,2014-12-24T07:00:00Z,15,7.00", "WFM,1,1002,1,2014-12-24T07:00:00Z,15,5.00")
                    .hasSize(7);
        }
    }

    @Test
    void aFileOfWhichNothingIsUsableOrMappedStaysAndSaysWhy() throws Exception {
        try (Site site = new Site(directory)) {
            site.map("Elsewhere", "Nowhere");
            site.server();
            Program importer = site.importer();
            Path unmapped = site.drop("unmapped.csv", EXAMPLE);
            importer.awaitLog("unmapped.csv: not imported: no line of acd_map.ini maps anything in it");
            Path swapped = site.drop("swapped.csv", EXAMPLE.replace("23.12.2014", "12/23/2014"));
            importer.awaitLog("swapped.csv: not imported: ");
            assertThat(importer.log()).contains("contradicts DateOrder=dmy");
            Path broken = site.drop("broken.csv", EXAMPLE.replaceFirst("08:00", "8 o'clock"));
            importer.awaitLog("broken.csv: not imported: ");
            String log = importer.log();
            assertThat(log)
                    .contains("1 of 4 rows are broken, more than MaxRejects=10 (percent) allows: line 2 column 3");
            try (Stream<Path> rejects = Files.list(site.rejects())) {
                assertThat(rejects.filter(file -> file.toString().endsWith(".rejects.csv")))
                        .hasSize(1)
                        .allMatch(report -> log.contains(report.toString()));
            }
            assertThat(unmapped).exists();
            assertThat(swapped).exists();
            assertThat(broken).exists();
            assertThat(importer.end()).isNotEqualTo(1);

            site.map("UHD_DE_IN", "UHD_EN_IN");
            site.importer().awaitLog("unmapped.csv: imported: 4 rows (0 rejected), 12 interval values stored");
            assertThat(site.export("2014-12-23", "2014-12-23")).isEqualTo(EXPECTED);
        }
    }

    @Test
    void aFileThatTheServerRefusesWholeStaysEvenWhenFilesAreDeleted() throws Exception {
        try (Site site = new Site(directory)) {
            Path catalogue = site.conf().resolve("server.yaml");
            Files.writeString(catalogue, Files.readString(catalogue).replace("[CSV-Import]", "[Another]"));
            Path section = site.conf().resolve("isps_ul.ini");
            Files.writeString(section, Files.readString(section) + "DeleteImportFiles = 2\n");
            site.server();
            Program importer = site.importer();
            Path file = site.drop("calls.csv", EXAMPLE);
            importer.awaitLog("calls.csv: not imported: the server refused all 12 values");
            importer.end();
            assertThat(file).exists();
        }
    }

    @Test
    void aFileThatTheServerRefusesWholeStaysThoughOthersOfTheSameImportGo() throws Exception {
        try (Site site = new Site(directory)) {
            Path catalogue = site.conf().resolve("server.yaml");
            Files.writeString(
                    catalogue, Files.readString(catalogue).replace("      - {id: 1003, name: Hotline EN}\n", ""));
            Path section = site.conf().resolve("isps_ul.ini");
            Files.writeString(section, Files.readString(section) + "DeleteImportFiles = 2\n");
            Path known = site.drop("known.csv", HEADER + "UHD_DE_IN;23.12.2014;08:00;5;4;100\n");
            Path unknown = site.drop("unknown.csv", HEADER + "UHD_EN_IN;23.12.2014;08:00;5;4;100\n");
            site.server();
            Program importer = site.importer();
            importer.awaitLog("unknown.csv: not imported: the server refused all values that it contributes to");
            importer.await("the other file to be gone", () -> !Files.exists(known));
            assertThat(unknown).exists();
            assertThat(importer.log()).contains("known.csv: imported: 1 rows").doesNotContain("unknown.csv: imported");
        }
    }

    @Test
    void aDeliveredFileMovesOrIsDeletedAsConfigured() throws Exception {
        try (Site site = new Site(directory)) {
            Path section = site.conf().resolve("isps_ul.ini");
            String stays = Files.readString(section);
            Path done = directory.resolve("done");
            Files.writeString(section, stays + "DeleteImportFiles = 1\nDestination = " + done + "\n");
            site.server();
            Program moving = site.importer();
            Path moved = site.drop("moved.csv", EXAMPLE);
            moving.await("the file in its destination", () -> Files.isDirectory(done) && !Files.exists(moved));
            try (Stream<Path> files = Files.list(done)) {
                assertThat(files.map(file -> file.getFileName().toString()))
                        .singleElement()
                        .asString()
                        .endsWith("_moved.csv");
            }
            moving.end();
            // Put back as it is, which keeps its time and identity: it is a new one all the same.
            try (Stream<Path> files = Files.list(done)) {
                Files.move(files.findFirst().orElseThrow(), moved);
            }

            Files.writeString(section, stays + "DeleteImportFiles = 2\n");
            Program deleting = site.importer();
            Path deleted = site.drop("deleted.csv", EXAMPLE.replace("23.12.", "24.12."));
            deleting.await("the file to be gone", () -> !Files.exists(deleted));
            deleting.await("the other file to be gone", () -> !Files.exists(moved));
            assertThat(deleting.log()).contains("deleted.csv: imported:", "/moved.csv: imported:");
            assertThat(Files.readAllLines(site.data().resolve("logs/DeleteImportFiles.log")))
                    .hasSize(3)
                    .anySatisfy(line -> assertThat(line)
                            .contains("\tCSV-Import\tmoved\t" + moved + "\t" + done)
                            .endsWith("_moved.csv"))
                    .anySatisfy(line -> assertThat(line).contains("\tCSV-Import\tdeleted\t" + deleted))
                    .anySatisfy(line -> assertThat(line).contains("\tCSV-Import\tdeleted\t" + moved));
            assertThat(site.export("2014-12-23", "2014-12-24").lines()).hasSize(25);
        }
    }

    @Test
    void aFileWithBrokenRowsIsKeptWholeAndReplacedWhenItIsCorrected() throws Exception {
        try (Site site = new Site(directory)) {
            Path section = site.conf().resolve("isps_ul.ini");
            Files.writeString(section, Files.readString(section) + "DeleteImportFiles = 2\nMaxRejects = 50\n");
            site.server();
            Program importer = site.importer();
            String broken = EXAMPLE.replace("08:15;1", "08:15;one");
            Path file = site.drop("calls.csv", broken);
            importer.await("the file to be gone", () -> !Files.exists(file));
            assertThat(site.export("2014-12-23", "2014-12-23").lines()).hasSize(10);
            try (Stream<Path> kept = Files.list(site.rejects())) {
                assertThat(kept.filter(path -> path.toString().endsWith(".original.csv")))
                        .singleElement()
                        .satisfies(original -> assertThat(original).hasContent(broken));
            }
            site.drop("calls.csv", EXAMPLE);
            importer.await("second import", () -> occurrences(importer.log(), "calls.csv: imported:") == 2);
            assertThat(site.export("2014-12-23", "2014-12-23")).isEqualTo(EXPECTED);
        }
    }

    @Test
    void aFileThatIsRefusedIsKeptOnceHoweverOftenTheProgramStarts() throws Exception {
        try (Site site = new Site(directory)) {
            site.server();
            site.drop("calls.csv", EXAMPLE.replace("23.12.2014", "31.02.2014"));
            for (int start = 0; start < 3; start++) {
                Program importer = site.importer();
                importer.awaitLog("4 of 4 rows are broken, more than MaxRejects=10 (percent) allows");
                importer.end();
            }
            try (Stream<Path> kept = Files.list(site.rejects())) {
                assertThat(kept.map(path ->
                                path.toString().substring(path.toString().length() - 12)))
                        .containsExactlyInAnyOrder("original.csv", ".rejects.csv");
            }
        }
    }

    @Test
    void aRouteFileOfTheInstallationReplacesTheBuiltInOne() throws Exception {
        try (Site site = new Site(directory)) {
            String builtIn = Files.readString(Path.of("src/main/resources/routes/csv-phonelink.camel.yaml"));
            String step = "          - bean:\n              ref: fileOutcome\n              method: delivered\n";
            assertThat(builtIn).contains(step);
            Files.createDirectories(site.conf().resolve("routes"));
            Files.writeString(
                    site.conf().resolve("routes/csv-phonelink.camel.yaml"),
                    builtIn.replace(
                            step,
                            "          - log:\n              message: \"own step, ${body.size} receipts\"\n"
                                    + "              loggingLevel: WARN\n" + step));
            site.server();
            Program importer = site.importer();
            site.drop("calls.csv", EXAMPLE);
            importer.awaitLog("calls.csv: imported: 4 rows");
            assertThat(importer.log()).contains("own step, 1 receipts");
        }
    }

    @Test
    void theTreeNamesBothSides() throws Exception {
        try (Site site = new Site(directory)) {
            site.server();
            Program.Result tree = Program.run("", "tree", "--conf", site.conf().toString());
            assertThat(tree.exitCode()).as(tree.messages()).isZero();
            assertThat(tree.output().lines().map(String::strip).toList())
                    .containsSubsequence(List.of("CSV-Import", "UHD_DE_IN", "CallsOffered", "CallsHandled", "AHT"))
                    .containsSubsequence(List.of("1  Hotline", "1002  Hotline DE", "1003  Hotline EN", "3  AHT"));
        }
    }

    private static String failures(Site site) throws Exception {
        Program.Result users = Program.run(
                "", "server", "user", "list", "--data", site.serverData().toString());
        return users.output().lines().skip(1).findFirst().orElseThrow().split(",", -1)[2];
    }

    private static int occurrences(String text, String part) {
        return text.split(java.util.regex.Pattern.quote(part), -1).length - 1;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
