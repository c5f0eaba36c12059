package io.xlink.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.xlink.config.IniFile;
import io.xlink.config.IniSection;
import io.xlink.config.Problem;
import io.xlink.source.odbc.OdbcDrivers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Data sources of external systems, found in files and, with the packages that it needs, logged in to. */
class DatabaseSourcesTest {
    @TempDir
    Path conf;

    private final List<Problem> told = new ArrayList<>();

    @Test
    void aSourceThatIsDefinedNowhereIsToldWithWhatWasMeant() throws IOException {
        Files.writeString(conf.resolve("odbc.ini"), "[reports]\nDriver=/no/such/driver.so\n");
        IniSection section = section("Source=raports", "CallDataTable=v");

        assertThat(new DatabaseSources(conf).check(section)).singleElement().satisfies(problem -> {
            assertThat(problem.severity()).isEqualTo(Problem.Severity.ERROR);
            assertThat(problem.line()).isEqualTo(2);
            assertThat(problem.column()).isEqualTo(8);
            assertThat(problem.toString()).contains("[Views]").contains("reports");
        });
    }

    @Test
    void aPasswordOfPasscodeExeIsTold() throws IOException {
        IniSection section = section("Source=x", "CallDataTable=v", "Pwd=$$$:4fa81c");

        assertThat(new DatabaseSources(conf).check(section))
                .extracting(Problem::what)
                .anySatisfy(what -> assertThat(what).contains("[Views] Pwd"));
    }

    @Test
    void whatIsAmissWithoutConnectingIsNotToldAgain() throws IOException {
        Optional<DatabaseReport> report =
                new DatabaseSources(conf).logIn(section("Source=nowhere", "CallDataTable=v"), told::add);

        assertThat(report).contains(new DatabaseReport("Views", "nowhere", Optional.empty()));
        assertThat(told).isEmpty();
    }

    @Test
    void aDatabaseSaysWhatItIs() throws IOException, SQLException {
        Path driver = OdbcDrivers.sqlite();
        try (Connection made = DriverManager.getConnection("jdbc:sqlite:" + conf.resolve("acd.db"));
                Statement statement = made.createStatement()) {
            statement.execute("create table v (a integer)");
        }
        Files.writeString(
                conf.resolve("odbc.ini"), "[acd]\nDriver=" + driver + "\nDatabase=" + conf.resolve("acd.db") + "\n");

        Optional<DatabaseReport> report =
                new DatabaseSources(conf).logIn(section("Source=acd", "CallDataTable=v"), told::add);

        assertThat(told).isEmpty();
        assertThat(report.orElseThrow().product().orElseThrow()).startsWith("SQLite ");
    }

    private IniSection section(String... lines) throws IOException {
        Path file = Files.writeString(conf.resolve("isps_Ul.ini"), "[Views]\n" + String.join("\n", lines) + "\n");
        return IniFile.read(file).section("Views").orElseThrow();
    }
}
