package io.xlink.importer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to files after their import, with real files. */
class FileDisposalTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-03-01T07:15:00.123Z"), ZoneId.of("Europe/Berlin"));

    @TempDir
    Path directory;

    private final AtomicLong nanos = new AtomicLong();
    private ImportedFiles imported;
    private DisposalLog log;
    private Path in;
    private Path done;

    @BeforeEach
    void open() throws IOException {
        imported = new ImportedFiles(directory);
        log = new DisposalLog(directory.resolve("100%/logs"), CLOCK.getZone(), 64);
        in = Files.createDirectory(directory.resolve("in"));
        done = directory.resolve("done");
    }

    @AfterEach
    void close() throws Exception {
        log.close();
        imported.close();
    }

    private FileDisposal disposal(CsvFolder.Disposal what) {
        return new FileDisposal(
                "ACD",
                new CsvFolder(in, what, Optional.of(done), new FileNames(Map.of(), Optional.of(".done")), true),
                imported,
                log,
                CLOCK,
                new Hold(new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(60)), nanos::get));
    }

    @Test
    void filesMoveWithTheTimeBeforeTheirNameAndOverwriteNothing() throws IOException {
        FileDisposal disposal = disposal(CsvFolder.Disposal.MOVE);
        disposal.dispose(record("März, 1.csv"));
        disposal.dispose(record("März, 1.csv"));
        assertThat(names(done)).containsExactly("20260301-081500123_März, 1-2.csv", "20260301-081500123_März, 1.csv");
        assertThat(names(in)).isEmpty();
        assertThat(imported.undisposed("ACD")).isEmpty();
        assertThat(logged().get(0))
                .endsWith("\tACD\tmoved\t" + in.resolve("März, 1.csv") + "\t"
                        + done.resolve("20260301-081500123_März, 1.csv"));
    }

    @Test
    void filesAreDeletedWithALineForEach() throws IOException {
        disposal(CsvFolder.Disposal.DELETE).dispose(record("a.csv", "line\nbreak.csv"));
        assertThat(names(in)).isEmpty();
        assertThat(logged()).hasSize(2);
        assertThat(logged().get(1)).endsWith("\tACD\tdeleted\t" + in + "/line?break.csv\t");
    }

    @Test
    void subFoldersAndDoneFilesGoAlong() throws IOException {
        Files.createDirectory(in.resolve("sub"));
        Files.createFile(in.resolve("sub/a.csv.done"));
        disposal(CsvFolder.Disposal.MOVE).dispose(record("sub/a.csv"));
        assertThat(names(in.resolve("sub"))).isEmpty();
        assertThat(names(done.resolve("sub")))
                .containsExactly("20260301-081500123_a.csv", "20260301-081500123_a.csv.done");
        Files.createFile(in.resolve("b.csv.done"));
        disposal(CsvFolder.Disposal.DELETE).dispose(record("b.csv"));
        assertThat(names(in)).containsExactly("sub");
    }

    @Test
    void aFileThatWasWrittenToSinceIsANewOneAndStays() throws IOException {
        List<FileStamp> files = record("a.csv");
        Files.writeString(in.resolve("a.csv"), "more than before");
        disposal(CsvFolder.Disposal.DELETE).dispose(files);
        assertThat(names(in)).containsExactly("a.csv");
    }

    @Test
    void whatCannotBeDeletedIsTriedAgainLaterAndNotImportedAgain() throws IOException {
        Assumptions.assumeFalse("root".equals(System.getProperty("user.name")), "rights do not bind root");
        FileDisposal disposal = disposal(CsvFolder.Disposal.DELETE);
        List<FileStamp> files = record("a.csv");
        Files.setPosixFilePermissions(in, PosixFilePermissions.fromString("r-x------"));
        disposal.dispose(files);
        Files.setPosixFilePermissions(in, PosixFilePermissions.fromString("rwx------"));
        checkRetry(disposal, files);
    }

    @Test
    void aDestinationThatIsNoFolderIsTriedAgainLater() throws IOException {
        Files.writeString(done, "a file in the way");
        FileDisposal disposal = disposal(CsvFolder.Disposal.MOVE);
        List<FileStamp> files = record("a.csv");
        disposal.dispose(files);
        Files.delete(done);
        checkRetry(disposal, files);
        assertThat(names(done)).hasSize(1);
    }

    private void checkRetry(FileDisposal disposal, List<FileStamp> files) throws IOException {
        assertThat(names(in)).containsExactly("a.csv");
        assertThat(imported.contains("ACD", files.get(0))).isTrue();
        disposal.retry();
        assertThat(names(in)).as("before its time").containsExactly("a.csv");
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        disposal.retry();
        assertThat(names(in)).isEmpty();
        assertThat(imported.undisposed("ACD")).isEmpty();
    }

    @Test
    void whatWasLeftToDoIsDoneAfterARestart() throws IOException {
        record("a.csv");
        disposal(CsvFolder.Disposal.DELETE).retry();
        assertThat(names(in)).isEmpty();
    }

    @Test
    void whatWasLeftToDoIsForgottenWhenFilesAreToStayNow() throws IOException {
        List<FileStamp> files = record("a.csv");
        disposal(CsvFolder.Disposal.STAY).retry();
        assertThat(names(in)).containsExactly("a.csv");
        assertThat(imported.undisposed("ACD")).isEmpty();
        assertThat(imported.contains("ACD", files.get(0))).isTrue();
    }

    @Test
    void aFullLogIsRenamedAndFewAreKept() throws IOException {
        FileDisposal disposal = disposal(CsvFolder.Disposal.DELETE);
        for (int round = 0; round < 10; round++) {
            String[] many = new String[400];
            Arrays.setAll(many, i -> "a-name-of-some-length-so-that-the-log-fills-quickly-" + i + ".csv");
            disposal.dispose(record(many));
        }
        assertThat(names(directory.resolve("100%/logs")))
                .contains("DeleteImportFiles.log", "DeleteImportFiles.log.1")
                .hasSizeLessThanOrEqualTo(4);
    }

    @Test
    void aLogThatCannotBeWrittenStopsNothing() throws IOException {
        Files.writeString(directory.resolve("100%"), "a file in the way");
        disposal(CsvFolder.Disposal.DELETE).dispose(record("a.csv", "b.csv"));
        assertThat(names(in)).isEmpty();
    }

    /** Writes files and records them as imported and to be disposed of. */
    private List<FileStamp> record(String... names) throws IOException {
        FileStamp[] files = new FileStamp[names.length];
        for (int i = 0; i < names.length; i++) {
            files[i] = FileStamp.of(Files.writeString(in.resolve(names[i]), "content"));
        }
        imported.add(Batches.read("ACD", files), new Delivery(List.of(), 0), List.of(files));
        return List.of(files);
    }

    private List<String> logged() throws IOException {
        return Files.readAllLines(directory.resolve("100%/logs/DeleteImportFiles.log"));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
