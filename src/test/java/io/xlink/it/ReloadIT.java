package io.xlink.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of the configuration are edited while the packaged program runs. */
class ReloadIT {
    private static final String HEADER = "Queue;Date;Time;CallsOffered;CallsHandled;AHT\n";
    private static final String ROUTE = """
            - route:
                from:
                  uri: %s
                  parameters:
                    name: own
                  steps:
                    - log:
                        message: a route of my own
                        loggingLevel: WARN
            """;
    private static final String DAY = "2014-12-23";

    @TempDir
    Path directory;

    @Test
    void changedMappingsAreTakenOverAndWrongOnesAreNot() throws Exception {
        try (Site site = new Site(directory)) {
            site.server();
            Program importer = site.importer();
            site.map("UHD_EN_IN", "UHD_DE_IN");
            importer.awaitLog("the changed mappings are in force");
            drop(site, importer, "a.csv", 1);
            assertThat(site.export(DAY, DAY)).contains("WFM,1,1003,1,2014-12-23T07:00:00Z,15,1.00");

            // A script that does not compile: its target would be left out.
            String good = Files.readString(site.conf().resolve("acd_map.ini"));
            Files.writeString(site.conf().resolve("$1.BAS"), "Sub Main()\nResult = Para1 +\nEnd Sub\n");
            Files.writeString(site.conf().resolve("acd_map.ini"), good + "WFM:1:1003:1=$1.BAS\n");
            importer.awaitLog("the one before stays in force: ");
            assertThat(importer.log()).contains("$1.BAS:2");
            drop(site, importer, "b.csv", 2);
            assertThat(site.export(DAY, DAY)).contains("WFM,1,1003,1,2014-12-23T07:00:00Z,15,2.00");

            Files.writeString(site.conf().resolve("$1.BAS"), "Sub Main()\nResult = Para1 * 1000\nEnd Sub\n");
            importer.await("the script", () -> count(importer.log(), "the changed mappings are in force") == 2);
            drop(site, importer, "c.csv", 3);
            assertThat(site.export(DAY, DAY)).contains("WFM,1,1003,1,2014-12-23T07:00:00Z,15,30.00");
        }
    }

    @Test
    void changedSettingsAreTakenOverAndWrongOnesAreNot() throws Exception {
        try (Site site = new Site(directory)) {
            site.server();
            Program importer = site.importer();
            drop(site, importer, "a.csv", 1);
            String good = Files.readString(site.conf().resolve("isps_ul.ini"));
            Files.writeString(site.conf().resolve("isps_ul.ini"), good.replace("Interval = 15", "Interval = 7"));
            importer.awaitLog("the one before stays in force: ");
            assertThat(importer.log()).contains("isps_ul.ini:12:12: [CSV-Import] Interval=7");
            drop(site, importer, "b.csv", 2);
            assertThat(site.export(DAY, DAY)).contains("WFM,1,1002,1,2014-12-23T07:00:00Z,15,2.00");

            Files.writeString(site.conf().resolve("isps_ul.ini"), good.replace("Interval = 15", "Interval = 30"));
            importer.awaitLog("the changed configuration of " + site.conf() + " is in force");
            drop(site, importer, "c.csv", 3);
            assertThat(site.export(DAY, DAY)).contains("WFM,1,1002,1,2014-12-23T07:00:00Z,30,3.00");
            // What was imported before is not imported again.
            assertThat(count(importer.log(), "a.csv: imported")).isEqualTo(1);
        }
    }

    @Test
    void aChangedPasswordIsTakenOver() throws Exception {
        try (Site site = new Site(directory)) {
            site.server();
            site.login("not-the-password-1");
            Program importer = site.importer();
            importer.awaitLog("Check user and password");
            site.login(Site.PASSWORD);
            importer.awaitLog("is in force");
            drop(site, importer, "a.csv", 1);
        }
    }

    @Test
    void routesAreTakenOverAndWrongOnesAreNot() throws Exception {
        try (Site site = new Site(directory)) {
            site.server();
            Program importer = site.importer();
            Path routes = Files.createDirectory(site.conf().resolve("routes"));
            Path own = routes.resolve("own.camel.yaml");
            Files.writeString(own, "- route:\n    from:\n      uri: timer\n      steps:\n        - nosuchstep: 1\n");
            importer.awaitLog("own.camel.yaml: is no file of routes");
            drop(site, importer, "a.csv", 1);
            // Camel understands it, and cannot start it: there is no such component.
            Files.writeString(own, ROUTE.formatted("nosuchcomponent"));
            importer.awaitLog("cannot be used: ");
            drop(site, importer, "b.csv", 2);
            Files.writeString(own, ROUTE.formatted("scheduler"));
            importer.awaitLog("a route of my own");
            drop(site, importer, "c.csv", 3);
            assertThat(site.export(DAY, DAY)).contains("WFM,1,1002,1,2014-12-23T07:00:00Z,15,3.00");
        }
    }

    private static void drop(Site site, Program importer, String name, int calls) throws Exception {
        site.drop(name, HEADER + "UHD_DE_IN;23.12.2014;08:00;" + calls + ";1;10\n");
        importer.awaitLog(name + ": imported:");
    }

    private static long count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }
}
