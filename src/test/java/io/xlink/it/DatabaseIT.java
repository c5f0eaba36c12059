package io.xlink.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Call data and activities from a database with the packaged program, to what {@code xlink export} prints. */
class DatabaseIT {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final String SECTION = """
            [Views]
            Source = acd
            User = %s
            Pwd = %s
            PhoneLinkMode = every 1 00:00
            TimeLinkMode = every 1 00:00
            Protocol = 1
            QueueSQL = select distinct QueueName from Queues order by QueueName
            QueueMappingSQL = select QueueName, QueueID from Queues
            QueueNameColumn = QueueID
            ValueTypes = CallsOffered;AHT
            TimeStampColumn = XlinkDateTime
            CallDataTable = CallData
            ActivitySQL = select StatusName, StatusID from Status
            AgentActivityTable = AgentStatus
            AgentColumn = AgentID
            ActivityColumn = StatusID
            ActivityStartTimeStampColumn = StatusDateTime
            ActivityDurationColumn = StatusDuration
            """;

    @TempDir
    Path directory;

    private final LocalDate today = LocalDate.now(ZONE);
    private final LocalDateTime noon = today.atTime(12, 0);

    @Test
    void wholeDaysAreReadAgainAndReplaced() throws Exception {
        TestDatabase database = database();
        try (Site site = site(database, "words-8")) {
            site.server();
            Program importer = site.importer();
            importer.awaitLog("[Views] " + today + ": imported: 1 rows read in 3 statements, 2 values stored");
            importer.awaitLog("[Views-activities] " + today + ": imported: 1 rows read");
            assertThat(export(site, "call-data")).isEqualTo("""
                    server,parent,queue,valuetype,start,minutes,value
                    WFM,1,1002,1,%1$s,15,30.00
                    WFM,1,1002,3,%1$s,15,480.00
                    """.formatted(utc(noon)));
            assertThat(export(site, "activities"))
                    .isEqualTo("""
                    externalSystem,agent,activity,start,end
                    Views,90142,1001,%s,%s
                    """.formatted(utc(noon.plusMinutes(1)), utc(noon.plusMinutes(3))));

            // A row that comes late, one that changes and one that goes: nothing is missed, nothing is doubled.
            database.run(
                    "insert into CallData values (1001, '" + sql(noon.plusMinutes(20)) + "', 4, 100)",
                    "update CallData set CallsOffered = 11 where CallsOffered = 10",
                    "delete from CallData where CallsOffered = 20");
            importer.awaitLog("[Views] " + today + ": imported: 2 rows read in 3 statements, 4 values stored");
            assertThat(export(site, "call-data")).isEqualTo("""
                    server,parent,queue,valuetype,start,minutes,value
                    WFM,1,1002,1,%1$s,15,11.00
                    WFM,1,1002,1,%2$s,15,4.00
                    WFM,1,1002,3,%1$s,15,240.00
                    WFM,1,1002,3,%2$s,15,100.00
                    """.formatted(utc(noon), utc(noon.plusMinutes(15))));
            Path log = site.data().resolve("logs").resolve("Views_Zentrale.log");
            assertThat(log).content().contains("select q0, b, sum(v0)").contains("CallsOffered = 30.0");
            assertThat(site.data().resolve("logs").resolve("Views_agent_import.log"))
                    .content()
                    .contains("agent 90142\tactivity 1001\t120 s");
        }
    }

    @Test
    void aRefusedPasswordIsTriedOnceAndThenWaitsForTheNextRun() throws Exception {
        TestDatabase database = database();
        try (Site site = site(database, "a-wrong-one")) {
            site.server();
            Program importer = site.importer();
            importer.awaitLog("refused the login of " + reader(database));
            importer.awaitLog("It was tried once and waits for the next run");
            assertThat(importer.log()).doesNotContain("a-wrong-one");
        }
    }

    /** Should the day end meanwhile, it stays due, since its rows may come for a day more. */
    private Site site(TestDatabase database, String password) throws Exception {
        Site site = new Site(directory);
        Files.writeString(
                site.conf().resolve("isps_ul.ini"),
                Files.readString(site.conf().resolve("isps_ul.ini"))
                                .replace("[GENERAL]", "[GENERAL]\nLateRows = 1440\nCatchUpDays = 1")
                        + SECTION.formatted(reader(database), password));
        Files.writeString(
                site.conf().resolve("application.properties"),
                "xlink.datasource.acd.url=" + database.url() + "\n",
                StandardOpenOption.APPEND);
        Files.writeString(
                site.conf().resolve("acd_map.ini"),
                "WFM:1:1002:1=Views:Zentrale:CallsOffered\nWFM:1:1002:3=Views:Zentrale:AHT\n");
        Files.writeString(
                site.conf().resolve("server.yaml"),
                Files.readString(site.conf().resolve("server.yaml")).replace("CSV-Import", "CSV-Import, Views"));
        return site;
    }

    private TestDatabase database() throws SQLException {
        TestDatabase database = PostgresServer.running().newDatabase();
        database.run(
                "create table Queues (QueueID integer, QueueName varchar(64))",
                "insert into Queues values (1001, 'Zentrale'), (1002, 'Hotline')",
                "create table CallData (QueueID integer, XlinkDateTime timestamp, CallsOffered integer, AHT integer)",
                "insert into CallData values (1001, '" + sql(noon) + "', 10, 240), (1001, '" + sql(noon.plusMinutes(14))
                        + "', 20, 240), (1002, '" + sql(noon) + "', 99, 1)",
                "create table Status (StatusID integer, StatusName varchar(64))",
                "insert into Status values (1001, 'Ready')",
                "create table AgentStatus (AgentID integer, StatusID integer, StatusDateTime timestamp, StatusDuration integer)",
                "insert into AgentStatus values (90142, 1001, '" + sql(noon.plusMinutes(1)) + "', 120)",
                "create role " + reader(database) + " login password 'words-8'",
                "grant select on all tables in schema public to " + reader(database));
        return database;
    }

    private static String reader(TestDatabase database) {
        return "reader_" + database.name();
    }

    private String export(Site site, String kind) throws Exception {
        Program.Result result = site.exportResult(kind, today.toString(), today.toString());
        assertThat(result.exitCode()).as(result.messages()).isZero();
        return result.output();
    }

    private static String sql(LocalDateTime time) {
        return time.format(DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss"));
    }

    private static String utc(LocalDateTime time) {
        return time.atZone(ZONE).toInstant().toString();
    }
}
