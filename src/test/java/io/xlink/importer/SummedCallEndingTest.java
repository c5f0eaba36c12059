package io.xlink.importer;

import static org.assertj.core.api.Assertions.assertThat;

import io.xlink.config.IniSections;
import io.xlink.model.QueueImport;
import io.xlink.model.Receipt;
import io.xlink.model.Receipt.RejectedColumn;
import io.xlink.model.Target;
import io.xlink.model.ValueColumn;
import io.xlink.source.csv.CallTotals;
import io.xlink.source.csv.CsvCallFormat;
import io.xlink.source.csv.CsvCallReader;
import io.xlink.source.csv.RejectFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which files that add up are refused, and what is kept of the others. */
class SummedCallEndingTest {
    private static final Set<Target> KNOWN = Set.of(new Target("WFM", 1, 1002, 1));
    private static final Set<Target> UNKNOWN = Set.of(new Target("WFM", 1, 1003, 1));
    private static final Set<Target> NOT_READ = Set.of();

    @TempDir
    Path directory;

    private final Map<FileStamp, Contribution> added = new LinkedHashMap<>();
    private final Map<FileStamp, FileRead> reads = new LinkedHashMap<>();
    private final RefusedTargets refused = refused();
    private FileContributions contributions;
    private CallTotals totals;

    @BeforeEach
    void open() throws IOException {
        Path rows = Files.writeString(directory.resolve("rows.csv"), "q;23.12.2014;08:00;1\n");
        CsvCallFormat format = CsvCallFormat.of(IniSections.of(
                rows, "[ACD]\nGroupColumn=1\nDateColumn=2\nTimeColumn=3\nColumnNames=Queue;Date;Time;Calls\n"));
        try (RejectFile rejects = new RejectFile(directory, rows, LocalDateTime.now())) {
            totals = CsvCallReader.read(rows, format, "ACD", ZoneId.of("Europe/Berlin"), rejects)
                    .totals();
        }
        contributions = new FileContributions(directory, Clock.systemUTC());
    }

    @AfterEach
    void close() throws Exception {
        contributions.close();
    }

    @Test
    void filesOfOneContentShareItsFate() {
        file("known.csv", "1", KNOWN);
        FileStamp unknown = file("unknown.csv", "2", UNKNOWN);
        FileStamp copy = file("copy.csv", "2", NOT_READ);

        assertThat(deliver()).containsOnlyKeys(unknown, copy);
        assertThat(contributions.sameContent("ACD", "1")).contains("known.csv");
        assertThat(contributions.sameContent("ACD", "2")).isEmpty();
    }

    @Test
    void whatReplacesAnEarlierContentIsNotRefused() {
        file("calls.csv", "1", KNOWN);
        file("other.csv", "2", KNOWN);
        assertThat(deliver()).isEmpty();

        file("calls.csv", "3", NOT_READ);
        file("copy.csv", "3", UNKNOWN);
        FileStamp unknown = file("unknown.csv", "4", UNKNOWN);
        assertThat(deliver()).containsOnlyKeys(unknown);
        assertThat(contributions.sameContent("ACD", "1")).isEmpty();
        assertThat(contributions.sameContent("ACD", "2")).contains("other.csv");
        assertThat(contributions.sameContent("ACD", "3")).isPresent();
        assertThat(contributions.sameContent("ACD", "4")).isEmpty();
    }

    private FileStamp file(String name, String content, Set<Target> targets) {
        FileStamp file = new FileStamp(Path.of("/in", name), 10, 1, "key");
        Optional<CallTotals> figures = targets.isEmpty() ? Optional.empty() : Optional.of(totals);
        added.put(file, new Contribution(name, content, figures));
        reads.put(file, Batches.one(file, targets));
        return file;
    }

    private Map<FileStamp, String> deliver() {
        SummedCallEnding ending = new SummedCallEnding("ACD", contributions, added);
        BatchRead read = BatchRead.of(Batches.folder("ACD"), List.copyOf(reads.values()));
        Map<FileStamp, String> files = ending.refused(read, refused);
        Receipt receipt = new Receipt(UUID.randomUUID(), 1, List.of());
        ending.received(read.without(files.keySet()), new Delivery(List.of(receipt), 0));
        added.clear();
        reads.clear();
        return files;
    }

    private static RefusedTargets refused() {
        ValueColumn column = new ValueColumn(1, 1003, 1, 15, new int[] {0}, new long[] {100});
        QueueImport sent =
                new QueueImport(UUID.randomUUID(), "WFM", "ACD", LocalDate.of(2014, 12, 23), List.of(column));
        RejectedColumn rejected = new RejectedColumn(1003, 1, 1, "queue 1003 is unknown");
        return RefusedTargets.of(List.of(sent), List.of(new Receipt(sent.id(), 0, List.of(rejected))));
    }
}
