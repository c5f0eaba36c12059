package io.xlink.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every {@code NAME.ini} is read as {@code NAME.expected} says; a new case is two new files. */
class IniCasesTest {
    private static final Path CASES = Path.of("src/test/resources/ini");

    static Stream<String> cases() throws IOException {
        try (Stream<Path> files = Files.list(CASES)) {
            return files
                    .map(f -> f.getFileName().toString())
                    .filter(n -> n.endsWith(".ini"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void readsAsExpected(String name) throws IOException {
        Path expected = CASES.resolve(name.replace(".ini", ".expected"));

        assertThat(render(IniFile.read(CASES.resolve(name)))).isEqualTo(Files.readString(expected));
    }

    /** Sections and entries with their line numbers, then the warnings. */
    static String render(IniFile ini) {
        List<String> lines = new ArrayList<>();
        for (IniSection section : ini.sections()) {
            lines.add(section.line() + " [" + section.name() + "]");
            for (IniEntry entry : section.entries()) {
                lines.add(entry.line() + "   " + entry.key() + "=" + entry.value() + "|");
            }
        }
        ini.warnings().forEach(w -> lines.add(w.toString().replace(CASES + "/", "")));
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }
}
