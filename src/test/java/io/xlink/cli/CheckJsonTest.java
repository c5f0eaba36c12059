package io.xlink.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.xlink.check.CheckReport;
import io.xlink.check.DatabaseReport;
import io.xlink.check.ServerReport;
import io.xlink.check.ShownCertificate;
import io.xlink.check.SqlReport;
import io.xlink.config.Problem;
import io.xlink.config.Secret;
import io.xlink.config.WfmServer;
import io.xlink.source.sql.SqlStatement;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CheckJsonTest {
    private static final WfmServer SERVER =
            new WfmServer(2, "W\"F\"M", "xlink", new Secret("s3cret"), true, "::1", 45055, Optional.empty());

    @Test
    void saysWhatTheTextSays() {
        Path file = Path.of("conf/isps_ul.ini");
        CheckReport report = new CheckReport(
                List.of(
                        Problem.error(file, 3, 7, "Größe <b> \"x\"\n", "Correct it"),
                        Problem.advice(file, 0, 0, "fine", "Go on")),
                List.of(new ServerReport(
                        SERVER,
                        true,
                        Optional.of(new ShownCertificate(
                                "CN=a", "CN=b", "AA:BB", Instant.parse("2027-01-02T03:04:05Z"), 7)))),
                List.of(
                        new DatabaseReport("Views", "acd", Optional.of("PostgreSQL 18.6")),
                        new DatabaseReport("Old", "", Optional.empty())),
                List.of(new SqlReport(
                        "Views",
                        "call data",
                        LocalDate.parse("2018-02-21"),
                        "the database adds up the rows",
                        List.of(new SqlReport.Shown(
                                new SqlStatement("the query", "select ?", List.of(1001L), List.of()),
                                Optional.of(new SqlReport.Run(3, 12)))))),
                2);

        String text = CheckJson.of(report);
        JsonObject json = JsonParser.parseString(text).getAsJsonObject();

        assertThat(json.keySet())
                .containsExactly("problems", "servers", "databases", "sql", "errors", "warnings", "advices", "files");
        assertThat(json.get("errors").getAsInt()).isEqualTo(1);
        assertThat(json.get("warnings").getAsInt()).isZero();
        assertThat(json.get("advices").getAsInt()).isEqualTo(1);
        assertThat(json.get("files").getAsInt()).isEqualTo(2);
        JsonObject problem = json.getAsJsonArray("problems").get(0).getAsJsonObject();
        assertThat(problem.get("file").getAsString()).isEqualTo("conf/isps_ul.ini");
        assertThat(problem.get("line").getAsInt()).isEqualTo(3);
        assertThat(problem.get("column").getAsInt()).isEqualTo(7);
        assertThat(problem.get("severity").getAsString()).isEqualTo("error");
        assertThat(problem.get("what").getAsString()).isEqualTo("Größe <b> \"x\"\n");
        assertThat(problem.get("remedy").getAsString()).isEqualTo("Correct it");
        JsonObject server = json.getAsJsonArray("servers").get(0).getAsJsonObject();
        assertThat(server.get("index").getAsInt()).isEqualTo(2);
        assertThat(server.get("name").getAsString()).isEqualTo("W\"F\"M");
        assertThat(server.get("url").getAsString()).isEqualTo("iwfms://[::1]:45055");
        assertThat(server.get("loggedIn").getAsBoolean()).isTrue();
        JsonObject certificate = server.getAsJsonObject("certificate");
        assertThat(certificate.get("sha256").getAsString()).isEqualTo("AA:BB");
        assertThat(certificate.get("validUntil").getAsString()).isEqualTo("2027-01-02T03:04:05Z");
        assertThat(certificate.get("daysLeft").getAsInt()).isEqualTo(7);
        JsonObject database = json.getAsJsonArray("databases").get(0).getAsJsonObject();
        assertThat(database.get("system").getAsString()).isEqualTo("Views");
        assertThat(database.get("source").getAsString()).isEqualTo("acd");
        assertThat(database.get("loggedIn").getAsBoolean()).isTrue();
        assertThat(database.get("product").getAsString()).isEqualTo("PostgreSQL 18.6");
        JsonObject other = json.getAsJsonArray("databases").get(1).getAsJsonObject();
        assertThat(other.get("loggedIn").getAsBoolean()).isFalse();
        assertThat(other.has("product")).isFalse();
        JsonObject sql = json.getAsJsonArray("sql").get(0).getAsJsonObject();
        assertThat(sql.get("system").getAsString()).isEqualTo("Views");
        assertThat(sql.get("day").getAsString()).isEqualTo("2018-02-21");
        JsonObject statement = sql.getAsJsonArray("statements").get(0).getAsJsonObject();
        assertThat(statement.get("sql").getAsString()).isEqualTo("select ?");
        assertThat(statement.getAsJsonArray("parameters").get(0).getAsString()).isEqualTo("1001");
        assertThat(statement.get("rows").getAsInt()).isEqualTo(3);
        assertThat(statement.get("millis").getAsInt()).isEqualTo(12);
        assertThat(text).doesNotContain("s3cret");
    }
}
