package io.xlink.source.odbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.xlink.config.IniSections;
import io.xlink.config.Passcodes;
import io.xlink.config.PasswordUse;
import io.xlink.it.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real server that refuses wrong passwords, asked through its own ODBC driver. */
@Timeout(120)
class PostgresLoginTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @TempDir
    Path conf;

    @BeforeEach
    void define() throws IOException {
        Files.writeString(
                conf.resolve("odbc.ini"),
                "[Views]\nDriver=" + OdbcDrivers.postgres() + "\nServername=127.0.0.1\nPort="
                        + PostgresServer.running().port() + "\nDatabase=postgres\nSSLmode=disable\n");
    }

    private static void user(String name, String password) throws SQLException {
        PostgresServer.running()
                .common()
                .run(
                        "DROP USER IF EXISTS " + name,
                        "CREATE USER " + name + " PASSWORD '" + password.replace("'", "''") + "'");
    }

    private Database logIn(String user, String encoded) throws OdbcException {
        return new DatabaseAccess(conf)
                .logIn(
                        IniSections.of(
                                Path.of("isps_Ul.ini"),
                                "[CMS]\nSource=VIEWS\nUser=" + user + "\nPwd=" + encoded + "\n"),
                        LIMIT);
    }

    private String encoded(String password) {
        return new Passcodes(conf).encode(PasswordUse.section("CMS"), password.toCharArray());
    }

    @Test
    void logsInWithAnyPassword() throws Exception {
        for (String password :
                List.of("plain", "a;b", "a}b{c}", "{braces}", " \"quotes\" = 'x' ", "Grüße €", "%20+&@!")) {
            user("agent", password);
            Database database = logIn("agent", encoded(password));
            assertThat(database.name()).isEqualTo("PostgreSQL");
            assertThat(database.version()).startsWith("18.");
        }
    }

    @Test
    void aWrongPasswordIsRefusedWithoutBeingRepeated() throws Exception {
        user("agent", "right");
        OdbcException refused =
                catchThrowableOfType(OdbcException.class, () -> logIn("agent", encoded("Canary-7f3a}")));
        assertThat(refused).hasMessageContaining("password authentication failed for user \"agent\"");
        assertThat(refused.isLoginRefused()).as(refused.sqlState()).isTrue();
        assertThat(refused.toString()).doesNotContain("Canary-7f3a");
        assertThat(refused).hasNoCause();
    }
}
