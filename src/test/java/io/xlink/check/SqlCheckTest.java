package io.xlink.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.xlink.config.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code check --sql} shows of an installation with the documented example in a database file. */
class SqlCheckTest {
    private static final Path EXAMPLE = Path.of("src/test/resources/universal");

    @TempDir
    Path conf;

    private String section;

    @BeforeEach
    void installation() throws IOException, SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + conf.resolve("acd.db"));
                Statement statement = connection.createStatement()) {
            for (String sql : Files.readString(EXAMPLE.resolve("views.sql")).split(";\\s*\\R")) {
                statement.execute(sql);
            }
        }
        Files.writeString(conf.resolve("isps.cfg"), "[IES System WFM]\nName=WFM\nUrl=iwfm://127.0.0.1:1\n");
        Files.writeString(conf.resolve("odbc.ini"), "[acd]\nDriver=SQLite3\nDatabase=" + conf.resolve("acd.db") + "\n");
        Files.writeString(
                conf.resolve("acd_map.ini"), "WFM:0:1:1=Views:Zentrale:CallsOffered\nWFM:0:1:2=Views:Nowhere:AHT\n");
        section = Files.readString(EXAMPLE.resolve("views.ini"));
    }

    @Test
    void showsTheStatementsWithoutRunningThoseForTheDay() throws Exception {
        CheckReport report = check(false);

        assertThat(report.sql()).extracting(SqlReport::kind).containsExactly("call data", "activities");
        SqlReport calls = report.sql().get(0);
        assertThat(calls.summary())
                .isEqualTo("rows are added up here, because this database cannot tell the interval of such a time");
        assertThat(calls.statements())
                .allSatisfy(shown -> assertThat(shown.run()).isEmpty());
        SqlReport.Shown last = calls.statements().get(calls.statements().size() - 1);
        assertThat(last.statement().text())
                .isEqualTo("select QueueID, XlinkDateTime, CallsOffered, AHT, CallsHandled from CallData"
                        + " where QueueID in (?) and XlinkDateTime >= ? and XlinkDateTime < ?");
        assertThat(last.statement().parameters()).containsExactly(1001, "2018-02-21", "2018-02-22");
        assertThat(report.problems())
                .extracting(Problem::what)
                .anyMatch(what -> what.contains("the queue Nowhere is mapped, and the database does not list it"));
    }

    @Test
    void explainRunsThemAndShowsRowsAndTimes() throws Exception {
        CheckReport report = check(true);

        List<SqlReport.Shown> calls = report.sql().get(0).statements();
        assertThat(calls.get(calls.size() - 1).run().orElseThrow().rows()).isEqualTo(3);
        assertThat(report.hasErrors()).isFalse();
    }

    @Test
    void aStatementThatTheDatabaseRefusesIsAnErrorOfItsKey() throws Exception {
        section = section.replace("ValueTypes = CallsOffered", "ValueTypes = CallsOferred");
        CheckReport report = check(true);

        assertThat(report.problems())
                .filteredOn(problem -> problem.severity() == Problem.Severity.ERROR)
                .anySatisfy(problem -> {
                    assertThat(problem.what()).contains("CallsOferred");
                    assertThat(problem.file()).isEqualTo(conf.resolve("isps_ul.ini"));
                });
        assertThat(report.sql()).extracting(SqlReport::kind).containsExactly("activities");
    }

    private CheckReport check(boolean explain) throws Exception {
        Files.writeString(
                conf.resolve("isps_ul.ini"), "[DB]\n1=WFM,0,xlink,words\n[GENERAL]\nLocalTimeZone=UTC\n" + section);
        try (DatabaseSources databases = new DatabaseSources(conf)) {
            return new ConfigurationCheck(conf, conf.resolve("data"), databases)
                    .run(
                            Optional.empty(),
                            Optional.of(new SqlRequest(Optional.of(LocalDate.parse("2018-02-21")), explain)));
        }
    }
}
