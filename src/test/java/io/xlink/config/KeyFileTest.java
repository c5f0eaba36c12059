package io.xlink.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The key file is made once, for its owner alone. */
class KeyFileTest {
    @TempDir
    Path conf;

    private Path file;
    private KeyFile key;

    @BeforeEach
    void name() {
        file = conf.resolve("xlink.key");
        key = new KeyFile(conf);
    }

    @Test
    void isMadeForItsOwnerAlone() throws IOException {
        assertThat(key.read()).isEmpty();
        assertThat(key.create("{}")).isTrue();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(key.create("{1}")).isFalse();
        assertThat(key.read()).contains("{}\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw--w----", "rw---x---", "rw----r--", "rw-----w-", "rw------x"})
    void isRefusedWhenItIsOpenToOthers(String mode) throws IOException {
        key.create("{}");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));

        assertThatThrownBy(() -> key.read())
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith(file + ": is open to other users")
                .hasMessageContaining("Run chmod 600 " + file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));
        assertThatCode(() -> key.read()).doesNotThrowAnyException();
    }

    @Test
    void whoComesSecondTakesTheKeyOfWhoCameFirst() throws Exception {
        int many = 8;
        ExecutorService threads = Executors.newFixedThreadPool(many);
        try {
            for (int round = 0; round < 50; round++) {
                Path fresh = Files.createDirectory(conf.resolve("conf" + round));
                CountDownLatch start = new CountDownLatch(1);
                List<Future<String>> texts = new ArrayList<>();
                for (int i = 0; i < many; i++) {
                    texts.add(threads.submit(() -> {
                        start.await();
                        return new Passcodes(fresh, null).encode(PasswordUse.servers(), "secret".toCharArray());
                    }));
                }
                start.countDown();
                Set<Secret> decoded = new HashSet<>();
                for (Future<String> text : texts) {
                    decoded.add(new Passcodes(fresh, null)
                            .decode(
                                    PasswordUse.servers(),
                                    text.get(),
                                    fresh,
                                    (what, remedy) -> new ConfigException(fresh, 0, what, remedy)));
                }
                assertThat(decoded).containsExactly(new Secret("secret"));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void whatIsBeingWrittenIsWaitedFor() throws Exception {
        assertThat(key.create("{\"half")).isTrue();
        ExecutorService reader = Executors.newSingleThreadExecutor();
        try {
            CountDownLatch started = new CountDownLatch(1);
            Future<Optional<String>> text = reader.submit(() -> {
                started.countDown();
                return key.read();
            });
            started.await();
            Files.writeString(file, "{\"whole\":1}");
            await().until(text::isDone);
            assertThat(text.get()).contains("{\"whole\":1}");
        } finally {
            reader.shutdownNow();
        }
    }

    @Test
    void whatStaysIncompleteIsRefused() {
        key.create("");
        assertThatThrownBy(() -> key.read())
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith(file + ": is not a whole key. Restore it");
    }

    @Test
    void problemsWithTheFileSystemAreExplained() throws IOException {
        assertThatThrownBy(() -> new KeyFile(conf.resolve("missing")).create("{}"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("cannot be created (NoSuchFileException). Check that the directory exists");
        Files.createDirectory(file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        assertThatThrownBy(() -> key.read()).isInstanceOf(ConfigException.class).hasMessageContaining("cannot be read");
        Files.delete(file);
        Files.write(file, new byte[(64 << 10) + 1]);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        assertThatThrownBy(() -> key.read()).isInstanceOf(ConfigException.class).hasMessageContaining("too large");
    }
}
