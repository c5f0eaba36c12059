package io.xlink.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are found at one look go to the server one after another, the oldest first: the later one wins. */
class FileOrderIT {
    private static final String HEADER = "Queue;Date;Time;CallsOffered;CallsHandled;AHT\n";
    private static final LocalDate FIRST = LocalDate.of(2014, 11, 1);
    private static final int DAYS = 60;
    private static final LocalDate LAST = FIRST.plusDays(DAYS - 1);

    @TempDir
    Path directory;

    @Test
    void aShortFileThatCameLaterIsNotUndoneByTheEndOfALongOne() throws Exception {
        try (Site site = new Site(directory)) {
            StringBuilder wrong = new StringBuilder(HEADER);
            FIRST.datesUntil(FIRST.plusDays(DAYS)).forEach(day -> wrong.append(row(day, 1)));
            Path first = site.drop("long.csv", wrong.toString());
            Path second = site.drop("corrected.csv", HEADER + row(LAST, 7));
            Files.setLastModifiedTime(first, FileTime.from(Instant.parse("2015-01-01T00:00:00Z")));
            Files.setLastModifiedTime(second, FileTime.from(Instant.parse("2015-01-02T00:00:00Z")));
            site.server();
            Program importer = site.importer();
            importer.awaitLog("long.csv: imported: " + DAYS + " rows");
            importer.awaitLog("corrected.csv: imported: 1 rows");
            assertThat(site.export(LAST.toString(), LAST.toString()))
                    .contains("WFM,1,1002,1," + LAST + "T07:00:00Z,15,7.00");
            assertThat(importer.log()).doesNotContain("not imported");
        }
    }

    private static String row(LocalDate day, int calls) {
        return "UHD_DE_IN;" + day.format(DateTimeFormatter.ofPattern("dd.MM.yyyy")) + ";08:00;" + calls + ";" + calls
                + ";60\n";
    }
}
