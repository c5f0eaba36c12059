package io.xlink.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A queue has moved on the server: the packaged importer corrects acd_map.ini before it delivers anything. */
class MapCorrectionIT {
    private static final String HEADER = "Queue;Date;Time;CallsOffered;CallsHandled;AHT\n";
    private static final String ROW = "UHD_DE_IN;23.12.2014;08:00;7;1;0\n";
    private static final String OLD = """
            ; written by hand\r
            WFM:1:1002:1=CSV-Import:UHD_DE_IN:CallsOffered\r
            a line that nobody understands
            WFM:1:1003:1=CSV-Import:UHD_EN_IN:CallsOffered\r
            WFM:1:1009:1=CSV-Import:UHD_FR_IN:CallsOffered""";

    @TempDir
    Path directory;

    @Test
    void figuresArriveUnderTheNewParentThoughTheFileCameBeforeTheServer() throws Exception {
        try (Site site = new Site(directory)) {
            moveQueue(site);
            Files.writeString(site.conf().resolve("acd_map.ini"), OLD);
            general(site, "AutomaticMappingCorrection=1");
            Program importer = site.importer();
            site.drop("calls.csv", HEADER + ROW);
            importer.awaitLog("Enterprise Server 1 not available");
            assertThat(site.conf().resolve("acd_map.ini")).hasContent(OLD);
            site.server();

            importer.awaitLog("calls.csv: imported: 1 rows (0 rejected), 1 interval values stored");

            assertThat(site.export("2014-12-23", "2014-12-23"))
                    .contains("WFM,5,1002,1,2014-12-23T07:00:00Z,15,7.00")
                    .hasLineCount(2);
            assertThat(Files.readString(site.conf().resolve("acd_map.ini")))
                    .isEqualTo(OLD.replace("WFM:1:1002:1", "WFM:5:1002:1"));
            assertThat(kept(site)).hasSize(1);
            assertThat(Files.readString(kept(site).get(0))).isEqualTo(OLD);
            assertThat(importer.log())
                    .contains("Invalid Mapping detected and automatically corrected: ")
                    .contains("acd_map.ini:2: WFM:1:1002:1=CSV-Import:UHD_DE_IN:CallsOffered is now"
                            + " WFM:5:1002:1=CSV-Import:UHD_DE_IN:CallsOffered")
                    .contains("acd_map.ini:5:1: Invalid Mapping detected: WFM:1:1009:1: the server has no queue 1009")
                    .doesNotContain("not imported");
        }
    }

    @Test
    void withoutTheKeyThereIsAWarningAndTheServerRefusesTheFigures() throws Exception {
        try (Site site = new Site(directory)) {
            moveQueue(site);
            Files.writeString(site.conf().resolve("acd_map.ini"), OLD);
            site.server();
            Program importer = site.importer();
            importer.awaitLog("Invalid Mapping detected: WFM:1:1002:1: the server shows queue 1002 (Hotline DE) under"
                    + " parent 5. Write 5 as the parent, or AutomaticMappingCorrection=1 in [GENERAL]");
            site.drop("calls.csv", HEADER + ROW);

            importer.awaitLog("queue 1002 stands under 5, not 1");

            assertThat(Files.readString(site.conf().resolve("acd_map.ini"))).isEqualTo(OLD);
            assertThat(kept(site)).isEmpty();
        }
    }

    private static void moveQueue(Site site) throws IOException {
        Path file = site.conf().resolve("server.yaml");
        String moved = Files.readString(file).replace("      - {id: 1002, name: Hotline DE}\n", "");
        Files.writeString(file, moved.replace("valueTypes:\n", """
                  - id: 5
                    name: Germany
                    queues:
                      - {id: 1002, name: Hotline DE}
                valueTypes:
                """));
    }

    private static void general(Site site, String line) throws IOException {
        Path file = site.conf().resolve("isps_ul.ini");
        Files.writeString(file, Files.readString(file).replace("[GENERAL]\n", "[GENERAL]\n" + line + "\n"));
    }

    private static List<Path> kept(Site site) throws IOException {
        try (Stream<Path> files = Files.list(site.conf())) {
            return files.filter(f -> f.getFileName().toString().matches("Acd_map\\d{12}\\.ini"))
                    .toList();
        }
    }
}
