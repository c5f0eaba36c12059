package io.xlink.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every directory of {@code ini-edit}: {@code before.ini} with the edits of {@code edits.txt} becomes {@code after.ini},
 * byte for byte. A line of edits is {@code set|section|key|value}, {@code remove|section|key} or {@code section|name};
 * one that begins with {@code !} must be refused.
 */
class IniEditCasesTest {
    private static final Path CASES = Path.of("src/test/resources/ini-edit");

    @TempDir
    Path dir;

    static Stream<String> cases() throws IOException {
        try (Stream<Path> directories = Files.list(CASES)) {
            return directories.map(d -> d.getFileName().toString()).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void writesAsExpected(String name) throws IOException {
        Path file = Files.copy(CASES.resolve(name).resolve("before.ini"), dir.resolve("a.ini"));
        IniEdit edit = new IniEdit(ConfigText.read(file));
        for (String line : Files.readAllLines(CASES.resolve(name).resolve("edits.txt"))) {
            if (line.startsWith("!")) {
                byte[] before = edit.bytes();
                assertThatThrownBy(() -> apply(edit, line.substring(1)))
                        .as(line)
                        .isInstanceOf(ConfigException.class);
                assertThat(edit.bytes()).isEqualTo(before);
            } else {
                apply(edit, line);
            }
        }
        byte[] before = Files.readAllBytes(file);
        byte[] after = Files.readAllBytes(CASES.resolve(name).resolve("after.ini"));
        assertThat(edit.changes()).isEqualTo(!java.util.Arrays.equals(before, after));

        edit.save(Optional.empty());

        assertThat(file).hasBinaryContent(after);
    }

    private static void apply(IniEdit edit, String line) {
        List<String> parts = List.of(line.split("\\|", 4));
        switch (parts.get(0)) {
            case "set" -> edit.set(parts.get(1), parts.get(2), unescaped(parts.get(3)));
            case "remove" -> edit.remove(parts.get(1), parts.get(2));
            case "section" -> edit.addSection(parts.get(1));
            default -> throw new IllegalArgumentException(line);
        }
    }

    private static String unescaped(String value) {
        return value.replace("\\n", "\n")
                .replace("\\r", "\r")
                .replace("\\u001a", "\u001a")
                .replace("\\u0000", "\0");
    }
}
