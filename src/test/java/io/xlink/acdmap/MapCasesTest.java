package io.xlink.acdmap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every {@code NAME.ini} is read as {@code NAME.expected} says; a new case is two new files. */
class MapCasesTest {
    private static final Path CASES = Path.of("src/test/resources/maps");

    @TempDir
    Path dir;

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
        Files.copy(CASES.resolve(name), dir.resolve("Acd_Map.INI"));
        Path expected = CASES.resolve(name.replace(".ini", ".expected"));

        assertThat(render(AcdMap.read(dir))).isEqualTo(Files.readString(expected));
    }

    /** Targets with the parts of their sources, what the mapper says about them, then the parser's warnings. */
    static String render(AcdMap map) {
        List<String> lines = new ArrayList<>();
        for (Mapping mapping : map.mappings()) {
            lines.add(mapping.line() + " " + mapping.target()
                    + mapping.script().map(s -> " by " + s).orElse(""));
            for (Source source : mapping.sources()) {
                lines.add("    " + source.system() + " | "
                        + String.join(" / ", source.path().parts()) + " | " + source.valueType() + "|");
            }
        }
        map.warnings().forEach(w -> lines.add(w.toString().replace(map.file().toString(), "acd_map.ini")));
        new CallDataMapper(map, ImportScripts.read(map), new SharedInMemory())
                .warnings()
                .forEach(w -> lines.add(w.toString().replace(map.file().toString(), "acd_map.ini")));
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }
}
