package io.xlink.source.odbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.xlink.config.ConfigException;
import io.xlink.config.IniSection;
import io.xlink.config.IniSections;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Logins through the machine's real driver manager and drivers. */
@Timeout(60)
class OdbcLoginTest {
    private static final Duration LIMIT = Duration.ofSeconds(5);

    @TempDir
    Path conf;

    private static IniSection system(String source, String lines) {
        return IniSections.of(Path.of("isps_Ul.ini"), "[Views]\nSource=" + source + "\n" + lines);
    }

    private void define(String text) throws IOException {
        Files.writeString(conf.resolve("odbc.ini"), text);
    }

    private Database logIn(IniSection section) throws OdbcException {
        return new DatabaseAccess(conf).logIn(section, LIMIT);
    }

    private OdbcException refusal(IniSection section) {
        OdbcException refused = catchThrowableOfType(OdbcException.class, () -> logIn(section));
        assertThat(refused).as("login of " + section.name()).isNotNull();
        return refused;
    }

    @Test
    void asksAFileOfSqliteWhatItIs() throws Exception {
        Path database = Files.createDirectory(conf.resolve("Größe €")).resolve("calls.db");
        define("[Calls]\nDriver=" + OdbcDrivers.sqlite() + "\nDatabase=" + database + "\n");

        Database answer = logIn(system("calls", "User=x\nPwd=y\n"));

        assertThat(answer.name()).isEqualTo("SQLite");
        assertThat(answer.version()).startsWith("3.");
        define("[Calls]\nDriver=" + OdbcDrivers.sqlite() + "\nDatabase=" + conf.resolve("no/calls.db") + "\n");
        assertThat(refusal(system("calls", ""))).hasMessageContaining("connect failed");
    }

    @Test
    void whatTheDriverManagerKnowsIsReachedByName() throws Exception {
        Path file = Files.writeString(
                conf.resolve("user.ini"),
                "[Machine Calls]\nDriver=" + OdbcDrivers.sqlite() + "\nDatabase=" + conf.resolve("m.db") + "\n");
        OdbcFiles files =
                new OdbcFiles(conf, java.util.Map.of("ODBCINI", file.toString(), "ODBCSYSINI", conf.toString()), conf);
        DatabaseAccess access =
                new DatabaseAccess(new DataSourceNames(files, false), new io.xlink.config.Passcodes(conf));
        DatabaseAccess asWindows =
                new DatabaseAccess(new DataSourceNames(files, true), new io.xlink.config.Passcodes(conf));
        try (NativeEnvironment user = new NativeEnvironment("ODBCINI", file.toString());
                NativeEnvironment machine = new NativeEnvironment("ODBCSYSINI", conf.toString())) {
            assertThat(access.logIn(system("MACHINE CALLS", ""), LIMIT).name()).isEqualTo("SQLite");
            assertThat(asWindows.logIn(system("machine calls", ""), LIMIT).name())
                    .isEqualTo("SQLite");
            assertThat(asWindows
                            .dataSource(system("Machine Call", ""))
                            .problems()
                            .toString())
                    .contains("knows no data source Machine Call. Did you mean Machine Calls?");
        }
    }

    @Test
    void aClosedPortIsToldApartFromAWrongPassword() throws Exception {
        int port = closedPort();
        define("[Pg]\nDriver=" + OdbcDrivers.postgres() + "\nServername=127.0.0.1\nPort=" + port + "\nDatabase=x\n"
                + "[Maria]\nDriver=" + OdbcDrivers.mariadb() + "\nServer=127.0.0.1\nPort=" + port + "\nDatabase=x\n");
        for (String source : List.of("Pg", "Maria")) {
            OdbcException refused = refusal(system(source, "User=u\nPwd=Canary-7f3a\n"));
            assertThat(refused).hasMessageStartingWith("the login at data source " + source + " failed: [");
            assertThat(refused.remedy()).as(refused.toString()).contains("firewall");
            assertThat(refused.isLoginRefused()).isFalse();
            assertThat(refused.toString()).doesNotContain("Canary-7f3a");
        }
    }

    @Test
    void aServerThatNeverAnswersIsGivenUp() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            define("[Silent]\nDriver=" + OdbcDrivers.postgres() + "\nServername=127.0.0.1\nPort="
                    + silent.getLocalPort() + "\nDatabase=x\n");
            long begin = System.nanoTime();
            OdbcException refused = catchThrowableOfType(
                    OdbcException.class,
                    () -> new DatabaseAccess(conf).logIn(system("Silent", "User=u\nPwd=p\n"), Duration.ofSeconds(2)));
            assertThat(refused).isNotNull();
            assertThat(refused.isLoginRefused()).isFalse();
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(15));
        }
    }

    @Test
    void aLibraryThatIsNoDriverIsExplained() throws Exception {
        OdbcDrivers.sqlite();
        Path text = Files.writeString(conf.resolve("broken.so"), "no library");
        define("[Broken]\nDriver=" + text + "\n[Gone]\nDriver=" + conf.resolve("gone.so") + "\n");
        OdbcException broken = refusal(system("Broken", "Pwd=Canary-7f3a"));
        assertThat(broken.sqlState()).isEqualTo("01000");
        assertThat(broken.remedy()).contains("Install the driver");
        assertThat(broken.toString()).doesNotContain("Canary-7f3a");
        assertThat(refusal(system("Gone", ""))).hasMessageContaining("which is not there");
        assertThat(refusal(system("Nowhere", ""))).hasMessageContaining("no data source Nowhere stands in");
    }

    @Test
    void aMachineWithoutDriverManagerIsToldWhatToInstall() {
        assertThatThrownBy(() -> OdbcFunctions.library(List.of("no-such-odbc", "nor-this-one")))
                .isInstanceOf(OdbcException.class)
                .hasMessageContaining("no ODBC driver manager was found (no-such-odbc, nor-this-one)")
                .hasMessageContaining("apt-get install unixodbc");
    }

    @Test
    void aSectionWithoutSourceIsAnError() {
        IniSection section = IniSections.of(Path.of("isps_Ul.ini"), "[Views]\nCallDataTable=v\n");
        assertThatThrownBy(() -> new DatabaseAccess(conf).dataSource(section))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("[Views] has no Source");
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
