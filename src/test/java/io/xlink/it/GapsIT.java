package io.xlink.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A running importer is asked what is missing, and says by itself when data are old. */
class GapsIT {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    @TempDir
    Path directory;

    private final LocalDateTime now = LocalDateTime.now(ZONE);
    private final LocalDate holed = now.toLocalDate().minusDays(3);

    @Test
    void whatIsMissingIsToldUntilItIsImported() throws Exception {
        try (Site site = new Site(directory)) {
            Path settings = site.conf().resolve("isps_ul.ini");
            Files.writeString(
                    settings, Files.readString(settings).replace("[CSV-Import]", "[CSV-Import]\nStaleAfter=30"));
            Files.writeString(
                    site.conf().resolve("application.properties"),
                    "xlink.staleness.delay=200\n",
                    StandardOpenOption.APPEND);
            site.server();
            Program importer = site.importer();
            site.drop("weeks.csv", rows(now.minusDays(35), now.minusHours(2)));
            importer.awaitLog("weeks.csv: imported");
            importer.awaitLog("WARN  [CSV-Import] has delivered nothing later than ");
            assertThat(gaps(site)).isEqualTo("""
                    system,queue,day,from,to,minutes,intervals
                    CSV-Import,UHD_DE_IN,%1$s,%1$sT10:00%2$s,%1$sT11:30%2$s,15,6
                    """.formatted(
                            holed, holed.atTime(10, 0).atZone(ZONE).getOffset()));

            site.drop("late.csv", rows(now.minusHours(2), now));
            importer.awaitLog("INFO  [CSV-Import] delivers again, up to ");
            site.drop("hole.csv", rows(holed.atTime(10, 0), holed.atTime(11, 0)));
            importer.awaitLog("hole.csv: imported");
            assertThat(gaps(site)).contains("%1$sT11:00".formatted(holed)).contains(",15,2\n");
            assertThat(importer.log().split("has delivered nothing later than", -1))
                    .hasSize(2);
        }
    }

    private String gaps(Site site) throws Exception {
        Program.Result result = Program.run(
                "",
                "gaps",
                "--from",
                holed.toString(),
                "--to",
                holed.toString(),
                "--format",
                "csv",
                "--conf",
                site.conf().toString(),
                "--data",
                site.data().toString());
        assertThat(result.exitCode()).as(result.messages()).isZero();
        return result.output();
    }

    /** A row each quarter, with a hole when it is more than one day. */
    private String rows(LocalDateTime from, LocalDateTime to) {
        StringBuilder rows = new StringBuilder("Queue;Date;Time;CallsOffered;CallsHandled;AHT\n");
        DateTimeFormatter format = DateTimeFormatter.ofPattern("dd.MM.uuuu;HH:mm");
        for (LocalDateTime time = from; time.isBefore(to); time = time.plusMinutes(15)) {
            boolean hole = time.toLocalDate().equals(holed)
                    && !time.toLocalTime().isBefore(LocalTime.of(10, 0))
                    && time.toLocalTime().isBefore(LocalTime.of(11, 30));
            if (!hole || from.toLocalDate().equals(holed)) {
                rows.append("UHD_DE_IN;").append(format.format(time)).append(";1;1;180\n");
            }
        }
        return rows.toString();
    }
}
