package io.xlink.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code Overlap=sum}: files of different looks add up, each content once, and a file of the same name replaces itself. */
class OverlapIT {
    private static final String HEADER = "Queue;Date;Time;CallsOffered;CallsHandled;AHT\n";
    private static final LocalDate FIRST = LocalDate.of(2010, 1, 1);
    private static final int DAYS = 1500;

    @TempDir
    Path directory;

    @Test
    void filesOfSeveralLooksAddUp() throws Exception {
        try (Site site = site()) {
            site.server();
            Program importer = site.importer();
            site.drop("a.csv", HEADER + row(FIRST, 1));
            importer.awaitLog("a.csv: imported: 1 rows");
            site.drop("b.csv", HEADER + row(FIRST, 2));
            importer.awaitLog("b.csv: imported: 1 rows");
            assertThat(offered(site, FIRST)).isEqualTo("3.00");

            site.drop("copy.csv", HEADER + row(FIRST, 1));
            importer.awaitLog("copy.csv: same content as a.csv, which counts already");
            importer.awaitLog("copy.csv: imported: 0 rows");
            assertThat(offered(site, FIRST)).isEqualTo("3.00");

            site.drop("b.csv", HEADER + row(FIRST, 5));
            importer.await("the new b.csv counts", () -> offered(site, FIRST).equals("6.00"));
            // The content is still there under the other name.
            site.drop("a.csv", HEADER + row(FIRST, 10));
            importer.await("both contents count", () -> offered(site, FIRST).equals("16.00"));
            assertThat(importer.log()).doesNotContain("not imported");
        }
    }

    @Test
    void theImporterIsKilledWhileSumsAreUnderWay() throws Exception {
        try (Site site = site()) {
            site.server();
            Program importer = site.importer();
            LocalDate last = FIRST.plusDays(DAYS - 1);
            site.drop("a.csv", HEADER + row(FIRST, 1) + row(last, 1));
            importer.awaitLog("a.csv: imported: 2 rows");
            site.drop("b.csv", HEADER + rows(2));
            Path wal = site.serverData().resolve("server.db-wal");
            importer.await("the first sums on the server", () -> Files.size(wal) > 300_000);
            importer.kill();
            assertThat(importer.log()).doesNotContain("b.csv: imported:");
            Program again = site.importer();
            again.awaitLog("b.csv: imported: " + DAYS + " rows");
            site.drop("c.csv", HEADER + row(last, 4));
            again.awaitLog("c.csv: imported: 1 rows");
            assertThat(offered(site, FIRST)).isEqualTo("3.00");
            assertThat(offered(site, FIRST.plusDays(700))).isEqualTo("2.00");
            assertThat(offered(site, last)).isEqualTo("7.00");
        }
    }

    @Test
    void whatTheServerRefusedWholeCountsOnceTheServerTakesIt() throws Exception {
        try (Site site = site()) {
            Path catalogue = site.conf().resolve("server.yaml");
            String complete = Files.readString(catalogue);
            Files.writeString(catalogue, complete.replace("      - {id: 1003, name: Hotline EN}\n", ""));
            String english = HEADER + row(FIRST, 2).replace("UHD_DE_IN", "UHD_EN_IN");
            Program server = site.server();
            Program importer = site.importer();
            site.drop("a.csv", HEADER + row(FIRST, 1));
            importer.awaitLog("a.csv: imported: 1 rows");
            site.drop("b.csv", english);
            importer.awaitLog("b.csv: not imported: the server refused all");
            importer.kill();
            server.kill();

            Files.writeString(catalogue, complete);
            site.server();
            Program again = site.importer();
            again.awaitLog("b.csv: imported: 1 rows");
            assertThat(offered(site, 1003, FIRST)).isEqualTo("2.00");
            assertThat(offered(site, FIRST)).isEqualTo("1.00");
        }
    }

    private Site site() throws Exception {
        Site site = new Site(directory);
        Files.writeString(site.conf().resolve("isps_ul.ini"), "Overlap = sum\n", StandardOpenOption.APPEND);
        return site;
    }

    private static String rows(int calls) {
        return FIRST.datesUntil(FIRST.plusDays(DAYS))
                .map(day -> row(day, calls))
                .collect(Collectors.joining());
    }

    private static String row(LocalDate day, int calls) {
        return "UHD_DE_IN;" + day.format(DateTimeFormatter.ofPattern("dd.MM.yyyy")) + ";12:00;" + calls + ";" + calls
                + ";60\n";
    }

    private static String offered(Site site, LocalDate day) throws Exception {
        return offered(site, 1002, day);
    }

    private static String offered(Site site, int queue, LocalDate day) throws Exception {
        return site.export(day.toString(), day.toString())
                .lines()
                .filter(line -> line.startsWith("WFM,1," + queue + ",1,"))
                .map(line -> line.substring(line.lastIndexOf(',') + 1))
                .collect(Collectors.joining(" "));
    }
}
