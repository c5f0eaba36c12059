package io.xlink.acdmap;

import static org.assertj.core.api.Assertions.assertThat;

import io.xlink.model.QueuePath;
import io.xlink.model.Target;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The file around the mapping lines: missing, in any encoding, with any line ends. */
class AcdMapTest {
    @TempDir
    Path dir;

    @Test
    void missingFileMapsNothingAndSaysSo() {
        AcdMap map = AcdMap.read(dir);

        assertThat(map.mappings()).isEmpty();
        assertThat(map.warnings())
                .singleElement()
                .asString()
                .startsWith(dir.resolve("acd_map.ini") + ": file not found, so nothing is mapped. Create it");
    }

    static Stream<Arguments> encodingsAndLineEnds() {
        return Stream.of("UTF-8", "UTF-16", "windows-1252")
                .flatMap(charset -> Stream.of("\n", "\r\n", "\r").map(end -> Arguments.of(charset, end)));
    }

    @ParameterizedTest
    @MethodSource("encodingsAndLineEnds")
    void readsEveryEncodingAndLineEnd(String charset, String end) throws IOException {
        String text = String.join(end, "; Zuordnung", "Köln:1:2:3=Anlage:Büro:Anrufe", "Köln:1:2:3=$1.BAS");
        Files.write(dir.resolve("ACD_MAP.INI"), text.getBytes(Charset.forName(charset)));

        assertThat(AcdMap.read(dir).mappings())
                .containsExactly(new Mapping(
                        new Target("Köln", 1, 2, 3),
                        List.of(new Source("Anlage", QueuePath.of("Büro"), "Anrufe")),
                        Optional.of("$1.BAS"),
                        2));
    }

    @Test
    void targetsOfUnknownServersAreLeftOutWithAWarningEach() throws IOException {
        Path directory = Files.createTempDirectory("map");
        Files.writeString(directory.resolve("acd_map.ini"), "WFM:1:2:3=A:q:v\nOld:1:2:4=A:q:v\n");

        AcdMap map = AcdMap.read(directory).forServers(Set.of("WFM"));

        assertThat(map.mappings())
                .singleElement()
                .extracting(m -> m.target().server())
                .isEqualTo("WFM");
        assertThat(map.warnings()).singleElement().asString().contains("acd_map.ini:2:1: [DB] has no server Old");
    }
}
