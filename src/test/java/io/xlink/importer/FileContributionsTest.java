package io.xlink.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xlink.config.IniSections;
import io.xlink.model.CallPage;
import io.xlink.model.CallTable;
import io.xlink.source.csv.CallTotals;
import io.xlink.source.csv.CsvCallFormat;
import io.xlink.source.csv.CsvCallReader;
import io.xlink.source.csv.RejectFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that add up: each counts once, in this run of the importer or a later one, and under its name only its last state. */
class FileContributionsTest {
    private static final String SECTION = """
            [CSV]
            GroupColumn=1
            DateColumn=2
            TimeColumn=3
            SeparatorCharacter=3
            AHTColumn=6
            AHTWeightColumn=Handled
            ColumnNames=Queue;Date;Time;Offered;Handled;AHT
            """;
    private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");

    @TempDir
    Path directory;

    @Test
    void filesOfLaterBatchesAreAdded() throws Exception {
        try (FileContributions memory = open(NOW)) {
            deliver(memory, file("a.csv", "q;01.03.2026;08:00;1;1;100"));
        }
        try (FileContributions memory = open(NOW)) {
            assertThat(deliver(memory, file("b.csv", "q;01.03.2026;08:05;4;3;200")))
                    .containsExactly(Map.entry("q 2026-03-01 32", "5.0 4.0 175.0"));
        }
    }

    @Test
    void aFileOfTheSameNameReplacesItsOwnFiguresAndLeavesZeros() throws Exception {
        try (FileContributions memory = open(NOW)) {
            deliver(memory, file("a.csv", "q;01.03.2026;08:00;1;1;100", "q;01.03.2026;09:00;2;2;50"));
            deliver(memory, file("b.csv", "q;01.03.2026;08:00;1;1;200"));

            assertThat(deliver(memory, file("a.csv", "q;01.03.2026;08:00;5;1;100")))
                    .containsExactly(
                            Map.entry("q 2026-03-01 32", "6.0 2.0 150.0"), Map.entry("q 2026-03-01 36", "0.0 0.0 0.0"));
        }
    }

    @Test
    void theSameContentIsFoundWhateverTheFileIsCalled() throws Exception {
        Contribution first = file("a.csv", "q;01.03.2026;08:00;1;1;100");
        try (FileContributions memory = open(NOW)) {
            assertThat(memory.sameContent("CSV", first.content())).isEmpty();
            deliver(memory, first);
            assertThat(memory.sameContent("CSV", first.content())).contains("a.csv");
            assertThat(memory.sameContent("Other", first.content())).isEmpty();

            deliver(memory, file("a.csv", "q;01.03.2026;08:00;2;1;100"));
            assertThat(memory.sameContent("CSV", first.content())).isEmpty();
        }
    }

    @Test
    void anotherFormDoesNotMixUnlessItReplacesAll() throws Exception {
        try (FileContributions memory = open(NOW)) {
            deliver(memory, file("a.csv", "q;01.03.2026;08:00;1;1;100"));
            Contribution other = fileOf(SECTION + "Interval=30\n", "b.csv", "q;01.03.2026;08:00;2;1;100");

            assertThatThrownBy(() -> memory.with("CSV", List.of(other)))
                    .hasMessageContaining("2026-03-01")
                    .hasMessageContaining("a.csv")
                    .hasMessageContaining("Drop it once more");
            Contribution again = fileOf(SECTION + "Interval=30\n", "a.csv", "q;01.03.2026;08:00;1;1;100");
            assertThat(deliver(memory, again, other)).containsExactly(Map.entry("q 2026-03-01 16", "3.0 2.0 100.0"));
        }
    }

    @Test
    void whatIsOlderThanAYearIsForgotten() throws Exception {
        try (FileContributions memory = open(NOW)) {
            deliver(memory, file("a.csv", "q;01.03.2026;08:00;1;1;100"));
        }
        try (FileContributions memory = open(NOW.plus(Duration.ofDays(401)))) {
            deliver(memory, file("b.csv", "q;05.04.2027;08:00;1;1;100"));
            assertThat(deliver(memory, file("c.csv", "q;01.03.2026;08:00;4;1;100")))
                    .containsExactly(Map.entry("q 2026-03-01 32", "4.0 1.0 100.0"));
        }
    }

    @Test
    void aContentCountsAsLongAsAnyFileHasIt() throws Exception {
        try (FileContributions memory = open(NOW)) {
            Contribution first = file("calls.csv", "q;01.03.2026;08:00;1;1;100");
            deliver(memory, first);
            Contribution renamed = new Contribution("calls.1.csv", first.content(), Optional.empty());
            assertThat(memory.with("CSV", List.of(renamed))).isEmpty();
            memory.keep("CSV", List.of(renamed));

            assertThat(deliver(memory, file("calls.csv", "q;01.03.2026;08:00;2;1;100")))
                    .containsExactly(Map.entry("q 2026-03-01 32", "3.0 2.0 100.0"));
            assertThat(deliver(memory, file("calls.1.csv", "q;01.03.2026;08:00;4;1;100")))
                    .containsExactly(Map.entry("q 2026-03-01 32", "6.0 2.0 100.0"));
        }
    }

