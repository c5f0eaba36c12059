package io.xlink.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.xlink.check.CheckReport;
import io.xlink.check.ConfigurationCheck;
import io.xlink.check.DataSourceCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The installation in each directory of {@code check} is reported as its {@code expected.txt} says. */
class CheckCasesTest {
    private static final Path CASES = Path.of("src/test/resources/check");

    static Stream<String> cases() throws IOException {
        try (Stream<Path> directories = Files.list(CASES)) {
            return directories.map(d -> d.getFileName().toString()).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isReportedAsExpected(String name) throws Exception {
        Path conf = CASES.resolve(name);

        assertThat(text(conf)).isEqualTo(Files.readString(conf.resolve("expected.txt")));
    }

    /** What the documentation shows, and what we ship, is no mistake. */
    @ParameterizedTest
    @MethodSource("cases")
    void documentedExamplesAreWithoutErrors(String name) throws Exception {
        if (name.startsWith("documented-")) {
            assertThat(report(CASES.resolve(name)).hasErrors()).isFalse();
        }
    }

    @Test
    void theSampleConfigurationIsWithoutErrors() throws Exception {
        assertThat(text(Path.of("conf"))).doesNotContain("error: ").doesNotContain("warning: ");
    }

    private static String text(Path conf) throws Exception {
        return CheckText.lines(report(conf)).stream()
                .map(line -> line.replace(conf.toAbsolutePath() + "/", "")
                        .replace(conf + "/", "")
                        .replace("--conf " + conf, "--conf CONF"))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static CheckReport report(Path conf) throws Exception {
        return new ConfigurationCheck(conf, conf.resolve("data"), DataSourceCheck.NONE)
                .run(Optional.empty(), Optional.empty());
    }
}
