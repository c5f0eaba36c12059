package io.xlink.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a backup holds, and what a restore leaves of what was there. */
class BackupTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-26T18:20:00Z"), ZoneOffset.UTC);

    @TempDir
    Path directory;

    private Path conf;
    private Path data;
    private Path file;

    @BeforeEach
    void install() throws IOException {
        conf = directory.resolve("conf");
        data = directory.resolve("data");
        file = directory.resolve("backup.zip");
        write(conf.resolve("isps_ul.ini"), """
                [DB]
                1=WFM,0,xlink,secret
                [GENERAL]
                LogDir=protocol
                [CSV]
                Source=drop
                Destination=../data/done
                """);
        write(conf.resolve("xlink.key"), "{key}");
        Files.setPosixFilePermissions(conf.resolve("xlink.key"), PosixFilePermissions.fromString("rw-------"));
        write(conf.resolve("routes/own.camel.yaml"), "own");
        write(conf.resolve("$1.BAS"), "Result = 1");
        write(data.resolve("rejects/CSV/a b;c.csv.rejects"), "line 1");
    }

    private static void write(Path path, String text) throws IOException {
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private static Map<String, String> texts(Path root) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path path : all.filter(Files::isRegularFile).toList()) {
                texts.put(root.relativize(path).toString(), Files.readString(path, StandardCharsets.ISO_8859_1));
            }
        }
        return texts;
    }

    private Backup backup() {
        return Backup.write(conf, data, file, "1.2", CLOCK);
    }

    @Test
    void aRestoreElsewhereBringsEverythingButLogsAndWatchedFiles() throws IOException {
        Map<String, String> settings = texts(conf);
        write(conf.resolve("protocol/isps_uls.log"), "log");
        write(conf.resolve("drop/calls.csv"), "watched");
        write(data.resolve("done/old.csv"), "moved");
        write(data.resolve("in/CSV/calls.csv"), "watched");
        write(data.resolve("logs/x.log"), "log");
        write(data.resolve("importer.lock"), "17");
        Backup backup = backup();
        assertThat(backup.files()).isEqualTo(5);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");

        Path there = directory.resolve("there");
        Restore restore = Restore.read(file, there.resolve("conf"), there.resolve("data"), false, CLOCK);
        assertThat(restore.created()).isEqualTo(CLOCK.instant());
        assertThat(restore.program()).isEqualTo("1.2");
        assertThat(restore.aside()).isEmpty();
        assertThat(texts(there.resolve("conf"))).isEqualTo(settings);
        assertThat(texts(there.resolve("data")).keySet())
                .containsExactlyInAnyOrder("rejects/CSV/a b;c.csv.rejects", "importer.lock", "server.lock");
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(there.resolve("conf").resolve("xlink.key"))))
                .isEqualTo("rw-------");
        assertThat(Files.getLastModifiedTime(there.resolve("conf/$1.BAS")).toMillis())
                .isEqualTo(Files.getLastModifiedTime(conf.resolve("$1.BAS")).toMillis());
        try (Stream<Path> left = Files.list(directory)) {
            assertThat(left.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("conf", "data", "backup.zip", "there");
        }
    }

    @Test
    void aDatabaseIsCopiedAsItIsAtOneMomentWhileItIsWrittenTo() throws Exception {
        AtomicBoolean end = new AtomicBoolean();
        try (Connection writer = open(data)) {
            execute(writer, "create table pair (a integer, b integer)");
            execute(writer, "insert into pair values (0, 0)");
            Thread writing = new Thread(() -> {
                for (int i = 1; !end.get(); i++) {
                    try {
                        execute(writer, "begin immediate");
                        execute(writer, "update pair set a = " + i);
                        execute(writer, "insert into pair select a, b from pair limit 1");
                        execute(writer, "update pair set a = " + i + ", b = " + i);
                        execute(writer, "commit");
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                }
            });
            writing.start();
            try {
                for (int i = 0; i < 5; i++) {
                    Path one = directory.resolve(i + ".zip");
                    Backup.write(conf, data, one, "1.2", CLOCK);
                    Path there = directory.resolve("there" + i);
                    Restore.read(one, there.resolve("conf"), there.resolve("data"), false, CLOCK);
                    try (Connection copy = open(there.resolve("data"));
                            Statement statement = copy.createStatement();
                            ResultSet found = statement.executeQuery(
                                    "select count(*), sum(a <> b), max(a) - min(a), (select count(*) from pair) - 1 - max(a) from pair")) {
                        assertThat(found.getInt(1)).isPositive();
                        assertThat(found.getInt(2))
                                .as("halves of a transaction")
                                .isZero();
                        assertThat(found.getInt(3)).isZero();
                        assertThat(found.getInt(4)).isZero();
                    }
                }
            } finally {
                end.set(true);
                writing.join();
            }
        }
    }

    /** A killed service leaves its last changes in the log beside the database. */
    @Test
    void whatIsOnlyInTheLogBesideADatabaseIsKept() throws Exception {
        Path killed = directory.resolve("killed");
        try (Connection writer = open(data)) {
            execute(writer, "create table t (a text)");
            execute(writer, "insert into t values ('last')");
            Files.createDirectories(killed);
            for (String end : new String[] {"", "-wal"}) {
                Files.copy(data.resolve("importer.db" + end), killed.resolve("importer.db" + end));
            }
        }
        assertThat(killed.resolve("importer.db-wal")).isNotEmptyFile();
        Backup.write(conf, killed, file, "1.2", CLOCK);
        Path there = directory.resolve("there");
        Restore.read(file, there.resolve("conf"), there.resolve("data"), false, CLOCK);
        try (Connection copy = open(there.resolve("data"));
                Statement statement = copy.createStatement();
                ResultSet found = statement.executeQuery("select a from t")) {
            assertThat(found.getString(1)).isEqualTo("last");
        }
    }

    @Test
    void whatIsThereIsOnlySetAsideWhenThatIsAskedFor() throws Exception {
        try (Connection writer = open(data)) {
            execute(writer, "create table t (a text)");
        }
        backup();
        Map<String, String> settings = texts(conf);
        write(conf.resolve("isps_ul.ini"), "[DB]\n1=WFM,0,xlink,other\n[CSV]\nSource=drop\n");
        write(conf.resolve("new.txt"), "new");
        write(conf.resolve("drop/calls.csv"), "watched");
        write(data.resolve("importer.db"), "newer state");
        write(data.resolve("importer.db-wal"), "and its log");
        write(data.resolve("in/CSV/calls.csv"), "watched");
        Map<String, String> before = texts(directory);
        assertThatThrownBy(() -> Restore.read(file, conf, data, false, CLOCK))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining(conf + " holds a configuration already");
        before.put("data/importer.lock", "");
        before.put("data/server.lock", "");
        assertThat(texts(directory)).isEqualTo(before);

        Restore restore = Restore.read(file, conf, data, true, CLOCK);
        assertThat(restore.aside()).hasSize(2);
        Map<String, String> old = texts(restore.aside().get(0));
        assertThat(old).containsEntry("new.txt", "new").containsKeys("isps_ul.ini", "xlink.key");
        assertThat(texts(restore.aside().get(1)))
                .containsEntry("importer.db", "newer state")
                .containsEntry("importer.db-wal", "and its log");
        assertThat(conf.resolve("drop/calls.csv")).hasContent("watched");
        assertThat(data.resolve("in/CSV/calls.csv")).hasContent("watched");
        assertThat(data.resolve("importer.db-wal")).doesNotExist();
        assertThat(texts(conf)).containsAllEntriesOf(settings).doesNotContainKey("new.txt");
        try (Connection copy = open(data)) {
            execute(copy, "insert into t values ('again')");
        }
        // What was set aside is no part of a later backup.
        assertThat(Backup.write(conf, data, directory.resolve("second.zip"), "1.2", CLOCK)
                        .files())
                .isEqualTo(6);
    }

    @Test
    void aBackupDoesNotReplaceAFileOrLieInWhatItHolds() throws IOException {
        Files.writeString(file, "precious");
        assertThatThrownBy(this::backup).hasMessageContaining("is there already");
        assertThat(file).hasContent("precious");
        assertThatThrownBy(() -> Backup.write(conf, data, conf.resolve("b.zip"), "1.2", CLOCK))
                .hasMessageContaining("within what is backed up");
        assertThatThrownBy(() -> Backup.write(directory.resolve("none"), data, directory.resolve("b"), "1.2", CLOCK))
                .hasMessageContaining("no configuration directory");
    }

    /** Two importers of one process cannot tell this; the other way round is in the integration test. */
    @Test
    void aRestoreThatWasBrokenOffIsNoDirectoryToStartWith() throws IOException {
        backup();
        write(data.resolve(StateDirectories.UNFINISHED), "before-restore-x");
        Restore.read(file, conf, data, true, CLOCK);
        assertThat(data.resolve(StateDirectories.UNFINISHED)).doesNotExist();
    }

    private static Connection open(Path data) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("importer.db"));
        execute(connection, "pragma journal_mode = wal");
        return connection;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
