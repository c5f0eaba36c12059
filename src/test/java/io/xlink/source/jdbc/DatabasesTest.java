package io.xlink.source.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xlink.config.ConfigException;
import io.xlink.config.IniSection;
import io.xlink.config.IniSections;
import io.xlink.it.PostgresServer;
import io.xlink.it.TestDatabase;
import io.xlink.source.odbc.OdbcDrivers;
import io.xlink.tcp.CuttingProxy;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which database a section's Source means, and what becomes of logins (specification, section 5). */
class DatabasesTest {
    @TempDir
    Path conf;

    @Test
    void applicationPropertiesComeBeforeDataSourcesOfOdbc() throws Exception {
        write("odbc.ini", "[acd]\nDriver=SQLite3\nDatabase=" + file("odbc.db") + "\n");
        assertThat(fileOf("acd")).isEqualTo("odbc.db");
        write("application.properties", "xlink.datasource.acd.url=jdbc:sqlite:" + file("properties.db") + "\n");
        assertThat(fileOf("acd")).isEqualTo("properties.db");
    }

    @Test
    void aDataSourceWithoutAJdbcDriverGoesToTheDriverManager() throws Exception {
        Path library = OdbcDrivers.sqlite();
        // A driver that is not known by its name or file.
        Path other = Files.copy(library, conf.resolve("libacd.so"));
        write("odbc.ini", "[acd]\nDriver=" + other + "\nDatabase=" + file("odbc.db") + "\n");
        try (Databases databases = databases();
                Connection connection = databases.of(section("Source=acd")).connect()) {
            assertThat(connection.getMetaData().getURL()).startsWith("jdbc:odbc:acd");
        }
    }

    @Test
    void aMissingDriverIsAnErrorThatNamesTheFileToFetch() throws IOException {
        write(
                "odbc.ini",
                "[ora]\nDriver=/opt/oracle/libsqora.so\nDBQ=//db/PROD\n[ifx]\nDriver=/opt/iclit09b.so\n"
                        + "Host=h\nService=1526\nServer=s\nDatabase=db_cra\n");
        assertError("Source=ora", "needs the JDBC driver for jdbc:oracle:", "Put ojdbc11.jar");
        assertError("Source=ifx", "needs the JDBC driver for jdbc:informix-sqli:", "informix-jdbc");
        write("application.properties", "xlink.datasource.cms.url=jdbc:nobody:here\n");
        assertError(
                "Source=cms", "needs the JDBC driver for jdbc:nobody:", "Put the database's JDBC driver into lib/ext");
    }

    @Test
    void whatIsNotDefinedIsToldWithWhatWasMeant() throws IOException {
        write("odbc.ini", "[reports]\nDriver=SQLite3\nDatabase=x\n");
        assertError("Source=raports", "no data source raports", "Did you mean reports?");
        assertError("User=x", "has no Source", "Write Source=");
        write("application.properties", "xlink.datasource.acd.user=x\n");
        assertError("Source=acd", "has no URL of JDBC", "xlink.datasource.acd.url=jdbc:...");
    }

