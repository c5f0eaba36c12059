package io.xlink.importer;

import static org.assertj.core.api.Assertions.assertThat;

import io.xlink.source.csv.Reject;
import io.xlink.source.csv.RejectFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file is kept once for each of its states, with the newest report beside it. */
class RejectsFolderTest {
    private static final Instant FIRST = Instant.parse("2026-03-01T08:15:00Z");
    private static final Instant LATER = Instant.parse("2026-03-02T08:15:00Z");

    @TempDir
    Path directory;

    @Test
    void theOriginalStandsBesideTheReportOfTheSameName() throws Exception {
        FileStamp file = file("calls.csv", "content");
        assertThat(attempt(FIRST, file)).isTrue();
        assertThat(names())
                .containsExactly("calls.csv.20260301-081500.original.csv", "calls.csv.20260301-081500.rejects.csv");
        assertThat(directory.resolve("rejects/calls.csv.20260301-081500.original.csv"))
                .hasContent("content");
    }

    @Test
    void theSameStateIsNotKeptAgainAndItsReportReplaced() throws Exception {
        FileStamp file = file("calls.csv", "content");
        attempt(FIRST, file);
        attempt(LATER, file);
        attempt(LATER, file);
        assertThat(names()).hasSize(2).allMatch(name -> name.contains("20260301-081500"));
    }

    @Test
    void anotherStateIsKeptToo() throws Exception {
        attempt(FIRST, file("calls.csv", "content"));
        attempt(FIRST, file("calls.csv", "other content"));
        attempt(LATER, file("calls.csv", "a third one"));
        assertThat(names())
                .containsExactly(
                        "calls.csv.20260301-081500-2.original.csv",
                        "calls.csv.20260301-081500-2.rejects.csv",
                        "calls.csv.20260301-081500.original.csv",
                        "calls.csv.20260301-081500.rejects.csv",
                        "calls.csv.20260302-081500.original.csv",
                        "calls.csv.20260302-081500.rejects.csv");
    }

    @Test
    void aCopyThatIsGoneIsMadeAgain() throws Exception {
        FileStamp file = file("calls.csv", "content");
        attempt(FIRST, file);
        Files.delete(directory.resolve("rejects/calls.csv.20260301-081500.original.csv"));
        attempt(LATER, file);
        assertThat(names()).contains("calls.csv.20260301-081500.original.csv").hasSize(2);
    }

    @Test
    void aNameMayBeAsLongAsFileSystemsAllow() throws Exception {
        assertThat(attempt(FIRST, file("ü".repeat(125) + ".csv", "content"))).isTrue();
        assertThat(names()).hasSize(2);
    }

    @Test
    void aFolderThatCannotBeMadeIsNoError() throws Exception {
        FileStamp file = file("calls.csv", "content");
        Files.writeString(directory.resolve("rejects"), "a file in the way");
        try (KeptRejects memory = new KeptRejects(directory)) {
            assertThat(folder(FIRST, memory).keepOriginal(file, Optional.empty()))
                    .isFalse();
        }
    }

    /** As the program does it, started anew each time. */
    private boolean attempt(Instant now, FileStamp file) throws Exception {
        try (KeptRejects memory = new KeptRejects(directory)) {
            RejectsFolder folder = folder(now, memory);
            try (RejectFile report = folder.report(file)) {
                report.reject(new Reject(Reject.Kind.BROKEN, 2, 1, "nonsense", "original"));
                report.close();
                return folder.keepOriginal(file, report.path());
            }
        }
    }

    private RejectsFolder folder(Instant now, KeptRejects memory) {
        return new RejectsFolder("ACD", directory.resolve("rejects"), Clock.fixed(now, ZoneOffset.UTC), memory);
    }

    private FileStamp file(String name, String content) throws IOException {
        return FileStamp.of(Files.writeString(directory.resolve(name), content));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("rejects"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
