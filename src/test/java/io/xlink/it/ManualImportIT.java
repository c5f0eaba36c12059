package io.xlink.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Imports by hand with the packaged program: with and without a running importer, on a terminal and elsewhere. */
class ManualImportIT {
    private static final String HEADER = "Queue;Date;Time;CallsOffered;CallsHandled;AHT\n";
    private static final String DAY = "2014-12-23";

    @TempDir
    Path directory;

    @Test
    void whatFilesSaidIsImportedAgainInTheirOrder() throws Exception {
        try (Site site = new Site(directory)) {
            Program server = site.server();
            Program importer = site.importer();
            site.drop(
                    "a.csv",
                    HEADER + "UHD_DE_IN;23.12.2014;08:00;1;1;10\nUHD_DE_IN;23.12.2014;08:15;2;2;20\n"
                            + "UHD_DE_IN;24.12.2014;08:00;7;7;70\n");
            importer.awaitLog("a.csv: imported:");
            site.drop("b.csv", HEADER + "UHD_DE_IN;23.12.2014;08:15;3;3;30\n");
            importer.awaitLog("b.csv: imported:");
            String before = site.export(DAY, "2014-12-24");

            // The server loses everything; one day of it is brought back by the importer that runs.
            server.kill();
            forget(site.serverData().resolve("server.db"));
            Program again = site.server();
            Program.Result result = imports(site, "-p", "-d", "12/23/2014");
            assertThat(result.exitCode()).as(result.messages()).isZero();
            assertThat(result.output())
                    .contains("[CSV-Import] ")
                    .contains("a.csv")
                    .contains("b.csv");
            assertThat(site.export(DAY, DAY)).isEqualTo(ofDay(before, DAY));
            assertThat(site.export("2014-12-24", "2014-12-24").lines()).hasSize(1);

            // Without a running importer the command does it itself.
            importer.end();
            assertThat(imports(site, "-p", "-d", DAY, "-L", "2", "--system", "CSV-Import")
                            .exitCode())
                    .isZero();
            assertThat(site.export(DAY, "2014-12-24")).isEqualTo(before);
            Program.Result history = Program.run(
                    "",
                    "history",
                    "--format",
                    "csv",
                    "--conf",
                    site.conf().toString(),
                    "--data",
                    site.data().toString());
            assertThat(history.output().lines().filter(line -> line.contains(",manual,done,")))
                    .hasSize(4);
            again.end();
        }
    }

    @Test
    void aDryRunShowsTheDifferenceAndSendsNothing() throws Exception {
        try (Site site = new Site(directory)) {
            site.server();
            Program importer = site.importer();
            site.drop("a.csv", HEADER + "UHD_DE_IN;23.12.2014;08:00;1;1;10\nUHD_EN_IN;23.12.2014;08:00;2;2;20\n");
            importer.awaitLog("a.csv: imported:");
            importer.end();
            String before = site.export(DAY, DAY);
            site.map("UHD_EN_IN", "UHD_DE_IN");
            Program.Result result = imports(site, "-p", "-d", DAY, "--dry-run");
            assertThat(result.exitCode()).as(result.messages()).isZero();
            assertThat(result.output())
                    .contains("0 values the same, 6 would change, 0 would be new")
                    .contains("1:1002:1 at 2014-12-23T08:00: 1.00 -> 2.00");
            assertThat(site.export(DAY, DAY)).isEqualTo(before);
            assertThat(imports(site, "-p", "-d", DAY).exitCode()).isZero();
            assertThat(site.export(DAY, DAY)).contains("WFM,1,1002,1,2014-12-23T07:00:00Z,15,2.00");
        }
    }

    @Test
    void aDayOfWhichAFileIsGoneIsLeftAlone() throws Exception {
        try (Site site = new Site(directory)) {
            site.server();
            Program importer = site.importer();
            site.drop("a.csv", HEADER + "UHD_DE_IN;23.12.2014;08:00;1;1;10\n");
            importer.awaitLog("a.csv: imported:");
            Path b = site.drop("b.csv", HEADER + "UHD_DE_IN;23.12.2014;08:00;3;3;30\n");
            importer.awaitLog("b.csv: imported:");
            Files.delete(b);
            Program.Result result = imports(site, "-p", "-d", DAY, "-L", "2");
            assertThat(result.exitCode()).isEqualTo(6);
            assertThat(result.messages())
                    .contains(DAY + " not imported: files that had figures of it are not there any more")
                    .contains("b.csv")
                    .contains("2014-12-24: no file with figures of it was imported so far");
            assertThat(site.export(DAY, DAY)).contains("WFM,1,1002,1,2014-12-23T07:00:00Z,15,3.00");
        }
    }

