package io.xlink.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.xlink.FuzzAllowance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

/** Any file as an INI file; docs/testing.md tells how to run these. */
class IniFuzzTest {
    private static final FuzzAllowance ALLOWANCE = new FuzzAllowance(32L << 20, 10);
    private static final String[] PIECES = {
        "[", "]", "=", ";", "#", "\"", "'", "(", ")", " ", "\t", "\r\n", "\n", "\r", "[DB]", "Key", "key", "a=b", "ä"
    };

    @TempDir
    static Path dir;

    @FuzzTest(maxDuration = "10m")
    void bytes(byte[] bytes) {
        ALLOWANCE.within(() -> take(bytes));
    }

    /** What means something to the dialect, in any order. */
    @FuzzTest(maxDuration = "10m")
    void text(FuzzedDataProvider data) {
        StringBuilder text = new StringBuilder();
        while (data.remainingBytes() > 0 && text.length() < 2_000) {
            text.append(data.consumeBoolean() ? data.pickValue(PIECES) : data.consumeString(6));
        }
        ALLOWANCE.within(() -> take(text.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private static void take(byte[] bytes) {
        Path file = dir.resolve("fuzzed.ini");
        try {
            Files.write(file, bytes);
            ConfigText text = ConfigText.read(file);
            everyLineCounts(text, IniFile.read(file));
        } catch (ConfigException e) {
            assertThat(e.getMessage()).contains("fuzzed.ini");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A line is understood, or empty, or a comment, or somebody is told; or it stands where a warning speaks for all. */
    private static void everyLineCounts(ConfigText text, IniFile ini) {
        List<Integer> understood = Stream.concat(
                        ini.sections().stream().map(IniSection::line),
                        ini.sections().stream()
                                .flatMap(s -> s.entries().stream().map(IniEntry::line)))
                .toList();
        boolean passedOver = false;
        for (int line = 1; line <= text.lines().size(); line++) {
            String content = text.lines().get(line - 1).strip();
            int number = line;
            boolean told = ini.warnings().stream().anyMatch(w -> w.line() == number);
            if (content.startsWith("[")) {
                passedOver = told && !understood.contains(line);
            }
            boolean silent = content.isEmpty() || content.startsWith(";") || content.startsWith("#");
            assertThat(silent || passedOver || told || understood.contains(line))
                    .as("line %d is understood or warned about", line)
                    .isTrue();
        }
    }
}
