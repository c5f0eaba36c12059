package io.xlink.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The disk of the data directory runs full while the packaged program runs: a real small one, where the test may mount it. */
class FullDiskIT {
    private static final String HEADER = "Queue;Date;Time;CallsOffered;CallsHandled;AHT\n";
    private static final String DAY = "2014-12-23";

    @TempDir
    Path directory;

    @Test
    void importsWaitWithAnAlarmAndGoOnWhenThereIsRoom() throws Exception {
        Path data = Files.createDirectory(directory.resolve("data"));
        assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", data.toString()), "may not mount a disk");
        try (Site site = new Site(directory)) {
            int port = freePort();
            Path in = Files.createDirectory(directory.resolve("in"));
            Path settings = site.conf().resolve("isps_ul.ini");
            Files.writeString(
                    settings,
                    Files.readString(settings)
                            .replace("[GENERAL]", "[GENERAL]\nHealthPort = " + port)
                            .replace("[CSV-Import]", "[CSV-Import]\nSource = " + in));
            site.server();
            Program importer = site.importer();
            drop(in, "a.csv", "08:00", 1);
            importer.awaitLog("a.csv: imported:");
            importer.await("health", () -> status(port) == 200);

            fill(data.resolve("filler"));
            drop(in, "b.csv", "08:15", 2);
            importer.awaitLog("disk is full");
            assertThat(status(port)).isEqualTo(503);
            assertThat(site.export(DAY, DAY)).doesNotContain("T07:15:00Z,15,2.00");

            Files.delete(data.resolve("filler"));
            importer.awaitLog("b.csv: imported:");
            importer.await("health", () -> status(port) == 200);
            assertThat(site.export(DAY, DAY))
                    .contains("WFM,1,1002,1,2014-12-23T07:00:00Z,15,1.00")
                    .contains("WFM,1,1002,1,2014-12-23T07:15:00Z,15,2.00");
        } finally {
            assertThat(run("umount", "-l", data.toString())).isTrue();
        }
    }

    private static void drop(Path in, String name, String time, int calls) throws IOException {
        Path part = Files.writeString(
                in.resolve(name + ".part"), HEADER + "UHD_DE_IN;23.12.2014;" + time + ";" + calls + ";1;10\n");
        Files.move(part, in.resolve(name));
    }

    /** Until nothing more fits. */
    private static void fill(Path file) {
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int size : new int[] {1 << 16, 1}) {
                fill(out, new byte[size]);
            }
        } catch (IOException e) {
            assertThat(e).hasMessageContaining("No space left");
        }
    }

    private static void fill(OutputStream out, byte[] block) throws IOException {
        try {
            for (int i = 0; i < 1 << 20; i++) {
                out.write(block);
            }
        } catch (IOException e) {
            assertThat(e).hasMessageContaining("No space left");
        }
    }

    private static int status(int port) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health/ready"))
                .timeout(Duration.ofSeconds(20))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static boolean run(String... command) throws Exception {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
