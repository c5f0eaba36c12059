package io.xlink.acdmap;

import static org.assertj.core.api.Assertions.assertThat;

import io.xlink.config.TextEdit;
import io.xlink.model.Target;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * {@code NAME.ini} after the commands of {@code NAME.edits} is, byte for byte, {@code NAME.expected}; a new case is three
 * new files. Commands are {@code add|remove|script|unscript TARGET [SOURCE or SCRIPT]}, each saved and read anew.
 */
class MapEditCasesTest {
    private static final Path CASES = Path.of("src/test/resources/map-edits");
    private static final Pattern COMMAND =
            Pattern.compile("(?<what>\\w+) (?<target>.*?:\\d+:\\d+:\\d+)(?: (?<right>.*))?");

    @TempDir
    Path dir;

    static Stream<String> cases() throws IOException {
        try (Stream<Path> files = Files.list(CASES)) {
            return files
                    .map(f -> f.getFileName().toString())
                    .filter(n -> n.endsWith(".edits"))
                    .map(n -> n.replace(".edits", ""))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isEditedAsExpected(String name) throws IOException {
        Path file = Files.copy(CASES.resolve(name + ".ini"), dir.resolve("Acd_Map.INI"));

        for (String command : Files.readAllLines(CASES.resolve(name + ".edits"))) {
            edit(command).ifPresent(edit -> edit.save(Optional.empty()));
        }

        // As text first, because a difference in it can be read.
        byte[] expected = Files.readAllBytes(CASES.resolve(name + ".expected"));
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                .isEqualTo(new String(expected, StandardCharsets.ISO_8859_1));
    }

    private Optional<TextEdit> edit(String command) {
        Matcher parts = COMMAND.matcher(command);
        assertThat(parts.matches()).as(command).isTrue();
        AcdMapEdit edit = AcdMapEdit.read(dir);
        Target target = MapNotation.target(parts.group("target")).orElseThrow();
        String right = parts.group("right");
        return switch (parts.group("what")) {
            case "add" -> edit.add(target, MapNotation.source(right).orElseThrow());
            case "remove" ->
                right == null
                        ? edit.remove(target)
                        : edit.remove(target, MapNotation.source(right).orElseThrow());
            case "script" -> edit.setScript(target, right);
            case "unscript" -> edit.removeScript(target);
            default -> throw new AssertionError(command);
        };
    }
}
