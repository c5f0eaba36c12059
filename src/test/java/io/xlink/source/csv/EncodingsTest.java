package io.xlink.source.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xlink.config.IniSections;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The same content in every character set, with every line end, with and without a mark, comes to the same. */
class EncodingsTest {
    private static final String SECTION = """
            [CSV]
            HeaderLines=2
            GroupColumn=1
            DateColumn=2
            TimeColumn=3
            ColumnNames=Queue;Date;Time;Calls;Öffnung
            MaxRejects=100
            """;
    private static final String CONTENT = """
            Bericht für 02.09.2019
            Queue;Date;Time;Öffnung;Remark;Calls
            Wärme;02.09.2019;08:00;0,5;plain;1
            "Kälte; naß";02.09.2019;08:15;;"two
            lines and ""quotes"" too";2

            Wärme;02.09.2019;8:30;x;Grüße;4
            Wärme;02.09.2019;9 AM;1.5;"a

            b";8
            Wärme;31.02.2019;08:00;0;;16
            """;
    private static final List<String> EXPECTED = List.of(
            "Wärme;Calls;2019-09-02T08:00;1",
            "Wärme;Öffnung;2019-09-02T08:00;0.5",
            "Wärme;Calls;2019-09-02T09:00;8",
            "Wärme;Öffnung;2019-09-02T09:00;1.5",
            "Kälte; naß;Calls;2019-09-02T08:15;2",
            "Kälte; naß;Öffnung;2019-09-02T08:15;0",
            "# warning header line 2: columns do not stand where ColumnNames has them and are read where the header names"
                    + " them: \"Calls\" is column 6 instead of 4, \"Öffnung\" is column 4 instead of 5",
            "# info header line 2: ColumnNames does not name column 5 \"Remark\"; not read",
            "! 7:4 not a number: \"x\"",
            "! 11:2 there is no such day: \"31.02.2019\"");

    @TempDir
    Path directory;

    private final ListedRejects rejects = new ListedRejects();

