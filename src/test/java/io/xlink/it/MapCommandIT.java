package io.xlink.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged map commands beside a server: names in place of ids. */
class MapCommandIT {
    @TempDir
    Path directory;

    @Test
    void targetsAreShownAndFoundByTheirNames() throws Exception {
        try (Site site = new Site(directory)) {
            Files.writeString(site.conf().resolve("acd_map.ini"), "WFM:1:1009:1=CSV-Import:UHD_FR_IN:CallsOffered\n");
            site.server();

            Program.Result added =
                    map(site, "add", "WFM:Hotline/Hotline DE:Offered", "CSV-Import:UHD_DE_IN:CallsOffered");
            Program.Result unknown =
                    map(site, "add", "WFM:Hotline/Hotline DE:Ofered", "CSV-Import:UHD_DE_IN:CallsOffered");
            Program.Result list = map(site, "list", "--connect", "--format", "csv");
            Program.Result test = map(site, "script", "WFM:Hotline/Hotline DE:Offered", "--test", "--para", "2");

            assertThat(added.exitCode()).as(added.messages()).isZero();
            assertThat(unknown.exitCode()).isEqualTo(2);
            assertThat(unknown.messages()).contains("did you mean \"WFM:Hotline/Hotline DE:Offered\"?");
            assertThat(list.output()).isEqualTo("""
                    server,parent,queue,valuetype,para,source,script,queueName,valuetypeName
                    WFM,1,1009,1,1,CSV-Import:UHD_FR_IN:CallsOffered,,,Offered
                    WFM,1,1002,1,1,CSV-Import:UHD_DE_IN:CallsOffered,,Hotline/Hotline DE,Offered
                    """);
            assertThat(test.output()).isEqualTo("Result = 200" + System.lineSeparator());
            assertThat(map(site, "list", "--connect").output())
                    .contains("WFM:1:1002:1  Hotline/Hotline DE:Offered", "WFM:1:1009:1  (no such queue):Offered");

            Program.Result removed = map(site, "remove", "WFM:Hotline/Hotline DE:Offered");
            assertThat(removed.exitCode()).as(removed.messages()).isZero();
            assertThat(site.conf().resolve("acd_map.ini"))
                    .hasContent("WFM:1:1009:1=CSV-Import:UHD_FR_IN:CallsOffered\n");
        }
    }

    private static Program.Result map(Site site, String... arguments) throws Exception {
        List<String> all = new ArrayList<>(List.of("map"));
        all.addAll(Arrays.asList(arguments));
        all.addAll(List.of("--conf", site.conf().toString()));
        return Program.run("", all.toArray(String[]::new));
    }
}
