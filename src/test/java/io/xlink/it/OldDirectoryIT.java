package io.xlink.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A copy of an old installation works as it is: CRLF, Windows-1252, file names in any case, keys of any case, dead
 * sections, scripts, a target of two external systems. Only the login and the server's port are of this test.
 */
class OldDirectoryIT {
    private static final Path OLD = Path.of("src/test/resources/old-installation");
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    @TempDir
    Path directory;

    @Test
    void anOldDirectoryJustWorks() throws Exception {
        try (Site site = new Site(directory)) {
            install(site);
            site.server();
            Program importer = site.importer();

            drop(site, "Störungen Nord", "nord.csv", """
                    Queue;Date;Time;Angenommen;Angeboten
                    Störung Strom;23.12.2014;08:00;2;3
                    Störung Strom;23.12.2014;08:15;0;0
                    Störung Gas;23.12.2014;08:00;4;5
                    Störung Gas;23.12.2014;08:15;0;0
                    """);
            importer.awaitLog("nord.csv: imported: 4 rows (0 rejected)");
            drop(site, "Störungen Süd", "sued.csv", "Süd,2014-12-23,08:00,1,10\n");
            importer.awaitLog("sued.csv: imported: 1 rows (0 rejected)");

            assertThat(site.export("2014-12-23", "2014-12-23"))
                    .isEqualTo(Stream.of(
                                    "server,parent,queue,valuetype,start,minutes,value",
                                    "WFM,1,1002,1," + utc("08:00") + ",15,3.00",
                                    "WFM,1,1002,1," + utc("08:15") + ",15,0.00",
                                    "WFM,1,1002,2," + utc("08:00") + ",15,66.66",
                                    "WFM,1,1002,2," + utc("08:15") + ",15,0.00",
                                    "WFM,1,1003,1," + utc("08:00") + ",15,15.00",
                                    "WFM,1,1003,1," + utc("08:15") + ",15,0.00",
                                    "WFM,1,1003,3," + utc("08:00") + ",15,0.20")
                            .map(line -> line + "\n")
                            .reduce("", String::concat));
            assertThat(importer.log())
                    .contains(
                            "Acd_Map.ini:8:1: this line has no =",
                            "isps_Ul.ini:26:1: DateOrder stands twice in [Störungen Nord]; the one of line 25 counts",
                            "isps_Ul.ini:39:1: section [Störungen Nord] stands twice",
                            "WFM:1:1003:3 at " + utc("08:15") + ": $2.BAS:5:16: division by zero");
        }
    }

    /** Every file of the old directory, byte for byte but for the login and the port. */
    private static void install(Site site) throws Exception {
        for (String ours : List.of("isps.cfg", "isps_ul.ini", "acd_map.ini")) {
            Files.delete(site.conf().resolve(ours));
        }
        try (Stream<Path> files = Files.list(OLD)) {
            for (Path file : files.toList()) {
                String text = Files.readString(file, WINDOWS)
                        .replace("@PORT@", Integer.toString(site.port()))
                        .replace("@PASSWORD@", Site.PASSWORD);
                Files.writeString(site.conf().resolve(file.getFileName().toString()), text, WINDOWS);
            }
        }
    }

    private static void drop(Site site, String system, String name, String content) throws Exception {
        Path folder = site.data().resolve("in").resolve(system);
        Path part = Files.writeString(folder.resolve(name + ".part"), content, WINDOWS);
        Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Local time is this machine's, because the old file names no zone. */
    private static String utc(String time) {
        Instant start = LocalDateTime.parse("2014-12-23T" + time)
                .atZone(ZoneId.systemDefault())
                .toInstant();
        return start.toString();
    }
}