    @Test
    void saysWhatItWaitsForAndWhatIsMissedMeanwhileIsCaughtUp() throws Exception {
        try (Site site = new Site(directory)) {
            Program server = site.server();
            Program importer = site.importer();
            site.drop("a.csv", HEADER + "UHD_DE_IN;23.12.2014;08:00;1;1;10\n");
            importer.awaitLog("a.csv: imported:");
            server.kill();
            importer.awaitLog("not available");
            Path log = directory.resolve("import.log");
            try (Program command = Program.start(log, Map.of(), arguments(site, "-p", "-d", DAY))) {
                command.awaitLog("waits for server WFM");
                site.drop("later.csv", HEADER + "UHD_DE_IN;25.12.2014;08:00;5;5;50\n");
                site.server();
                assertThat(command.awaitEnd()).as(command.log()).isZero();
            }
            importer.awaitLog("later.csv: imported:");
            assertThat(site.export("2014-12-25", "2014-12-25")).contains(",5.00");
        }
    }

    @Test
    void whoeverEndsTheCommandEndsTheImportAndTheAutomaticOnesGoOn() throws Exception {
        try (Site site = new Site(directory)) {
            Program server = site.server();
            Program importer = site.importer();
            site.drop("a.csv", HEADER + "UHD_DE_IN;23.12.2014;08:00;1;1;10\n");
            importer.awaitLog("a.csv: imported:");
            server.kill();
            importer.awaitLog("not available");
            try (Program command =
                    Program.start(directory.resolve("import.log"), Map.of(), arguments(site, "-p", "-d", DAY))) {
                command.awaitLog("waits for server WFM");
                command.end();
            }
            importer.awaitLog("import by hand: over; automatic imports go on");
            site.drop("b.csv", HEADER + "UHD_DE_IN;24.12.2014;08:00;4;1;10\n");
            site.server();
            importer.awaitLog("b.csv: imported:");
            try (Stream<Path> left = Files.list(site.data().resolve("manual"))) {
                assertThat(left).isEmpty();
            }
        }
    }

    @Test
    void aServerThatStaysAwayEndsItWithFour() throws Exception {
        try (Site site = new Site(directory)) {
            Program server = site.server();
            Program importer = site.importer();
            site.drop("a.csv", HEADER + "UHD_DE_IN;23.12.2014;08:00;1;1;10\n");
            importer.awaitLog("a.csv: imported:");
            importer.end();
            server.end();
            Program.Result result = imports(site, "-p", "-d", DAY, "--wait", "2");
            assertThat(result.exitCode()).isEqualTo(4);
            assertThat(result.messages()).contains("server WFM not available for 2 s");
        }
    }

    /** A pseudo terminal made by {@code script}: only there is a bar. */
    @Test
    void onATerminalThereIsAProgressBar() throws Exception {
        try (Site site = new Site(directory)) {
            site.server();
            Program importer = site.importer();
            StringBuilder rows = new StringBuilder(HEADER);
            for (int day = 1; day <= 9; day++) {
                rows.append("UHD_DE_IN;0").append(day).append(".12.2014;08:00;1;1;10\n");
            }
            site.drop("a.csv", rows.toString());
            importer.awaitLog("a.csv: imported:");
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-jar",
                    System.getProperty("xlink.jar", "target/xlink.jar")));
            command.addAll(List.of(arguments(site, "-p", "-d", "2014-12-01", "-L", "9")));
            Path recorded = directory.resolve("terminal.txt");
            Process script = new ProcessBuilder("script", "-qec", String.join(" ", command), recorded.toString())
                    .redirectInput(ProcessBuilder.Redirect.from(
                            Files.createFile(directory.resolve("nothing")).toFile()))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            assertThat(script.waitFor(2, TimeUnit.MINUTES)).isTrue();
            String terminal = Files.readString(recorded);
            assertThat(script.exitValue()).as(terminal).isZero();
            assertThat(terminal).containsPattern("\rimport +0% \\[ +\\] 0/").containsPattern("100% \\[=+\\]");
            assertThat(terminal).contains("[CSV-Import] ").contains("done");
        }
    }

    private static Program.Result imports(Site site, String... arguments) throws Exception {
        return Program.run("", arguments(site, arguments));
    }

    private static String[] arguments(Site site, String... arguments) {
        List<String> all = new ArrayList<>(List.of("import"));
        all.addAll(List.of(arguments));
        all.addAll(
                List.of("--conf", site.conf().toString(), "--data", site.data().toString()));
        return all.toArray(String[]::new);
    }

    /** Header and rows of one UTC day. */
    private static String ofDay(String export, String day) {
        StringBuilder lines = new StringBuilder();
        export.lines()
                .filter(line -> line.startsWith("server,") || line.contains("," + day + "T"))
                .forEach(line -> lines.append(line).append('\n'));
        return lines.toString();
    }

    /** The server's figures and receipts are gone; its users are not. */
    private static void forget(Path database) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement()) {
            statement.execute("delete from call_data");
            statement.execute("delete from receipts");
        }
    }
}
