package io.xlink.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are found at one look make one import and are summed; what comes later replaces. */
class FileOrderIT {
    private static final String HEADER = "Queue;Date;Time;CallsOffered;CallsHandled;AHT\n";
    private static final LocalDate FIRST = LocalDate.of(2014, 11, 1);
    private static final int DAYS = 60;
    private static final LocalDate LAST = FIRST.plusDays(DAYS - 1);

    @TempDir
    Path directory;

    @Test
    void filesOfOneLookAreSummedAndALaterOneReplaces() throws Exception {
        try (Site site = new Site(directory)) {
            StringBuilder all = new StringBuilder(HEADER);
            FIRST.datesUntil(FIRST.plusDays(DAYS)).forEach(day -> all.append(row(day, 1)));
            site.drop("all.csv", all.toString());
            site.drop("more.csv", HEADER + row(LAST, 7));
            site.server();
            Program importer = site.importer();
            importer.awaitLog("[CSV-Import] 2 files: imported: " + (DAYS + 1) + " rows");
            assertThat(importer.log())
                    .contains("all.csv: imported: " + DAYS + " rows (0 rejected)", "more.csv: imported: 1 rows");
            assertThat(offered(site, LAST)).isEqualTo("8.00");
            assertThat(offered(site, FIRST)).isEqualTo("1.00");

            site.drop("corrected.csv", HEADER + row(LAST, 5));
            importer.awaitLog("corrected.csv: imported: 1 rows");
            assertThat(offered(site, LAST)).isEqualTo("5.00");
            importer.awaitLog("[CSV-Import] corrected.csv: 1 interval of 1 queue on " + LAST
                    + " replace those of all.csv and others");
            assertThat(importer.log()).doesNotContain("not imported");
        }
    }

    @Test
    void aBadFileStopsNoneOfTheOthers() throws Exception {
        try (Site site = new Site(directory)) {
            site.drop("a.csv", HEADER + row(LAST, 1));
            Path open = site.drop("b.csv", HEADER + row(LAST, 2) + "UHD_DE_IN;\"30.12.2014;08:00;1;1;60\n");
            site.drop("c.csv", HEADER + row(LAST, 4).replace("UHD_DE_IN", "Unknown"));
            site.drop("d.csv", HEADER + row(LAST, 8));
            site.drop("e.csv", HEADER);
            site.server();
            Program importer = site.importer();
            importer.awaitLog("[CSV-Import] 3 files: imported: 2 rows (0 rejected)");
            assertThat(offered(site, LAST)).isEqualTo("9.00");
            assertThat(importer.log())
                    .contains("b.csv: not imported: ", "never closed", "c.csv: not imported: none of its 1 rows");

            Files.writeString(open, HEADER + row(LAST, 3));
            importer.awaitLog("b.csv: imported: 1 rows");
            assertThat(offered(site, LAST)).isEqualTo("3.00");
        }
    }

    private static String offered(Site site, LocalDate day) throws Exception {
        return site.export(day.toString(), day.toString())
                .lines()
                .filter(line -> line.startsWith("WFM,1,1002,1," + day + "T07:00:00Z,15,"))
                .map(line -> line.substring(line.lastIndexOf(',') + 1))
                .collect(Collectors.joining(" "));
    }

    private static String row(LocalDate day, int calls) {
        return "UHD_DE_IN;" + day.format(DateTimeFormatter.ofPattern("dd.MM.yyyy")) + ";08:00;" + calls + ";" + calls
                + ";60\n";
    }
}