    static Stream<Arguments> combinations() {
        List<Arguments> all = new ArrayList<>();
        for (String end : List.of("LF", "CRLF", "CR")) {
            for (String line : List.of(
                    // character set, mark, value of Charset, character set found
                    "UTF-8,,,UTF-8",
                    "UTF-8,,utf-8,UTF-8",
                    "UTF-8,EFBBBF,,UTF-8",
                    "UTF-8,EFBBBF,UTF-8,UTF-8",
                    "UTF-16LE,FFFE,,UTF-16LE",
                    "UTF-16BE,FEFF,,UTF-16BE",
                    "UTF-16LE,FFFE,UTF-16,UTF-16LE",
                    "UTF-16BE,FEFF,UTF-16,UTF-16BE",
                    "UTF-16LE,FFFE,UTF-16LE,UTF-16LE",
                    "UTF-16LE,,UTF-16LE,UTF-16LE",
                    "UTF-16BE,,UTF-16BE,UTF-16BE",
                    "UTF-16LE,,UTF-16,UTF-16LE",
                    "UTF-16BE,,UTF-16,UTF-16BE",
                    "UTF-16LE,,,UTF-16LE",
                    "UTF-16BE,,,UTF-16BE",
                    "UTF-32LE,FFFE0000,UTF-32LE,UTF-32LE",
                    "UTF-32BE,0000FEFF,UTF-32,UTF-32",
                    "windows-1252,,,windows-1252",
                    "windows-1252,,Cp1252,windows-1252",
                    "ISO-8859-15,,ISO-8859-15,ISO-8859-15",
                    "IBM850,,IBM850,IBM850")) {
                String[] parts = line.split(",", -1);
                all.add(Arguments.of(parts[0], parts[1], parts[2], parts[3], end));
            }
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void contentIsTheSame(String charset, String mark, String declared, String found, String end) throws IOException {
        String ends = end.replace("LF", "\n").replace("CR", "\r");
        byte[] file = bytes(mark, CONTENT.replace("\n", ends), Charset.forName(charset));
        CsvCallResult result = read(file, declared.isEmpty() ? "" : "Charset=" + declared);
        assertThat(ResultText.of(result, rejects.rejects)).isEqualTo(EXPECTED);
        assertThat(result.charset()).isEqualTo(Charset.forName(found));
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8,EFBBBF,windows-1252",
        "UTF-8,EFBBBF,UTF-16",
        "UTF-16LE,FFFE,UTF-8",
        "UTF-16LE,FFFE,UTF-16BE",
        "UTF-16BE,FEFF,UTF-16LE",
        "UTF-16BE,FEFF,ISO-8859-15"
    })
    void markThatContradictsTheDeclarationRefusesTheFile(String charset, String mark, String declared) {
        assertThatThrownBy(() -> read(bytes(mark, CONTENT, Charset.forName(charset)), "Charset=" + declared))
                .isInstanceOf(CsvRefusedException.class)
                .hasMessageContaining("calls.csv:1: the file begins with the byte order mark of " + charset
                        + ", which contradicts Charset=" + declared)
                .hasMessageContaining("Remove Charset, or correct it");
    }

    @Test
    void bytesThatAreNotValidInTheDeclaredSetSpoilTheirRows() throws IOException {
        String text = "x\nQueue;Date;Time;Calls;Öffnung\nQ;02.09.2019;08:00;1;0\nW§rme;02.09.2019;08:00;2;0\n"
                + "Q;02.09.2019;08:00;4§;0\nQ;02§09.2019;08:00;8;0\nQ;02.09.2019;08:15;16;0;remark §\n";
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream damaged = new ByteArrayOutputStream();
        for (int i = 0; i < utf8.length; i++) {
            boolean mark = (utf8[i] & 0xFF) == 0xC2;
            damaged.write(mark ? 0xFC : utf8[i]);
            i += mark ? 1 : 0;
        }
        CsvCallResult result = read(damaged.toByteArray(), "Charset=UTF-8");
        assertThat(ResultText.of(result, rejects.rejects))
                .containsExactly(
                        "Q;Calls;2019-09-02T08:00;1",
                        "Q;Öffnung;2019-09-02T08:00;0",
                        "Q;Calls;2019-09-02T08:15;16",
                        "Q;Öffnung;2019-09-02T08:15;0",
                        "! 4:1 the name of the queue has bytes that are not valid in the file's character set: \"W\uFFFDrme\"",
                        "! 5:4 not a number: \"4\uFFFD\"",
                        "! 6:2 not a date (day, month, year): \"02\uFFFD09.2019\"");
    }

    /** Cyrillic text has few zeros, so nothing but the declaration can tell. */
    @Test
    void utf16WithoutAMarkIsReadWhenItIsDeclared() throws IOException {
        String text = "Отчёт за понедельник для руководителей отдела обслуживания\nx\nОтдел;02.09.2019;08:00;1;0\n";
        CsvCallResult result = read(text.getBytes(StandardCharsets.UTF_16LE), "Charset=UTF-16");
        assertThat(ResultText.of(result, rejects.rejects))
                .containsExactly("Отдел;Calls;2019-09-02T08:00;1", "Отдел;Öffnung;2019-09-02T08:00;0");
    }

    private CsvCallResult read(byte[] content, String more) throws IOException {
        Path file = Files.write(directory.resolve("calls.csv"), content);
        CsvCallFormat format = CsvCallFormat.of(IniSections.of(Path.of("test.ini"), SECTION + more));
        return CsvCallReader.read(file, format, "Test", ZoneId.of("Europe/Berlin"), rejects);
    }

    static byte[] bytes(String mark, String text, Charset charset) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < mark.length(); i += 2) {
            bytes.write(Integer.parseInt(mark.substring(i, i + 2), 16));
        }
        bytes.writeBytes(text.getBytes(charset));
        return bytes.toByteArray();
    }
}
