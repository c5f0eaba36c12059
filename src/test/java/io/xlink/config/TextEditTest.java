package io.xlink.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Writing keeps encoding, line ends and every line that nobody changes. */
class TextEditTest {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    @TempDir
    Path dir;

    static Stream<Arguments> encodingsAndLineEnds() {
        return Stream.of("utf-8", "\ufeffutf-8", "\ufeffutf-16le", "\ufeffutf-16be", "windows-1252")
                .flatMap(encoding -> Stream.of("\n", "\r\n", "\r").map(end -> Arguments.of(encoding, end)));
    }

    @ParameterizedTest
    @MethodSource("encodingsAndLineEnds")
    void changesOnlyWhatItIsToldTo(String encoding, String end) throws IOException {
        Path file = write(encoding, end, "; Öl ", "one=1", "\ttwo = 2 ", "", "three=3");

        TextEdit edit = new TextEdit(ConfigText.read(file));
        edit.set(2, "one=Größe");
        edit.remove(4);
        edit.insertAfter(3, "zwei=ä");
        edit.insertAfter(3, "drei=ß");
        edit.append("last=ü");
        edit.save(Optional.empty());

        assertThat(Files.readAllBytes(file))
                .isEqualTo(bytes(
                        encoding,
                        end,
                        "; Öl ",
                        "one=Größe",
                        "\ttwo = 2 ",
                        "zwei=ä",
                        "drei=ß",
                        "three=3",
                        "last=ü",
                        ""));
    }

    @Test
    void mixedLineEndsStayAndNewLinesEndLikeMost() throws IOException {
        Path file = Files.writeString(dir.resolve("a.ini"), "one\r\ntwo\nthree\r\nfour\r");

        TextEdit edit = new TextEdit(ConfigText.read(file));
        edit.set(2, "TWO");
        edit.append("five");
        edit.save(Optional.empty());

        assertThat(file).hasContent("one\r\nTWO\nthree\r\nfour\rfive\r\n");
    }

    @Test
    void bytesThatAreNoCharactersSurviveInLinesThatNobodyChanges() throws IOException {
        byte[] damaged = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF, 'a', (byte) 0xFC, '\n', 'b'};
        Path file = Files.write(dir.resolve("a.ini"), damaged);

        TextEdit edit = new TextEdit(ConfigText.read(file));
        edit.set(2, "c");
        edit.save(Optional.empty());

        damaged[6] = 'c';
        assertThat(Files.readAllBytes(file)).isEqualTo(damaged);
    }

    @Test
    void linesPutBehindTheLastOneComeBeforeTheOldEndOfFileMark() throws IOException {
        Path file = Files.writeString(dir.resolve("a.ini"), "one\r\n\u001a");

        TextEdit edit = new TextEdit(ConfigText.read(file));
        edit.append("two");
        edit.save(Optional.empty());

        assertThat(ConfigText.read(file).lines()).containsExactly("one", "two");
    }

    @Test
    void anEditWithoutChangesLeavesTheBytes() throws IOException {
        Path file = Files.writeString(dir.resolve("a.ini"), "one\r\ntwo\n\u001a");

        assertThat(new TextEdit(ConfigText.read(file)).changes()).isFalse();
    }

    @Test
    void theBackupHoldsWhatWasRead() throws IOException {
        Path file = Files.writeString(dir.resolve("a.ini"), "one");
        Path backup = dir.resolve("a1.ini");

        TextEdit edit = new TextEdit(ConfigText.read(file));
        edit.set(1, "two");
        edit.save(Optional.of(backup));

        assertThat(backup).hasContent("one");
        assertThat(file).hasContent("two");
        try (Stream<Path> files = Files.list(dir)) {
            assertThat(files).containsExactlyInAnyOrder(file, backup);
        }
    }

    @Test
    void makesAFileThatIsAbsent() {
        Path file = dir.resolve("acd_map.ini");

        TextEdit edit = new TextEdit(ConfigText.absent(file));
        edit.append("WFM:1:2:3=A:b:c");
        edit.save(Optional.empty());

        assertThat(ConfigText.read(file).lines()).containsExactly("WFM:1:2:3=A:b:c");
    }

    @Test
    void aFileThatSomebodyElseChangedIsNotOverwritten() throws IOException {
        Path file = Files.writeString(dir.resolve("a.ini"), "one");
        TextEdit edit = new TextEdit(ConfigText.read(file));
        edit.set(1, "two");
        Files.writeString(file, "three");

        assertThatThrownBy(() -> edit.save(Optional.empty()))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("changed by somebody else");
        assertThat(file).hasContent("three");
    }

    @Test
    void aCharacterThatTheEncodingHasNotIsRefusedBeforeAnythingIsWritten() throws IOException {
        Path file = Files.write(dir.resolve("a.ini"), "Öl".getBytes(WINDOWS));
        TextEdit edit = new TextEdit(ConfigText.read(file));
        edit.append("Ελλάδα");

        assertThatThrownBy(() -> edit.save(Optional.of(dir.resolve("a1.ini"))))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("windows-1252")
                .hasMessageContaining("Save the file as UTF-8 first");
        assertThat(Files.readAllBytes(file)).isEqualTo("Öl".getBytes(WINDOWS));
        assertThat(dir.resolve("a1.ini")).doesNotExist();
    }

    @Test
    void permissionsAndLinksStay() throws IOException {
        Path real = Files.writeString(dir.resolve("real.ini"), "one");
        Files.setPosixFilePermissions(real, PosixFilePermissions.fromString("rw-r-----"));
        Path link = Files.createSymbolicLink(dir.resolve("a.ini"), real);

        TextEdit edit = new TextEdit(ConfigText.read(link));
        edit.set(1, "two");
        edit.save(Optional.empty());

        assertThat(link).isSymbolicLink();
        assertThat(real).hasContent("two");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(real)))
                .isEqualTo("rw-r-----");
    }

    private Path write(String encoding, String end, String... lines) throws IOException {
        return Files.write(dir.resolve("a.ini"), bytes(encoding, end, lines));
    }

    private static byte[] bytes(String encoding, String end, String... lines) {
        String mark = encoding.startsWith("\ufeff") ? "\ufeff" : "";
        return (mark + String.join(end, lines)).getBytes(Charset.forName(encoding.substring(mark.length())));
    }
}
