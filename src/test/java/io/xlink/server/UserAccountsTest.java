package io.xlink.server;

import static io.xlink.server.StoreFixture.hotline;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.ongres.scram.common.ScramFunctions;
import com.ongres.scram.common.ScramMechanism;
import com.ongres.scram.common.StringPreparation;
import io.xlink.iwfm.protocol.Accounts.Account;
import io.xlink.iwfm.protocol.ScramVerifier;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class UserAccountsTest {
    private static final Instant NOW = Instant.parse("2014-12-23T07:00:00Z");
    private static final String CANARY = "canary-Zq7";

    @TempDir
    Path data;

    private UserAccounts accounts;

    @BeforeEach
    void open() {
        accounts = UserAccounts.open(data, Clock.fixed(NOW, ZoneOffset.UTC));
        add("xlink", "System");
    }

    @AfterEach
    void close() {
        accounts.close();
    }

    @Test
    void aUserIsFoundWithTheVerifierOfItsPassword() {
        Account account = accounts.find("xlink").orElseThrow();

        ScramVerifier kept = account.verifier();
        byte[] salted = ScramFunctions.saltedPassword(
                ScramMechanism.SCRAM_SHA_256,
                StringPreparation.SASL_PREPARATION,
                CANARY.toCharArray(),
                kept.salt(),
                kept.iterations());
        byte[] clientKey = ScramFunctions.clientKey(ScramMechanism.SCRAM_SHA_256, salted);
        assertThat(account.name()).isEqualTo("xlink");
        assertThat(kept.salt()).hasSize(16);
        assertThat(kept.iterations()).isEqualTo(4096);
        assertThat(kept.storedKey()).isEqualTo(ScramFunctions.storedKey(ScramMechanism.SCRAM_SHA_256, clientKey));
        assertThat(kept.serverKey()).isEqualTo(ScramFunctions.serverKey(ScramMechanism.SCRAM_SHA_256, salted));
        assertThat(account.refusal()).isEmpty();
    }

    @Test
    void anUnknownUserIsNotFoundAndItsFailuresAreNotKept() {
        accounts.failed("nobody");
        accounts.succeeded("nobody");

        assertThat(accounts.find("nobody")).isEmpty();
        assertThat(accounts.find("XLINK")).isEmpty();
        assertThat(accounts.list()).hasSize(1);
    }

    @Test
    void theFifthFailureInARowLocks() {
        fail("xlink", 4);
        assertThat(refusal("xlink")).isEmpty();

        fail("xlink", 1);

        assertThat(refusal("xlink"))
                .contains("user xlink is locked after 5 failed logins;"
                        + " unlock it with: xlink server user unlock xlink");
        assertThat(accounts.list()).containsExactly(new UserAccounts.User("xlink", "System", 5, Optional.of(NOW)));
    }

    @Test
    void aSuccessForgetsEarlierFailures() {
        fail("xlink", 4);
        accounts.succeeded("xlink");
        fail("xlink", 4);

        assertThat(refusal("xlink")).isEmpty();
    }

    @Test
    void aLockSurvivesARestartAndALateSuccess() {
        fail("xlink", 5);
        accounts.succeeded("xlink");
        accounts.close();
        accounts = UserAccounts.open(data);
        assertThat(refusal("xlink")).isPresent();
        assertThat(accounts.list()).containsExactly(new UserAccounts.User("xlink", "System", 5, Optional.of(NOW)));

        accounts.unlock("xlink");

        assertThat(refusal("xlink")).isEmpty();
        fail("xlink", 4);
        assertThat(refusal("xlink")).isEmpty();
    }

    @Test
    void aNewPasswordReplacesTheOldAndUnlocks() {
        byte[] before = accounts.find("xlink").orElseThrow().verifier().storedKey();
        fail("xlink", 5);

        accounts.password("xlink", "another".toCharArray(), 5000);

        Account account = accounts.find("xlink").orElseThrow();
        assertThat(account.refusal()).isEmpty();
        assertThat(account.verifier().iterations()).isEqualTo(5000);
        assertThat(account.verifier().storedKey()).isNotEqualTo(before);
    }

    @Test
    void onlySystemAndNamesThatStartWithXlinkMayImport() {
        add("anna", "System");
        add("xlink@yourcompany.com", "Cloud");
        add("bert", "Planner");

        assertThat(refusal("anna")).isEmpty();
        assertThat(refusal("xlink@yourcompany.com")).isEmpty();
        assertThat(refusal("bert"))
                .contains("user bert of group Planner may not import; only members of group System"
                        + " and users whose name starts with xlink may");
    }

    @Test
    void aRemovedUserIsGone() {
        accounts.remove("xlink");

        assertThat(accounts.find("xlink")).isEmpty();
        assertThat(accounts.list()).isEmpty();
    }

    @Test
    void usersThatAreMissingOrThereAlreadyAreReported() {
        assertThatThrownBy(() -> add("xlink", "Other"))
                .isInstanceOf(AccountException.class)
                .hasMessage("User xlink exists already. Change the password instead, or remove the user first");
        assertThat(accounts.list()).extracting(UserAccounts.User::group).containsExactly("System");
        String missing = "There is no user nobody. See: xlink server user list";
        assertThatThrownBy(() -> accounts.unlock("nobody")).hasMessage(missing);
        assertThatThrownBy(() -> accounts.remove("nobody")).hasMessage(missing);
        assertThatThrownBy(() -> accounts.password("nobody", CANARY.toCharArray(), 4096))
                .hasMessage(missing);
    }

    @Test
    void namesThatWouldNotSurviveTheConfigurationAreRefused() {
        for (String name : new String[] {"", " ", "a,b", "a b", "a\tb", "Jörg", "x".repeat(256)}) {
            assertThatThrownBy(() -> add(name, "System"))
                    .isInstanceOf(AccountException.class)
                    .hasMessageContaining("is no user name");
        }
    }

    @Test
    void passwordsThatCannotBeUsedAreRefusedWithoutRepeatingThem() {
        for (String password : new String[] {"", "\u00AD", CANARY + "\u0007"}) {
            Throwable thrown = catchThrowable(() -> accounts.add("xlink2", "System", password.toCharArray(), 4096));
            assertThat(thrown)
                    .as("password of %s characters", password.length())
                    .isInstanceOf(AccountException.class);
            StringWriter trace = new StringWriter();
            thrown.printStackTrace(new PrintWriter(trace));
            assertThat(trace.toString()).doesNotContain(CANARY).contains("Choose another");
        }
        assertThatThrownBy(() -> accounts.add("xlink2", "System", CANARY.toCharArray(), 4095))
                .hasMessage("4095 iterations are too few. Use at least 4096");
    }

    @Test
    void noPasswordIsWrittenAnywhere() throws IOException {
        accounts.failed("xlink");

        assertThat(accounts.list().toString() + accounts.find("xlink") + accounts)
                .doesNotContain(CANARY);
        try (Stream<Path> files = Files.list(data)) {
            for (Path file : files.toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain(CANARY);
            }
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no owner-only permission bits")
    void verifiersAreReadableByTheirOwnerOnly() throws IOException {
        for (String file : new String[] {"server.db", "server.db-wal"}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve(file))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void usersCanBeManagedWhileTheServerStores() {
        try (ServerStore store = ServerStore.open(data, StoreFixture.CATALOGUE);
                UserAccounts command = UserAccounts.open(data)) {
            for (int i = 0; i < 20; i++) {
                var receipt = store.store(StoreFixture.queueImport(hotline(StoreFixture.MIDNIGHT, 15, i)));
                command.add("xlink" + i, "System", CANARY.toCharArray(), 4096);
                assertThat(receipt.join().stored()).isEqualTo(1);
                assertThat(refusal("xlink" + i)).isEmpty();
            }
        }
    }

    private void add(String name, String group) {
        accounts.add(name, group, CANARY.toCharArray(), 4096);
    }

    private void fail(String user, int times) {
        for (int i = 0; i < times; i++) {
            accounts.failed(user);
        }
    }

    private Optional<String> refusal(String user) {
        return accounts.find(user).orElseThrow().refusal();
    }
}
