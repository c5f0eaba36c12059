package io.xlink.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A contact centre's machine for one test: a server's and an importer's directories, and the programs on them. */
final class Site implements AutoCloseable {
    static final String PASSWORD = "correct-horse-7!";

    private final Path directory;
    private final int port;
    private final List<Program> started = new ArrayList<>();

    /** A site with the documented CSV example: queues 1002 and 1003 under 1, value types 1 to 3. */
    Site(Path directory) throws Exception {
        this.directory = directory;
        this.port = freePort();
        Files.createDirectories(conf());
        Files.writeString(
                conf().resolve("isps.cfg"),
                "[IES System WFM]\nName = \"WFM\"\nUrl = \"iwfm://127.0.0.1:" + port + "\"\n");
        login(PASSWORD);
        Files.writeString(conf().resolve("application.properties"), "xlink.csv.quiet=1s\nxlink.csv.delay=100ms\n");
        map("UHD_DE_IN", "UHD_EN_IN");
        Files.writeString(conf().resolve("server.yaml"), """
                name: WFM
                listen: 127.0.0.1:%d
                queues:
                  - id: 1
                    name: Hotline
                    queues:
                      - {id: 1002, name: Hotline DE}
                      - {id: 1003, name: Hotline EN}
                valueTypes:
                  - {id: 1, name: Offered}
                  - {id: 2, name: Handled}
                  - {id: 3, name: AHT}
                externalSystems: [CSV-Import]
                activities:
                  - {id: 1, name: Present}
                employees: any
                """.formatted(port));
        Program.Result added = Program.run(
                PASSWORD,
                "server",
                "user",
                "add",
                "xlink",
                "--password-stdin",
                "--data",
                serverData().toString());
        assertThat(added.exitCode()).as(added.messages()).isZero();
    }

    /** Writes the two queues' mappings and the section that reads their file. */
    void map(String first, String second) throws IOException {
        StringBuilder map = new StringBuilder();
        int queue = 1002;
        for (String group : List.of(first, second)) {
            int type = 1;
            for (String column : List.of("CallsOffered", "CallsHandled", "AHT")) {
                map.append("WFM:1:").append(queue).append(':').append(type++);
                map.append("=CSV-Import:")
                        .append(group)
                        .append(':')
                        .append(column)
                        .append('\n');
            }
            queue++;
        }
        Files.writeString(conf().resolve("acd_map.ini"), map);
    }

    /** Writes isps_ul.ini with this password and the documented section. */
    void login(String password) throws IOException {
        section(password, "UHD_DE_IN;UHD_EN_IN;");
    }

    void section(String password, String groups) throws IOException {
        Files.writeString(conf().resolve("isps_ul.ini"), """
                [DB]
                1=WFM,0,xlink,%s
                [GENERAL]
                LocalTimeZone = Europe/Berlin
                [CSV-Import]
                GroupColumn = 1
                DateColumn = 2
                TimeColumn = 3
                SubGroupColumn = 0
                SubGroups =
                HeaderLines = 1
                Interval = 15
                AHTColumn = 6
                SeparatorCharacter = 3
                ColumnNames = Queue;Date;Time;CallsOffered;CallsHandled;AHT
                Groups = %s
                DateOrder = dmy
                """.formatted(password, groups));
    }

    Program server() throws IOException {
        Program server =
                start("server", Map.of(), "server", "--data", serverData().toString());
        return server.awaitLog("listens on");
    }

    Program importer() throws IOException {
        return importer(Map.of());
    }

    Program importer(Map<String, String> environment) throws IOException {
        return start("run", environment, "run", "--data", data().toString()).awaitLog("Ctrl-C ends");
    }

    /** An importer that may be killed before it has begun to run. */
    Program importerUnawaited() throws IOException {
        return start("run", Map.of(), "run", "--data", data().toString());
    }

    private Program start(String name, Map<String, String> environment, String... arguments) throws IOException {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--conf", conf().toString()));
        Path log = directory.resolve(name + "-" + started.size() + ".log");
        Program program = Program.start(log, environment, all.toArray(String[]::new));
        started.add(program);
        return program;
    }

    /** Puts a file into the watched folder, by renaming. */
    Path drop(String name, String content) throws IOException {
        return drop(name, content.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    Path drop(String name, byte[] content) throws IOException {
        Path part = folder().resolve(name + ".part");
        Files.write(part, content);
        return Files.move(part, folder().resolve(name), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    /** What the server holds of these days. */
    String export(String from, String to) throws Exception {
        Program.Result result = exportResult(from, to);
        assertThat(result.exitCode()).as(result.messages()).isZero();
        return result.output();
    }

    Program.Result exportResult(String from, String to) throws Exception {
        return exportResult("call-data", from, to);
    }

    /** What the server holds of these days, of one of the two kinds. */
    Program.Result exportResult(String kind, String from, String to) throws Exception {
        return Program.run("", "export", "--kind", kind, "--from", from, "--to", to, "--conf", conf().toString());
    }

    Path folder() throws IOException {
        return Files.createDirectories(data().resolve("in").resolve("CSV-Import"));
    }

    Path rejects() {
        return data().resolve("rejects").resolve("CSV-Import");
    }

    Path conf() {
        return directory.resolve("conf");
    }

    Path data() {
        return directory.resolve("data");
    }

    Path serverData() {
        return directory.resolve("server-data");
    }

    int port() {
        return port;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws InterruptedException {
        for (Program program : started) {
            program.close();
        }
    }
}
