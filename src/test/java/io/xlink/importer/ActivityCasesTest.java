package io.xlink.importer;

import static org.assertj.core.api.Assertions.assertThat;

import io.xlink.config.IniSection;
import io.xlink.config.IniSections;
import io.xlink.model.ActivityImport;
import io.xlink.source.csv.CsvActivityFormat;
import io.xlink.source.csv.CsvActivityReader;
import io.xlink.source.csv.CsvNote;
import io.xlink.source.csv.CsvRefusedException;
import io.xlink.source.csv.RejectFile;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The cases of {@code csv-activities}: {@code NAME.ini} with {@code NAME.csv}, {@code NAME.2.csv} and so on must give
 * {@code NAME.expected}, which holds what a server has in the end, {@code agent;activity;local start;local end}; then
 * {@code # n left out}, what is remarkable about the columns of a file as {@code # warning file: text} or {@code # info},
 * and for rejects {@code ! file:line:column reason}. An import that is refused is the one line {@code !! file:line column
 * n: message} behind the rejects up to there. Each file is an import, unless a comment of the section says {@code ; one
 * import}. The local zone is Europe/Berlin unless a comment says otherwise.
 */
class ActivityCasesTest {
    private static final Path CASES = Path.of("src", "test", "resources", "csv-activities");
    private static final String ZONE = "; local zone: ";
    private static final String ONE_IMPORT = "; one import";
    private static final Instant NOW = Instant.parse("2024-01-01T00:00:00Z");

    @TempDir
    Path directory;

    @TestFactory
    Stream<DynamicTest> cases() throws IOException {
        return names().map(name -> DynamicTest.dynamicTest(name, () -> check(name, files(name))));
    }

    @TestFactory
    Stream<DynamicTest> casesWithOtherLineEnds() throws IOException {
        return names().flatMap(name -> Stream.of("\r\n", "\r").map(end -> {
            String title = name + (end.length() == 2 ? " CRLF" : " CR");
            return DynamicTest.dynamicTest(title, () -> {
                List<Path> files = new ArrayList<>();
                for (Path file : files(name)) {
                    byte[] bytes = Files.readString(file).replace("\n", end).getBytes(StandardCharsets.UTF_8);
                    files.add(Files.write(folder().resolve(file.getFileName()), bytes));
                }
                check(name, files);
            });
        }));
    }

    @ParameterizedTest
    @CsvSource({"UTF-8,\uFEFF", "UTF-16LE,\uFEFF", "UTF-16BE,\uFEFF", "windows-1252,''"})
    void charactersAreReadAsForCalls(String charset, String mark) throws IOException {
        String text = Files.readString(CASES.resolve("ids-beyond-ascii.csv"));
        Path file = Files.write(folder().resolve("a.csv"), (mark + text).getBytes(Charset.forName(charset)));
        check("ids-beyond-ascii", List.of(file));
    }

    @Test
    void everyCaseHasItsFiles() throws IOException {
        int expected = 0;
        for (String name : names().toList()) {
            expected += 2 + files(name).size();
        }
        try (Stream<Path> files = Files.list(CASES)) {
            assertThat(files.count()).isEqualTo(expected);
        }
    }

    private static Stream<String> names() throws IOException {
        try (Stream<Path> files = Files.list(CASES)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".ini"))
                    .map(file -> file.substring(0, file.length() - 4))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    private static List<Path> files(String name) {
        List<Path> files = new ArrayList<>();
        files.add(CASES.resolve(name + ".csv"));
        for (int number = 2; Files.exists(CASES.resolve(name + "." + number + ".csv")); number++) {
            files.add(CASES.resolve(name + "." + number + ".csv"));
        }
        return files;
    }

    private void check(String name, List<Path> files) throws IOException {
        Path ini = CASES.resolve(name + ".ini");
        String text = Files.readString(ini);
        IniSection section = IniSections.of(ini, text);
        ZoneId zone = text.lines()
                .filter(line -> line.startsWith(ZONE))
                .map(line -> ZoneId.of(line.substring(ZONE.length()).strip()))
                .findFirst()
                .orElse(ZoneId.of("Europe/Berlin"));
        boolean one = text.lines().anyMatch(ONE_IMPORT::equals);
        List<List<Path>> batches =
                one ? List.of(files) : files.stream().map(List::of).toList();
        Path data = folder();
        CsvActivitySystem system = new CsvActivitySystem(
                "Test",
                new CsvFolder(data, CsvFolder.Disposal.STAY, Optional.empty(), FileNames.ALL, false),
                CsvActivityFormat.of(section));
        HeldActivities server = new HeldActivities();
        long leftOut = 0;
        List<String> notes = new ArrayList<>();
        List<String> rejects = new ArrayList<>();
        try (ActivityTimeline timeline = new ActivityTimeline(data, Clock.fixed(NOW, ZoneOffset.UTC), zone);
                FoundFiles found = new FoundFiles("Test", data)) {
            CsvActivitySource source = new CsvActivitySource(system, zone, new BatchReader(), List.of("WFM"), timeline);
            for (List<Path> paths : batches) {
                ActivityBatch batch = source.read(found.of(paths));
                for (ActivityImport what : batch.imports()) {
                    server.take(what);
                }
                source.delivered(batch);
                leftOut += batch.leftOut() + batch.tooLong();
                for (FileRead file : batch.read().files()) {
                    int number = files.stream()
                                    .map(Path::toAbsolutePath)
                                    .toList()
                                    .indexOf(file.file().path())
                            + 1;
                    for (CsvNote note : file.notes()) {
                        notes.add((note.warning() ? "# warning " : "# info ") + number + ": " + note.text());
                    }
                    rejects.addAll(RejectLines.of(file, number));
                    assertThat(file.rowsRead())
                            .isEqualTo(file.rowsImported() + file.rowsBroken() + file.rowsUnlisted());
                }
                List<Path> read =
                        batch.read().stamps().stream().map(FileStamp::path).toList();
                for (Path path : paths) {
                    if (!read.contains(path.toAbsolutePath())) {
                        rejects.addAll(refusal(path, files.indexOf(path) + 1, system.format(), zone));
                    }
                }
            }
        } catch (java.sql.SQLException e) {
            throw new AssertionError(e);
        }
        List<String> lines = new ArrayList<>(server.lines(zone));
        if (leftOut > 0) {
            lines.add("# " + leftOut + " left out");
        }
        lines.addAll(notes);
        lines.addAll(rejects);
        assertThat(lines).isEqualTo(Files.readAllLines(CASES.resolve(name + ".expected")));
    }

    /** What the log says of a file that was left out: its rejects, and why. */
    private List<String> refusal(Path path, int number, CsvActivityFormat format, ZoneId zone) throws IOException {
        RejectFile rejected = new RejectFile(folder(), path, LocalDateTime.now(zone));
        List<String> lines = new ArrayList<>();
        try (rejected) {
            CsvActivityReader.read(path, format, zone, rejected);
        } catch (CsvRefusedException e) {
            lines.add("!! " + number + e.getMessage().substring(path.toString().length()));
        }
        if (rejected.path().isPresent()) {
            lines.addAll(0, RejectLines.of(rejected.path().get(), number));
        }
        return lines;
    }

    private Path folder() throws IOException {
        return Files.createTempDirectory(directory, "case");
    }
}
