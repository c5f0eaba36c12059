package io.xlink.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Bytes become lines as the specification, section 3, says, whatever editor wrote them. */
class ConfigTextTest {
    private static final String TEXT = "[Größe]\n; Kommentar\nZürich = Straße; \n\nlast=1";

    @TempDir
    Path dir;

    static Stream<Arguments> encodingsAndLineEnds() {
        return Stream.of("utf-8", "utf-8 marked", "utf-16le marked", "utf-16be marked", "windows-1252")
                .flatMap(encoding -> Stream.of("\n", "\r\n", "\r")
                        .flatMap(end -> Stream.of("", end, end + "\u001a")
                                .map(tail -> Arguments.of(encoding, end, TEXT.replace("\n", end) + tail))));
    }

    @ParameterizedTest
    @MethodSource("encodingsAndLineEnds")
    void readsEveryEncodingAndLineEnd(String encoding, String end, String text) throws IOException {
        Path file = write("isps_Ul.ini", encoding, text);

        IniFile ini = IniFile.read(file);

        assertThat(ini.warnings()).isEmpty();
        assertThat(ini.sections()).hasSize(1);
        IniSection section = ini.section("GRÖSSE")
                .or(() -> ini.section("größe"))
                .orElseThrow(() -> new AssertionError(ini.sections().get(0).name()));
        assertThat(section.entries())
                .containsExactly(new IniEntry("Zürich", "Straße;", 3, 1, 10), new IniEntry("last", "1", 5, 1, 6));
    }

    @ParameterizedTest
    @MethodSource("names")
    void findsTheFileInAnyCase(String name) throws IOException {
        write(name, "utf-8", "[a]\n");

        ConfigText text = ConfigText.read(dir.resolve("isps_Ul.ini"));

        assertThat(text.file().getFileName()).hasToString(name);
        assertThat(text.warnings()).isEmpty();
    }

    static Stream<String> names() {
        return Stream.of("isps_Ul.ini", "isps_ul.ini", "ISPS_UL.INI", "Isps_Ul.Ini");
    }

    @Test
    void prefersTheNameAskedForAndNamesTheOther() throws IOException {
        write("ISPS.CFG", "utf-8", "[other]\n");
        write("isps.cfg", "utf-8", "[wanted]\n");

        IniFile ini = IniFile.read(dir.resolve("isps.cfg"));

        assertThat(ini.section("wanted")).isPresent();
        assertThat(ini.warnings())
                .map(Problem::toString)
                .containsExactly(
                        dir.resolve("ISPS.CFG") + ": is not read, because isps.cfg lies beside it. Keep one of them");
    }

    @Test
    void damageBehindAByteOrderMarkIsNamedWithItsLine() throws IOException {
        Path file =
                Files.write(dir.resolve("a.ini"), concat(bytes("utf-8 marked", "[a]\nx="), new byte[] {(byte) 0xFC}));

        assertThat(ConfigText.read(file).warnings()).singleElement().asString().startsWith(file + ":2:3: characters");
    }

    @Test
    void windowsCharactersAreNotLatin1() throws IOException {
        Path file = Files.write(dir.resolve("a.ini"), new byte[] {(byte) 0x80, '=', (byte) 0x96});

        assertThat(ConfigText.read(file).lines()).containsExactly("€=–");
    }

    @Test
    void missingFileSaysWhatToDo() {
        Path file = dir.resolve("isps.cfg");

        assertThatThrownBy(() -> IniFile.read(file))
                .isInstanceOf(ConfigException.class)
                .hasMessage(file + ": file not found. Create it, or point --conf at the directory that holds it");
        assertThat(ConfigText.readIfPresent(file)).isEqualTo(Optional.empty());
        assertThat(ConfigText.readIfPresent(dir.resolve("nowhere/isps.cfg"))).isEmpty();
    }

    @Test
    void whatIsNoTextIsRefused() throws IOException {
        Path directory = Files.createDirectory(dir.resolve("isps.cfg"));
        assertThatThrownBy(() -> IniFile.read(directory)).hasMessageContaining("is a directory");

        Path unmarked = Files.write(dir.resolve("a.ini"), "[a]".getBytes(StandardCharsets.UTF_16LE));
        assertThatThrownBy(() -> IniFile.read(unmarked)).hasMessageContaining("Save it as UTF-8");
    }

    private Path write(String name, String encoding, String text) throws IOException {
        return Files.write(dir.resolve(name), bytes(encoding, text));
    }

    private static byte[] bytes(String encoding, String text) {
        boolean marked = encoding.endsWith(" marked");
        Charset charset = Charset.forName(encoding.replace(" marked", ""));
        return ((marked ? "\ufeff" : "") + text).getBytes(charset);
    }

    private static byte[] concat(byte[] a, byte[] b) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(a);
        out.writeBytes(b);
        return out.toByteArray();
    }
}
