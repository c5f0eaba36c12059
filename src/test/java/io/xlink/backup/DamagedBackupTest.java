package io.xlink.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is cut off, changed or made up is refused before anything is touched. */
class DamagedBackupTest {
    @TempDir
    Path directory;

    private Path conf;
    private Path data;
    private Path file;

    @BeforeEach
    void paths() {
        conf = directory.resolve("there/conf");
        data = directory.resolve("there/data");
        file = directory.resolve("backup.zip");
    }

    private byte[] made() throws IOException {
        Path from = Files.createDirectories(directory.resolve("conf"));
        Random random = new Random(1);
        for (int i = 0; i < 5; i++) {
            byte[] content = new byte[random.nextInt(2000)];
            random.nextBytes(content);
            Files.write(from.resolve("file" + i), content);
        }
        Backup.write(from, directory.resolve("none"), file, "1.2", Clock.systemUTC());
        return Files.readAllBytes(file);
    }

    private Restore restore() {
        return Restore.read(file, conf, data, false, Clock.systemUTC());
    }

    private void assertRefused(String message) throws IOException {
        assertThatThrownBy(this::restore).isInstanceOf(BackupException.class).hasMessageContaining(message);
        assertThat(restored()).isEmpty();
    }

    /** What is in the directories and beside them, other than locks. */
    private Map<String, String> restored() throws IOException {
        Map<String, String> found = new TreeMap<>();
        Path there = directory.resolve("there");
        if (Files.exists(there)) {
            try (Stream<Path> all = Files.walk(there)) {
                for (Path path : all.filter(Files::isRegularFile).toList()) {
                    if (!path.toString().endsWith(".lock")) {
                        found.put(
                                there.relativize(path).toString(),
                                HexFormat.of().formatHex(Files.readAllBytes(path)));
                    }
                }
            }
        }
        return found;
    }

    @Test
    void whatIsCutOffIsRefused() throws IOException {
        byte[] whole = made();
        for (int length = 0; length < whole.length; length += Math.max(1, whole.length / 150)) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertRefused("backup");
        }
    }

    @Test
    void aChangedByteIsRefusedOrChangesNothing() throws IOException {
        byte[] whole = made();
        restore();
        Map<String, String> right = restored();
        long seed = Long.getLong("xlink.test.seed", System.nanoTime());
        Random random = new Random(seed);
        int refused = 0;
        for (int i = 0; i < 400; i++) {
            byte[] changed = whole.clone();
            changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, changed);
            conf = directory.resolve("there/conf" + i);
            data = directory.resolve("there/data" + i);
            String here = "conf" + i + "/";
            try {
                restore();
                assertThat(restored().entrySet().stream()
                                .filter(entry -> entry.getKey().startsWith(here))
                                .map(Map.Entry::getValue))
                        .as("seed " + seed + ", change " + i)
                        .containsExactlyElementsOf(right.values());
            } catch (BackupException e) {
                refused++;
                assertThat(restored().keySet())
                        .as("seed " + seed + ", change " + i)
                        .noneMatch(name -> name.startsWith(here));
            }
        }
        assertThat(refused).as("seed " + seed).isGreaterThan(200);
    }

    private static Manifest.Entry entry(String name, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        return new Manifest.Entry(
                name, bytes.length, HexFormat.of().formatHex(Digests.sha256().digest(bytes)), 0, Optional.empty());
    }

    private static byte[] manifest(Manifest.Entry... entries) {
        return new Manifest(1, "1.2", Instant.EPOCH, List.of(entries)).json();
    }

    private void zip(byte[] manifest, String... names) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write("content".getBytes(StandardCharsets.UTF_8));
            }
            zip.putNextEntry(new ZipEntry(Manifest.NAME));
            zip.write(manifest);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "conf/../../escaped",
                "conf/..",
                "data/a/../../../escaped",
                "/etc/escaped",
                "../escaped",
                "conf//escaped",
                "conf/./escaped",
                "conf/",
                "conf/a\0b",
                "escaped",
                "data/in/CSV/escaped.csv",
                "data/importer.lock",
                "data/restore.unfinished",
                "data/importer.db-wal",
            })
    void aNameThatLeadsElsewhereIsRefused(String name) throws IOException {
        zip(manifest(entry(name, "content")), name);
        assertRefused(name.replace('\0', '?'));
    }

    @Test
    void filesThatAreNotListedOrNotThereAreRefused() throws IOException {
        zip(manifest(entry("conf/a", "content")), "conf/a", "conf/b");
        assertRefused("conf/b is not listed");
        zip(manifest(entry("conf/a", "content"), entry("conf/b", "content")), "conf/a");
        assertRefused("conf/b is missing");
        zip(manifest(entry("conf/a", "content"), entry("conf/a", "content")), "conf/a");
        assertRefused("conf/a is listed twice");
        zip(manifest(entry("conf/a", "other")), "conf/a");
        assertRefused("conf/a is not what it was");
    }

    @Test
    void aNewerFormatIsRefusedAndUnknownWordsOfThisOneAreNot() throws IOException {
        String one = new String(manifest(entry("conf/a", "content")), StandardCharsets.UTF_8);
        // A newer one may be laid out in any other way.
        zip("{\"format\":2,\"contents\":7}".getBytes(StandardCharsets.UTF_8), "conf/a");
        assertRefused("made by a newer version of this program (format 2");
        zip(one.replaceFirst("\\{", "{\"more\":[1],").getBytes(StandardCharsets.UTF_8), "conf/a");
        restore();
        assertThat(restored()).containsOnlyKeys("conf/a");
    }

    @Test
    void somethingElseIsNoBackup() throws IOException {
        zip("[]".getBytes(StandardCharsets.UTF_8));
        assertRefused("is no backup");
        Files.writeString(file, "PK is only the beginning");
        assertRefused("is no backup");
        Files.delete(file);
        assertRefused("there is no file");
    }
}