    @Test
    void environmentVariablesStandForPasswords() {
        NamedSources sources = new NamedSources(conf, Map.of("ACD_PWD", "a$1\\b"));
        write(
                "application.properties",
                "xlink.datasource.acd.url=jdbc:x:y\nxlink.datasource.acd.user=u\n"
                        + "xlink.datasource.acd.password={{env:ACD_PWD}}\nxlink.datasource.acd.property.sslmode=require\n");
        JdbcAddress address = sources.find("acd").orElseThrow();
        assertThat(address.password().orElseThrow().reveal()).isEqualTo("a$1\\b");
        assertThat(address.properties()).containsEntry("sslmode", "require");
        assertThat(address.toString()).doesNotContain("a$1").doesNotContain("require");
        assertThatThrownBy(() -> new NamedSources(conf, Map.of()).find("acd"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("ACD_PWD");
    }

    @Test
    void aRefusedPasswordIsTriedOnceARun() throws Exception {
        TestDatabase database = PostgresServer.running().newDatabase();
        String reader = "gate_" + database.name();
        database.run("create role " + reader + " login password 'words-8'");
        try (CuttingProxy proxy = new CuttingProxy(new InetSocketAddress(database.host(), database.port()));
                Databases databases = databases()) {
            write(
                    "application.properties",
                    "xlink.datasource.acd.url="
                            + database.url().replace(":" + database.port() + "/", ":" + proxy.port() + "/")
                            + "?sslmode=disable&gssEncMode=disable\n");
            Database refused = databases.of(section("Source=acd\nUser=" + reader + "\nPwd=not-the-words"));
            for (int i = 0; i < 5; i++) {
                assertThatThrownBy(refused::connect)
                        .isInstanceOf(LoginRefusedException.class)
                        .hasMessageContaining("refused the login of " + reader)
                        .hasMessageNotContaining("not-the-words");
            }
            assertThat(proxy.connections())
                    .as("logins that reached the database")
                    .isEqualTo(1);
            refused.newRun();
            assertThatThrownBy(refused::connect).isInstanceOf(LoginRefusedException.class);
            assertThat(proxy.connections()).isEqualTo(2);
            Database right = databases.of(section("Source=acd\nUser=" + reader + "\nPwd=words-8"));
            assertThat(right.product()).startsWith("PostgreSQL");
        }
    }

    @Test
    void connectionsReadAndDoNotWrite() throws Exception {
        TestDatabase database = PostgresServer.running().newDatabase();
        database.run("create table t (a integer)");
        write(
                "application.properties",
                "xlink.datasource.acd.url=" + database.url() + "\nxlink.datasource.lite.url=" + "jdbc:sqlite:"
                        + file("lite.db") + "\n");
        try (Databases databases = databases()) {
            for (String source : List.of("acd", "lite")) {
                try (Connection connection = databases
                                .of(section("Source=" + source + "\nUser=postgres"))
                                .connect();
                        Statement statement = connection.createStatement()) {
                    assertThatThrownBy(() -> statement.executeUpdate("insert into t values (1)"))
                            .as(source)
                            .isInstanceOf(SQLException.class)
                            .hasMessageContaining("read");
                }
            }
        }
    }

    @Test
    void aDatabaseThatIsAwayIsToldAtOnce() throws Exception {
        write("application.properties", "xlink.datasource.acd.url=jdbc:postgresql://127.0.0.1:1/x\n");
        try (Databases databases = databases()) {
            Database away = databases.of(section("Source=acd\nUser=u\nPwd=p"));
            long begin = System.nanoTime();
            assertThatThrownBy(away::connect)
                    .isInstanceOf(SQLException.class)
                    .isNotInstanceOf(LoginRefusedException.class);
            assertThat(System.nanoTime() - begin).isLessThan(15_000_000_000L);
        }
    }

    /** The name of the SQLite file that a source leads to, as the database itself tells it. */
    private String fileOf(String source) throws Exception {
        try (Databases databases = databases();
                Connection connection =
                        databases.of(section("Source=" + source)).connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("pragma database_list")) {
            assertThat(rows.next()).isTrue();
            return Path.of(rows.getString("file")).getFileName().toString();
        }
    }

    private Path file(String name) throws SQLException {
        Path file = conf.resolve(name);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("create table t (a integer)");
        }
        return file;
    }

    private void assertError(String lines, String what, String remedy) {
        assertThatThrownBy(() -> databases().of(section(lines)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(what)
                .hasMessageContaining(remedy);
    }

    private Databases databases() {
        return new Databases(conf, Map.of());
    }

    private IniSection section(String lines) {
        return IniSections.of(
                conf.resolve("isps_ul.ini"),
                "[Views]\n" + lines.lines().collect(Collectors.joining("\n")) + "\nCallDataTable=t\n");
    }

    private void write(String name, String text) {
        try {
            Files.writeString(conf.resolve(name), text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
