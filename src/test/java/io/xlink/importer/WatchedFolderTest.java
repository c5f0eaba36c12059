package io.xlink.importer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which files make an import, with real files and a clock of its own. */
class WatchedFolderTest {
    private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(10), Duration.ofMinutes(10));

    @TempDir
    Path directory;

    private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 1);
    private final AtomicBoolean serversReady = new AtomicBoolean(true);
    private ImportedFiles imported;
    private KeptRejects kept;
    private Path in;
    private WatchedFolder folder;

    @BeforeEach
    void watch() throws IOException {
        imported = new ImportedFiles(directory);
        in = directory.resolve("in");
        Files.createDirectory(in);
        kept = new KeptRejects(directory);
        CsvFolder stays = new CsvFolder(in, CsvFolder.Disposal.STAY, Optional.empty(), FileNames.ALL, false);
        folder = new WatchedFolder(
                "ACD",
                new FolderListing(stays),
                serversReady::get,
                new FileMemory(
                        "ACD",
                        new SettledFiles(Duration.ofSeconds(5), clock::get),
                        new FailedFiles(BACKOFF, clock::get),
                        imported),
                new Hold(BACKOFF, clock::get),
                new LookPace(clock::get),
                new FolderHealth("the folder", new Hold(BACKOFF, clock::get), trouble -> {}),
                new RejectsFolder("ACD", directory.resolve("rejects"), Clock.systemUTC(), kept),
                new FileDisposal("ACD", stays, imported, null, Clock.systemUTC(), new Hold(BACKOFF, clock::get)),
                List.of(),
                new ImportGate(),
                ImportWatch.NONE);
    }

    @AfterEach
    void close() throws Exception {
        imported.close();
        kept.close();
    }

    @Test
    void allCompleteFilesOfOneLookMakeABatch() throws IOException {
        write("a.csv");
        write("b.csv");
        write("b.csv.part");
        write(".hidden.csv");
        write("~$open.csv");
        Files.createDirectory(in.resolve("folder.csv"));
        assertThat(folder.find()).isNull();
        pass(5);
        write("late.csv");
        assertThat(found()).containsExactlyInAnyOrder("a.csv", "b.csv");
    }

    @Test
    void nothingIsABatchWhileServersAreAwayButFilesAreObserved() throws IOException {
        serversReady.set(false);
        write("a.csv");
        found();
        pass(5);
        assertThat(found()).isEmpty();
        serversReady.set(true);
        assertThat(found()).containsExactly("a.csv");
    }

    @Test
    void afterAFailureThatIsNoFilesFaultAllWaitTogether() throws IOException {
        write("a.csv");
        write("b.csv");
        found();
        pass(5);
        FileBatch batch = folder.find();
        assertThat(folder.failed()).hasSeconds(10);
        write("c.csv");
        found();
        pass(9);
        assertThat(found()).isEmpty();
        pass(1);
        assertThat(found()).containsExactlyInAnyOrder("a.csv", "b.csv", "c.csv");
        assertThat(folder.failed()).hasSeconds(20);
        folder.delivered(batch.files(), List.of());
        assertThat(folder.failed()).hasSeconds(10);
    }

    @Test
    void aFileThatMakesTroubleIsHeldBackAlone() throws IOException {
        write("a.csv");
        write("b.csv");
        found();
        pass(5);
        FileStamp first = stamp("a.csv");
        folder.failed(first, new IOException("unreadable"));
        folder.refused(stamp("b.csv"), "nonsense", Optional.empty());
        assertThat(found()).isEmpty();
        pass(10);
        assertThat(found()).containsExactly("a.csv");
        write("b.csv", "changed");
        found();
        pass(5);
        assertThat(found()).containsExactlyInAnyOrder("a.csv", "b.csv");
    }

    @Test
    void whatIsRecordedAsImportedIsNotFoundAgain() throws IOException {
        write("a.csv");
        found();
        pass(5);
        imported.add(Batches.read("ACD", stamp("a.csv")), new Delivery(List.of(), 0), List.of());
        assertThat(found()).isEmpty();
        write("a.csv", "another content");
        found();
        pass(5);
        assertThat(found()).containsExactly("a.csv");
    }

    @Test
    void aFolderThatIsAwayComesBack() throws IOException {
        Path elsewhere = directory.resolve("elsewhere");
        Files.move(in, elsewhere);
        assertThat(found()).isEmpty();
        Files.move(elsewhere, in);
        write("a.csv");
        pass(10);
        assertThat(found()).isEmpty();
        pass(5);
        assertThat(found()).containsExactly("a.csv");
    }

    private List<String> found() {
        FileBatch batch = folder.find();
        return batch == null
                ? List.of()
                : batch.files().stream()
                        .map(file -> in.relativize(file.path()).toString())
                        .toList();
    }

    private FileStamp stamp(String name) throws IOException {
        return FileStamp.of(in.resolve(name));
    }

    private void write(String name) throws IOException {
        write(name, "content");
    }

    private void write(String name, String content) throws IOException {
        Files.writeString(in.resolve(name), content);
    }

    private void pass(int seconds) {
        clock.addAndGet(Duration.ofSeconds(seconds).toNanos());
    }
}
