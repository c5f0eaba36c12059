package io.xlink.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Health and metrics of the packaged program, as a monitoring system asks for them. */
class OperationsIT {
    private static final String HEADER = "Queue;Date;Time;CallsOffered;CallsHandled;AHT\n";

    @TempDir
    Path directory;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void tellsHowImportsAreAndFollowsAChangeOfTheConfiguration() throws Exception {
        try (Site site = new Site(directory)) {
            int port = freePort();
            Path settings = site.conf().resolve("isps_ul.ini");
            Files.writeString(
                    settings, Files.readString(settings).replace("[GENERAL]", "[GENERAL]\nHealthPort = " + port));
            Program server = site.server();
            Program importer = site.importer();
            importer.awaitLog("Logged in");
            assertThat(get(port, "/health/live").statusCode()).isEqualTo(200);
            site.drop("a.csv", HEADER + "UHD_DE_IN;23.12.2014;08:00;1;1;10\nOTHER;23.12.2014;08:00;1;1;10\n");
            importer.awaitLog("a.csv: imported:");

            HttpResponse<String> ready = get(port, "/health/ready");
            assertThat(ready.statusCode()).as(ready.body()).isEqualTo(200);
            JsonObject health = JsonParser.parseString(ready.body()).getAsJsonObject();
            assertThat(health.get("status").getAsString()).isEqualTo("UP");
            assertThat(health.getAsJsonObject("servers")
                            .getAsJsonObject("WFM")
                            .get("state")
                            .getAsString())
                    .isEqualTo("READY");
            assertThat(health.getAsJsonObject("disks").keySet()).containsExactlyInAnyOrder("data", "logs");
            assertThat(get(port, "/metrics").body())
                    .containsPattern("xlink_import_rows_read_total\\{data=\"calls\",system=\"CSV-Import\"} 2\\.0")
                    .containsPattern("xlink_import_rows_rejected_total\\{data=\"calls\",system=\"CSV-Import\"} 1\\.0")
                    .contains("jvm_memory_used_bytes");

            server.kill();
            importer.await("down", () -> get(port, "/health/ready").statusCode() == 503);
            assertThat(get(port, "/health/ready").body()).contains("waits for server WFM");
            assertThat(get(port, "/health/live").statusCode()).isEqualTo(200);

            site.server();
            importer.await("up", () -> get(port, "/health/ready").statusCode() == 200);
            Files.writeString(settings, Files.readString(settings).replace("[CSV-Import]", "[Renamed]"));
            importer.awaitLog("is in force");
            importer.await(
                    "the other system", () -> get(port, "/health/ready").body().contains("Renamed"));
            assertThat(importer.log()
                            + get(port, "/metrics").body()
                            + get(port, "/health").body())
                    .doesNotContain(Site.PASSWORD);
        }
    }

    @Test
    void logsRotateAndMayBeJson() throws Exception {
        try (Site site = new Site(directory)) {
            Path settings = site.conf().resolve("isps_ul.ini");
            Files.writeString(
                    settings,
                    Files.readString(settings)
                            .replace(
                                    "[GENERAL]",
                                    "[GENERAL]\nHealthPort = 0\nLogDir = ../100% %d logs\nLogFormat = json\nLogMaxFileSize = 1"));
            site.server();
            Program importer = site.importer();
            for (int file = 0; file < 12; file++) {
                site.drop(file + ".csv", HEADER + "UHD_DE_IN;23.12.2014;08:00;1;1;10\n");
                importer.awaitLog("/" + file + ".csv: imported:");
            }
            Path logs = directory.resolve("100% %d logs");
            assertThat(Files.readString(logs.resolve("isps_uls.log.1")) + files(logs, "isps_uls.log.2"))
                    .isNotEmpty();
            importer.await("rotation", () -> files(logs, "isps_uls.log.") > 0 && files(logs, "isps_ul.log.") > 0);
            for (String line : Files.readAllLines(logs.resolve("isps_ul.log"))) {
                JsonObject json = JsonParser.parseString(line).getAsJsonObject();
                assertThat(json.get("level").getAsString()).isIn("INFO", "WARN");
                assertThat(json.get("formattedMessage").getAsString()).isNotEmpty();
            }
        }
    }

    private static long files(Path directory, String prefix) throws Exception {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().startsWith(prefix))
                    .count();
        }
    }

    private HttpResponse<String> get(int port, String path) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .timeout(Duration.ofSeconds(20))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
