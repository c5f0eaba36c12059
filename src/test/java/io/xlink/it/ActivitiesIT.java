package io.xlink.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.xlink.iwfm.protocol.ClientSettings;
import io.xlink.iwfm.protocol.IwfmClient;
import io.xlink.iwfm.protocol.IwfmThreads;
import io.xlink.iwfm.protocol.Password;
import io.xlink.model.ActivityColumn;
import io.xlink.model.ActivityImport;
import io.xlink.model.LocalDay;
import io.xlink.model.Receipt;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Activities with the packaged program: sent by a client, kept by the server, printed by {@code xlink export}. */
class ActivitiesIT {
    private static final LocalDay DAY = new LocalDay(LocalDate.of(2014, 12, 23), ZoneId.of("Europe/Berlin"));
    private static final String HEADER = "externalSystem,agent,activity,start,end\n";

    private final IwfmThreads threads = new IwfmThreads("it");

    @TempDir
    Path directory;

    @AfterEach
    void stop() {
        threads.close();
    }

    @Test
    void whatWasAcknowledgedIsPrintedAlsoAfterAKill() throws Exception {
        try (Site site = new Site(directory)) {
            Program server = site.server();
            assertThat(send(
                            site,
                            day(
                                    column("999", "1", "2014-12-23T07:00:01Z", 59),
                                    column("1002", "login", "2014-12-22T23:00:00Z", 86_400 + 3600),
                                    column("1002", "break, long", "2014-12-23T07:00:00Z", 1))))
                    .isEqualTo("3 stored, []");
            server.kill();
            site.server();

            assertThat(export(site, "2014-12-23", "2014-12-23")).isEqualTo(HEADER + """
                            CSV-Import,1002,"break, long",2014-12-23T07:00:00Z,2014-12-23T07:00:01Z
                            CSV-Import,1002,login,2014-12-22T23:00:00Z,2014-12-24T00:00:00Z
                            CSV-Import,999,1,2014-12-23T07:00:01Z,2014-12-23T07:01:00Z
                            """);
            assertThat(export(site, "2014-12-22", "2014-12-22")).isEqualTo(HEADER);
            assertThat(export(site, "2014-12-24", "2014-12-24")).isEqualTo(HEADER);

            assertThat(send(site, day(ActivityColumn.none("999"), column("1002", "login", "2014-12-23T22:59:59Z", 60))))
                    .isEqualTo("1 stored, []");
            assertThat(export(site, "2014-12-20", "2014-12-30"))
                    .isEqualTo(HEADER + "CSV-Import,1002,login,2014-12-23T22:59:59Z,2014-12-23T23:00:59Z\n");
        }
    }

    @Test
    void anAgentWhomNobodyClaimsIsListedAndTheOthersAreKept() throws Exception {
        try (Site site = new Site(directory)) {
            Path catalogue = site.conf().resolve("server.yaml");
            Files.writeString(
                    catalogue,
                    Files.readString(catalogue)
                            .replace(
                                    "employees: any",
                                    "employees:\n  - {id: 7, name: Jane, external: [{system: CSV-Import, agent: \"1002\"}]}"));
            site.server();

            assertThat(send(
                            site,
                            day(
                                    column("1002", "2", "2014-12-23T07:00:00Z", 60),
                                    column("1003", "2", "2014-12-23T07:00:00Z", 60))))
                    .isEqualTo("1 stored, [RejectedActivities[agent=1003, activity=, values=1,"
                            + " reason=agent 1003 of CSV-Import is unknown: no employee claims it]]");

            assertThat(export(site, "2014-12-23", "2014-12-23"))
                    .isEqualTo(HEADER + "CSV-Import,1002,2,2014-12-23T07:00:00Z,2014-12-23T07:01:00Z\n");
        }
    }

    @Test
    void theActivitiesOfSeveralServersComeInOneOrder() throws Exception {
        try (Site one = new Site(directory.resolve("one"));
                Site two = new Site(directory.resolve("two"))) {
            one.server();
            two.server();
            send(one, day(column("a", "x", "2014-12-23T07:00:00Z", 60), column("c", "x", "2014-12-23T07:00:00Z", 60)));
            send(two, day(column("b", "x", "2014-12-23T07:00:00Z", 60), column("d", "x", "2014-12-23T07:00:00Z", 60)));
            append(
                    one.conf().resolve("isps.cfg"),
                    Files.readString(two.conf().resolve("isps.cfg")).replace("WFM", "Other"));
            Path login = one.conf().resolve("isps_ul.ini");
            Files.writeString(
                    login,
                    Files.readString(login).replace("[GENERAL]", "2=Other,0,xlink," + Site.PASSWORD + "\n[GENERAL]"));

            assertThat(export(one, "2014-12-23", "2014-12-23").lines().map(line -> line.split(",")[1]))
                    .containsExactly("agent", "a", "b", "c", "d");
        }
    }

    private static void append(Path file, String text) throws Exception {
        Files.writeString(file, Files.readString(file) + text);
    }

    private static String export(Site site, String from, String to) throws Exception {
        Program.Result result = site.exportResult("activities", from, to);
        assertThat(result.exitCode()).as(result.messages()).isZero();
        return result.output();
    }

    private String send(Site site, ActivityImport what) throws Exception {
        ClientSettings settings =
                ClientSettings.of(1, "WFM", "127.0.0.1", site.port(), "xlink", Password.of(Site.PASSWORD));
        try (IwfmClient client = new IwfmClient(settings, threads)) {
            client.start();
            Receipt receipt = client.send(what).get(60, TimeUnit.SECONDS);
            return receipt.stored() + " stored, " + receipt.rejected();
        }
    }

    private static ActivityImport day(ActivityColumn... columns) {
        return ActivityImport.of(UUID.randomUUID(), "WFM", "CSV-Import", DAY, List.of(columns));
    }

    private static ActivityColumn column(String agent, String activity, String start, int seconds) {
        return new ActivityColumn(
                agent, activity, new long[] {Instant.parse(start).getEpochSecond()}, new int[] {seconds});
    }
}
