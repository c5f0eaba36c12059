package io.xlink.acdmap;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.xlink.FuzzAllowance;
import io.xlink.config.ConfigException;
import io.xlink.config.ConfigText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Any file as an acd_map.ini; docs/testing.md tells how to run these. */
class MapFuzzTest {
    private static final FuzzAllowance ALLOWANCE = new FuzzAllowance(32L << 20, 10);
    private static final String[] PIECES = {
        "WFM:1:2:3=",
        "WFM:1:2:4=",
        "WFM:",
        "99999999999",
        "1",
        ":",
        "=",
        " ",
        "Acd:",
        "Group:",
        "offered",
        "$1.BAS",
        "\n",
        "\r\n",
        ";",
        "#",
        "ü"
    };

    @TempDir
    static Path dir;

    @FuzzTest(maxDuration = "10m")
    void bytes(byte[] bytes) {
        ALLOWANCE.within(() -> take(bytes));
    }

    /** What means something to the file, in any order. */
    @FuzzTest(maxDuration = "10m")
    void lines(FuzzedDataProvider data) {
        StringBuilder text = new StringBuilder();
        while (data.remainingBytes() > 0 && text.length() < 2_000) {
            text.append(data.consumeInt(0, 3) > 0 ? data.pickValue(PIECES) : data.consumeString(6));
        }
        ALLOWANCE.within(() -> take(text.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private static void take(byte[] bytes) {
        Path file = dir.resolve("acd_map.ini");
        try {
            Files.write(file, bytes);
            everyLineCounts(ConfigText.read(file), AcdMap.read(dir));
        } catch (ConfigException e) {
            assertThat(e.getMessage()).contains("acd_map.ini");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Each line that is no comment became one source or one script of a target, or somebody is told. */
    private static void everyLineCounts(ConfigText text, AcdMap map) {
        long told = 0;
        long meant = 0;
        for (int line = 1; line <= text.lines().size(); line++) {
            String content = text.lines().get(line - 1).strip();
            if (!content.isEmpty() && !content.startsWith(";") && !content.startsWith("#")) {
                int number = line;
                meant++;
                // What is odd about the file's characters is no word about what a line means.
                told += map.warnings().stream()
                                .anyMatch(w ->
                                        w.line() == number && !text.warnings().contains(w))
                        ? 1
                        : 0;
            }
        }
        long understood = map.mappings().stream()
                .mapToLong(m -> m.sources().size() + (m.script().isPresent() ? 1 : 0))
                .sum();
        // Lines of a target with a broken line go with it; its warning speaks for all of them.
        boolean broken = map.warnings().stream().anyMatch(w -> w.what().contains("nothing is delivered"));
        assertThat(understood + told).as("lines understood or warned about").isLessThanOrEqualTo(meant);
        assertThat(broken || understood + told == meant)
                .as("%d lines: %d understood, %d warned about", meant, understood, told)
                .isTrue();
        CallDataMapper.leftOut(map, ImportScripts.read(map))
                .forEach(w -> assertThat(w.what()).isNotBlank());
    }
}
