package io.xlink.source.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RejectFileTest {
    private static final LocalDateTime TIME = LocalDateTime.of(2019, 9, 2, 8, 5, 9);
    private static final Path SOURCE = Path.of("in", "calls.csv");
    private static final Reject ROW = new Reject(Reject.Kind.BROKEN, 7, 4, "not a number: \"x\"", "Q;\"a, b\";x");

    @TempDir
    Path directory;

    @Test
    void thereIsNoFileWithoutRejects() throws IOException {
        Path rejected = directory.resolve("rejected");
        try (RejectFile file = new RejectFile(rejected, SOURCE, TIME)) {
            assertThat(file.path()).isEmpty();
        }
        assertThat(rejected).doesNotExist();
    }

    @Test
    void rowsAreWrittenWithFileLineColumnReasonAndOriginal() throws IOException {
        RejectFile file = new RejectFile(directory.resolve("rejected"), SOURCE, TIME);
        try (file) {
            file.reject(ROW);
            file.omitted(Reject.Kind.UNLISTED, 5);
        }
        Path expected = directory.resolve("rejected").resolve("calls.csv.20190902-080509.rejects.csv");
        assertThat(file.path()).contains(expected);
        assertThat(Files.readString(expected))
                .isEqualTo("file,line,column,reason,original\r\n"
                        + "calls.csv,7,4,\"not a number: \"\"x\"\"\",\"Q;\"\"a, b\"\";x\"\r\n"
                        + "calls.csv,,,5 more rows of queues or activities that are not listed were counted but are not written here,"
                        + "\r\n");
    }

    @Test
    void restartForgetsWhatWasWritten() throws IOException {
        try (RejectFile file = new RejectFile(directory, SOURCE, TIME)) {
            file.reject(ROW);
            file.restart();
            file.restart();
            assertThat(names()).isEmpty();
            file.reject(new Reject(Reject.Kind.BROKEN, 8, 1, "again", "ü"));
        }
        assertThat(Files.readString(directory.resolve("calls.csv.20190902-080509.rejects.csv")))
                .isEqualTo("file,line,column,reason,original\r\ncalls.csv,8,1,again,ü\r\n");
    }

    @Test
    void twoImportsWithinASecondHaveTwoFiles() throws IOException {
        for (int i = 0; i < 2; i++) {
            try (RejectFile file = new RejectFile(directory, SOURCE, TIME)) {
                file.reject(ROW);
            }
        }
        assertThat(names())
                .containsExactly("calls.csv.20190902-080509-2.rejects.csv", "calls.csv.20190902-080509.rejects.csv");
    }

    @Test
    void directoryThatCannotBeMadeIsAnErrorWithARemedy() throws IOException {
        Path occupied = Files.writeString(directory.resolve("occupied"), "");
        try (RejectFile file = new RejectFile(occupied, SOURCE, TIME)) {
            assertThatThrownBy(() -> file.reject(ROW))
                    .isInstanceOf(CsvException.class)
                    .hasMessageContaining("the rejected rows cannot be written")
                    .hasMessageContaining("Check that the directory exists");
        }
    }

    private java.util.List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }
}