    @Test
    void theSameBytesReadOtherwiseTakeThePlaceOfTheFormer() throws Exception {
        try (FileContributions memory = open(NOW)) {
            CallTotals before =
                    file("a.csv", "q;01.03.2026;08:00;1;1;100").totals().orElseThrow();
            CallTotals after =
                    file("a.csv", "q;01.03.2026;09:00;1;1;100").totals().orElseThrow();
            deliver(memory, new Contribution("a.csv", "bytes.before", Optional.of(before)));
            assertThat(deliver(memory, new Contribution("b.csv", "bytes.after", Optional.of(after))))
                    .containsExactly(
                            Map.entry("q 2026-03-01 32", "0.0 0.0 0.0"), Map.entry("q 2026-03-01 36", "1.0 1.0 100.0"));
            assertThat(memory.sameContent("CSV", "bytes.before")).isEmpty();
        }
    }

    /** A server that replaces what it is told, fed by batches of which some are lost, ends up with the sum of all files. */
    @Test
    void theServerHoldsTheSumOfAllFilesInTheirLastState() throws Exception {
        for (long seed = 1; seed <= 150; seed++) {
            Random random = new Random(seed);
            Map<String, List<String>> files = new TreeMap<>();
            Map<String, String> server = new TreeMap<>();
            Path data = Files.createDirectories(directory.resolve("data" + seed));
            try (FileContributions memory = new FileContributions(data, Clock.fixed(NOW, ZoneOffset.UTC))) {
                for (int batch = 0; batch < 8; batch++) {
                    Map<String, List<String>> added = new LinkedHashMap<>();
                    for (int i = random.nextInt(3); i >= 0; i--) {
                        List<String> rows = rows(random);
                        if (random.nextInt(3) == 0 && !files.isEmpty()) {
                            // A file that got another name, or a copy.
                            rows = List.copyOf(files.values()).get(random.nextInt(files.size()));
                        }
                        added.put((char) ('a' + random.nextInt(4)) + ".csv", rows);
                    }
                    List<Contribution> contributions = new ArrayList<>();
                    for (Map.Entry<String, List<String>> file : added.entrySet()) {
                        Contribution one = file(file.getKey(), file.getValue().toArray(String[]::new));
                        boolean same = memory.sameContent("CSV", one.content()).isPresent()
                                || contributions.stream()
                                        .anyMatch(other -> other.content().equals(one.content()));
                        contributions.add(same ? new Contribution(one.file(), one.content(), Optional.empty()) : one);
                    }
                    server.putAll(memory.with("CSV", contributions)
                            .map(FileContributionsTest::values)
                            .orElse(Map.of()));
                    // A crash between the receipt and the record: the next look at the folder finds the same files.
                    if (random.nextInt(4) == 0) {
                        server.putAll(memory.with("CSV", contributions)
                                .map(FileContributionsTest::values)
                                .orElse(Map.of()));
                    }
                    memory.keep("CSV", contributions);
                    files.putAll(added);
                }
            }
            List<String> all =
                    files.values().stream().distinct().flatMap(List::stream).toList();
            Map<String, String> expected =
                    values(file("all", all.toArray(String[]::new)).totals().orElseThrow());
            server.values().removeIf("0.0 0.0 0.0"::equals);
            expected.values().removeIf("0.0 0.0 0.0"::equals);
            assertThat(server).as("seed %s", seed).isEqualTo(expected);
        }
    }

    private static List<String> rows(Random random) {
        List<String> rows = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            rows.add("q%d;0%d.03.2026;0%d:%d0;%d;%d;%d"
                    .formatted(
                            random.nextInt(2),
                            1 + random.nextInt(3),
                            random.nextInt(3),
                            random.nextInt(6),
                            1 + random.nextInt(9),
                            1 << random.nextInt(3),
                            64 * random.nextInt(9)));
        }
        return rows;
    }

    private FileContributions open(Instant now) {
        return new FileContributions(directory, Clock.fixed(now, ZoneOffset.UTC));
    }

    private static Map<String, String> deliver(FileContributions memory, Contribution... files) {
        Map<String, String> values = values(memory.with("CSV", List.of(files)).orElseThrow());
        memory.keep("CSV", List.of(files));
        return values;
    }

    private Contribution file(String name, String... rows) throws IOException {
        return fileOf(SECTION, name, rows);
    }

    private Contribution fileOf(String section, String name, String... rows) throws IOException {
        Path path = directory.resolve(name);
        Files.write(path, List.of(rows));
        CsvCallFormat format = CsvCallFormat.of(IniSections.of(path, section));
        try (RejectFile rejects = new RejectFile(directory, path, LocalDateTime.now())) {
            CallTotals totals = CsvCallReader.read(path, format, "CSV", ZoneId.of("Europe/Berlin"), rejects)
                    .totals();
            return new Contribution(name, String.join("\n", rows).replace('.', '-') + ".form", Optional.of(totals));
        }
    }

    private static Map<String, String> values(CallTotals totals) {
        Map<String, String> values = new TreeMap<>();
        CallTable table = totals.table("CSV");
        for (CallPage page : table.pages()) {
            for (int i = page.next(0); i >= 0; i = page.next(i + 1)) {
                values.put(
                        page.queue() + " " + page.day().date() + " " + i,
                        page.value(0, i) + " " + page.value(1, i) + " " + page.value(2, i));
            }
        }
        return values;
    }
}
