package io.xlink.source.csv;

import static org.assertj.core.api.Assertions.assertThat;

import io.xlink.config.IniSections;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The cases of {@code csv-calls}: {@code NAME.ini} and {@code NAME.csv} must give {@code NAME.expected}, which holds
 * {@code queue path;value type;local start;value} and, for rejects, {@code ! line:column reason}. What is remarkable
 * about the file's columns is a line with {@code # warning} or {@code # info}; a file that is refused whole is the one
 * line {@code !! line:column message}, after the rejects. The local zone is Europe/Berlin unless the section's comment
 * says otherwise.
 */
class CallCasesTest {
    private static final Path CASES = Path.of("src", "test", "resources", "csv-calls");
    private static final String ZONE = "; local zone: ";

    @TempDir
    Path directory;

    @TestFactory
    Stream<DynamicTest> cases() throws IOException {
        return names().map(name -> DynamicTest.dynamicTest(name, () -> {
            check(name, CASES.resolve(name + ".csv"), StandardCharsets.UTF_8);
        }));
    }

    @TestFactory
    Stream<DynamicTest> casesWithOtherLineEnds() throws IOException {
        return names().flatMap(name -> Stream.of("\r\n", "\r").map(end -> {
            String title = name + (end.length() == 2 ? " CRLF" : " CR");
            return DynamicTest.dynamicTest(title, () -> {
                // A line break inside quotes belongs to the name and would differ.
                String text = text(name);
                if (!name.equals("quotes-around-line-breaks") || end.equals("\r")) {
                    check(
                            name,
                            write(text.replace("\n", end).getBytes(StandardCharsets.UTF_8)),
                            StandardCharsets.UTF_8);
                }
            });
        }));
    }

    @ParameterizedTest
    @CsvSource({"UTF-8,EFBBBF", "UTF-16LE,FFFE", "UTF-16BE,FEFF"})
    void byteOrderMarkDecides(String charset, String mark) throws IOException {
        Charset set = Charset.forName(charset);
        byte[] bytes = (text("names-beyond-ascii")).getBytes(set);
        byte[] first = new java.math.BigInteger(mark, 16).toByteArray();
        int skip = first[0] == 0 ? 1 : 0;
        byte[] all = new byte[first.length - skip + bytes.length];
        System.arraycopy(first, skip, all, 0, first.length - skip);
        System.arraycopy(bytes, 0, all, first.length - skip, bytes.length);
        check("names-beyond-ascii", write(all), set);
    }

    @Test
    void everyCaseHasItsThreeFiles() throws IOException {
        try (Stream<Path> files = Files.list(CASES)) {
            assertThat(files.count()).isEqualTo(3 * names().count());
        }
    }

    private static Stream<String> names() throws IOException {
        try (Stream<Path> files = Files.list(CASES)) {
            return files
                    .map(f -> f.getFileName().toString())
                    .filter(f -> f.endsWith(".ini"))
                    .map(f -> f.substring(0, f.length() - 4))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    private static void check(String name, Path csv, Charset charset) throws IOException {
        Path ini = CASES.resolve(name + ".ini");
        String section = Files.readString(ini);
        ZoneId zone = section.lines()
                .filter(l -> l.startsWith(ZONE))
                .map(l -> ZoneId.of(l.substring(ZONE.length()).strip()))
                .findFirst()
                .orElse(ZoneId.of("Europe/Berlin"));
        ListedRejects rejects = new ListedRejects();
        List<String> expected = Files.readAllLines(CASES.resolve(name + ".expected"));
        CsvCallFormat format = CsvCallFormat.of(IniSections.of(ini, section));
        CsvCallResult result;
        try {
            result = CsvCallReader.read(csv, format, "Test", zone, rejects);
        } catch (CsvException e) {
            assertThat(ResultText.of(e, rejects.rejects)).isEqualTo(expected);
            return;
        }
        assertThat(ResultText.of(result, rejects.rejects)).isEqualTo(expected);
        assertThat(result.rowsRead()).isEqualTo(result.rowsImported() + result.rowsRejected() + result.rowsUnlisted());
        assertThat(result.rowsRejected() + result.rowsUnlisted()).isEqualTo(rejects.rejects.size());
        assertThat(result.charset()).isEqualTo(charset);
    }

    private static String text(String name) throws IOException {
        return Files.readString(CASES.resolve(name + ".csv"));
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(directory.resolve("calls.csv"), bytes);
    }
}
