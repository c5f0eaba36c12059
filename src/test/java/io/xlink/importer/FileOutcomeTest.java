package io.xlink.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xlink.importer.Coverage.Part;
import io.xlink.importer.Coverage.Reporter;
import io.xlink.model.QueueImport;
import io.xlink.model.Receipt;
import io.xlink.model.Receipt.RejectedColumn;
import io.xlink.model.Target;
import io.xlink.model.ValueColumn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of the files of an import of which servers refused something, with real files. */
class FileOutcomeTest {
    private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(10), Duration.ofMinutes(10));
    private static final LocalDate DAY = LocalDate.of(2014, 12, 23);
    private static final Target KNOWN = new Target("WFM", 1, 1002, 1);
    private static final Target UNKNOWN = new Target("WFM", 1, 1003, 1);

    @TempDir
    Path directory;

    private final AtomicLong clock = new AtomicLong();
    private ImportedFiles imported;
    private ImportIds ids;
    private Overlaps overlaps;
    private KeptRejects kept;
    private Path in;
    private WatchedFolder folder;
    private Coverage covered = new Coverage(15, Map.of());

    @BeforeEach
    void watch() throws IOException {
        imported = new ImportedFiles(directory);
        ids = new ImportIds(directory, Clock.systemUTC());
        overlaps = new Overlaps(directory, Clock.systemUTC());
        kept = new KeptRejects(directory);
        in = Files.createDirectory(directory.resolve("in"));
        CsvFolder stays = new CsvFolder(in, CsvFolder.Disposal.STAY, Optional.empty(), FileNames.ALL, false);
        folder = new WatchedFolder(
                "ACD",
                new FolderListing(stays),
                () -> true,
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
        ids.close();
        overlaps.close();
        kept.close();
    }

    @Test
    void aFileOfWhichEverythingIsRefusedIsHeldBackAndTheOthersAreRecorded() throws Exception {
        FileStamp known = file("known.csv");
        FileStamp unknown = file("unknown.csv");
        deliver(
                List.of(1002, 1003),
                Set.of(1003),
                Batches.one(known, Set.of(KNOWN)),
                Batches.one(unknown, Set.of(UNKNOWN)));
        assertThat(imported.contains("ACD", known)).isTrue();
        assertThat(imported.contains("ACD", unknown)).isFalse();
        assertThat(kept()).singleElement().asString().startsWith("unknown.csv.").endsWith(".original.csv");
        assertThat(found()).isEmpty();

        Files.writeString(unknown.path(), "other content");
        assertThat(found()).containsExactly("unknown.csv");
    }

    @Test
    void aFileOfWhichAnythingIsStoredIsRecorded() throws Exception {
        FileStamp both = file("both.csv");
        deliver(List.of(1002, 1003), Set.of(1003), Batches.one(both, Set.of(KNOWN, UNKNOWN)));
        assertThat(imported.contains("ACD", both)).isTrue();
        assertThat(kept()).isEmpty();
    }

    @Test
    void aFileThatIsRefusedReplacesNothing() throws Exception {
        covered = coverage(Map.of("A", "known.csv", "B", "unknown.csv"));
        deliver(
                List.of(1002, 1003),
                Set.of(1003),
                Batches.one(file("known.csv"), Set.of(KNOWN)),
                Batches.one(file("unknown.csv"), Set.of(UNKNOWN)));
        assertThat(overlaps.note("ACD", coverage(Map.of("A", "later.csv", "B", "later.csv"))))
                .containsExactly("later.csv: 1 interval of 1 queue on 2014-12-23 replace those of known.csv");
    }

    /** Sums are sent with what earlier files contributed, so that something is stored though the file is refused. */
    @Test
    void theOnlyFileMayBeRefusedThoughSomethingIsStored() throws Exception {
        FileStamp unknown = file("unknown.csv");
        deliver(List.of(1002, 1003), Set.of(1003), Batches.one(unknown, Set.of(UNKNOWN)));
        assertThat(imported.count()).isZero();
        assertThat(found()).isEmpty();
    }

    @Test
    void whenNothingIsStoredTheImportIsRefused() throws Exception {
        FileRead unknown = Batches.one(file("unknown.csv"), Set.of(UNKNOWN));
        assertThatThrownBy(() -> deliver(List.of(1003), Set.of(1003), unknown))
                .isInstanceOf(FileRefusedException.class)
                .hasMessageContaining("first because queue 1003 is unknown");
        assertThat(imported.count()).isZero();
    }

    private FileStamp file(String name) throws IOException {
        return FileStamp.of(Files.writeString(in.resolve(name), "content"));
    }

    /** @param files by queue the file that reported one interval of it */
    private static Coverage coverage(Map<String, String> files) {
        Map<String, Part> parts = new HashMap<>();
        files.forEach((queue, file) ->
                parts.put(queue, new Part(new Reporter(file, false), BitSet.valueOf(new long[] {1}))));
        return new Coverage(15, Map.of(DAY, parts));
    }

    private void deliver(List<Integer> queues, Set<Integer> refused, FileRead... files) {
        List<ValueColumn> columns = new ArrayList<>();
        List<Receipt.Rejected> rejected = new ArrayList<>();
        for (int queue : queues) {
            columns.add(new ValueColumn(1, queue, 1, 15, new int[] {0}, new long[] {100}));
            if (refused.contains(queue)) {
                rejected.add(new RejectedColumn(queue, 1, 1, "queue " + queue + " is unknown"));
            }
        }
        QueueImport sent = new QueueImport(UUID.randomUUID(), "WFM", "ACD", DAY, columns);
        Receipt receipt = new Receipt(sent.id(), queues.size() - refused.size(), rejected);
        BatchRead read = BatchRead.of(folder, List.of(files));
        ImportEnding ending = new CallEnding(overlaps, covered);
        new FileOutcome(imported, ids).delivered(read, ending, List.of(sent), null, null, 0L, List.of(receipt));
    }

    /** What later looks find. */
    private List<String> found() {
        for (int look = 0; look < 2; look++) {
            clock.addAndGet(Duration.ofSeconds(5).toNanos());
            FileBatch batch = folder.find();
            if (batch != null) {
                return batch.files().stream()
                        .map(file -> in.relativize(file.path()).toString())
                        .toList();
            }
        }
        return List.of();
    }

    private List<Path> kept() throws IOException {
        Path rejects = directory.resolve("rejects");
        if (!Files.exists(rejects)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(rejects)) {
            return files.map(Path::getFileName).toList();
        }
    }
}
