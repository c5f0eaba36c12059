package io.xlink.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code xlink map script}. */
class MapScriptCommandTest {
    private static final String MAP = """
            WFM:1:1002:1=ACD:DE:Offered
            WFM:1:1002:1=ACD:AT:Offered
            WFM:1:1002:1=$1.BAS
            WFM:1:1003:1=ACD:EN:Offered
            WFM:1:1004:1=ACD:FR:Offered
            WFM:1:1004:1=$3.BAS
            WFM:1:1005:1=ACD:IT:Offered
            WFM:1:1005:1=$3.bas
            WFM:1:1006:1=$7.BAS
            """;
    private static final String LEVEL = """
            Sub Main()\r
              MsgBox "on day " & Weekday & " at " & Minutes\r
              Result = Para1 / Para2 * 10000\r
            End Sub\r
            """;

    @TempDir
    Path dir;

    private Path conf;

    @BeforeEach
    void install() throws IOException {
        conf = Files.createDirectory(dir.resolve("conf"));
        Files.writeString(conf.resolve("acd_map.ini"), MAP);
        Files.writeString(conf.resolve("$1.bas"), LEVEL);
        Files.writeString(conf.resolve("$3.BAS"), "Sub Main()\nEnd Sub\n");
    }

    @Test
    void showsTheScriptOrWhatStandsForIt() {
        assertThat(script("WFM:1:1002:1", "--show").output()).isEqualTo(LEVEL.replace("\r", ""));
        assertThat(script("WFM:1:1003:1", "--show").output())
                .isEqualTo("Sub Main()\n  Result = (Para1) * 100\nEnd Sub\n");
    }

    @Test
    void testsTheScriptWithTheGivenValues() {
        Ran ran =
                script("WFM:1:1002:1", "--test", "--para", "10", "--para", "20", "--weekday", "3", "--minutes", "495");

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.output()).isEqualToNormalizingNewlines("MsgBox: on day 3 at 495\nResult = 5000\n");
        assertThat(ran.messages()).isEmpty();
        assertThat(script("WFM:1:1002:1", "--test", "--para", "1,8").output()).contains("Result = 1250");
    }

    @Test
    void aTargetWithoutAScriptIsTheSumTimesHundred() {
        assertThat(script("WFM:1:1003:1", "--test", "--para", "0.29").output())
                .isEqualToIgnoringNewLines("Result = 29");
        assertThat(script("WFM:1:1003:1", "--test").messages()).contains("Para1 is not given, and 0");
    }

    @Test
    void aFailedEvaluationShowsThePlace() {
        Ran ran = script("WFM:1:1002:1", "--test", "--para", "10,0");

        assertThat(ran.exitCode()).isEqualTo(ExitCode.REJECTED);
        assertThat(ran.output()).doesNotContain("Result");
        assertThat(ran.messages().lines())
                .anyMatch(line -> line.startsWith("$1.BAS:3:") && line.contains("division by zero"))
                .contains("      Result = Para1 / Para2 * 10000")
                .anyMatch(line -> line.matches(" +\\^"));
    }

    @Test
    void aFileIsTestedWithoutATarget() throws IOException {
        Path file = Files.writeString(dir.resolve("new.bas"), "Sub Main()\nResult = Para1 +\nEnd Sub\n");

        Ran broken = script("--test", "--file", file.toString());
        Files.writeString(file, "Sub Main()\nResult = Para1 + Minutes\nEnd Sub\n");
        Ran repaired = script("--test", "--file", file.toString(), "--para", "1");

        assertThat(broken.exitCode()).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(broken.messages()).contains("new.bas:2:").contains("    Result = Para1 +");
        assertThat(repaired.output()).isEqualToIgnoringNewLines("Result = 481");
    }

    @Test
    void setsTheNextFreeScript() throws IOException {
        byte[] text =
                "' Größe\r\nSub Main()\r\nResult = Para1 * 50\r\nEnd Sub".getBytes(Charset.forName("windows-1252"));
        Path file = Files.write(dir.resolve("half.txt"), text);

        Ran ran = script("WFM:1:1003:1", "--set", file.toString());

        assertThat(ran.exitCode()).as(ran.messages()).isZero();
        assertThat(Files.readAllBytes(conf.resolve("$2.BAS"))).isEqualTo(text);
        assertThat(map()).isEqualTo(MAP.replace("EN:Offered\n", "EN:Offered\nWFM:1:1003:1=$2.BAS\n"));
        assertThat(script("WFM:1:1003:1", "--test", "--para", "3").output()).contains("Result = 150");
    }

    @Test
    void replacesTheTargetsOwnScriptAndKeepsTheOldOne() throws IOException {
        Path file = newScript("Sub Main()\nResult = Para1 + Para2\nEnd Sub\n");

        Ran ran = script("WFM:1:1002:1", "--set", file.toString());
        Ran again = script("WFM:1:1002:1", "--set", file.toString());

        assertThat(ran.exitCode()).as(ran.messages()).isZero();
        assertThat(conf.resolve("$1.bas")).hasSameBinaryContentAs(file);
        assertThat(map()).isEqualTo(MAP);
        assertThat(again.messages()).contains("nothing was changed");
        try (Stream<Path> files = Files.list(conf)) {
            assertThat(files.filter(f -> f.getFileName().toString().matches("\\$1\\.bas\\.\\d{12}")))
                    .singleElement()
                    .satisfies(kept -> assertThat(Files.readString(kept)).isEqualTo(LEVEL));
        }
    }

    @Test
    void aScriptThatComputesOtherTargetsTooIsLeftToThem() throws IOException {
        Path file = newScript("Sub Main()\nResult = Para1\nEnd Sub\n");

        assertThat(script("WFM:1:1004:1", "--set", file.toString()).exitCode()).isZero();

        assertThat(conf.resolve("$3.BAS")).hasContent("Sub Main()\nEnd Sub\n");
        assertThat(conf.resolve("$2.BAS")).hasSameBinaryContentAs(file);
        assertThat(map()).isEqualTo(MAP.replace("WFM:1:1004:1=$3.BAS", "WFM:1:1004:1=$2.BAS"));
    }

    @Test
    void aScriptWhoseFileIsMissingIsWrittenThere() throws IOException {
        Path file = newScript("Sub Main()\nResult = Para1\nEnd Sub\n");

        Ran ran = script("WFM:1:1006:1", "--set", file.toString());

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.messages()).contains("Warning: the script reads Para1, and WFM:1:1006:1 has 0 sources");
        assertThat(conf.resolve("$7.BAS")).hasSameBinaryContentAs(file);
        assertThat(map()).isEqualTo(MAP);
    }

    @Test
    void whatDoesNotCompileIsNotSet() throws IOException {
        Path file = newScript("Sub Main()\nResult = Para1 +\nEnd Sub\n");

        Ran ran = script("WFM:1:1003:1", "--set", file.toString());

        assertThat(ran.exitCode()).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(map()).isEqualTo(MAP);
        assertThat(conf.resolve("$2.BAS")).doesNotExist();
    }

    @Test
    void removesTheLineAndLeavesTheFile() throws IOException {
        assertThat(script("WFM:1:1002:1", "--remove").exitCode()).isZero();
        assertThat(map()).isEqualTo(MAP.replace("WFM:1:1002:1=$1.BAS\n", ""));
        assertThat(conf.resolve("$1.bas")).exists();
        assertThat(script("WFM:1:1002:1", "--remove").exitCode()).isEqualTo(ExitCode.CONFIGURATION);
    }

    @Test
    void aScriptOutsideTheDirectoryIsNotRead() throws IOException {
        Files.writeString(dir.resolve("other.BAS"), LEVEL);
        Files.writeString(conf.resolve("acd_map.ini"), "WFM:1:1:1=../other.BAS\nWFM:1:2:1=..\\other.BAS\n");

        assertThat(script("WFM:1:1:1", "--show").messages()).contains("is not in the configuration directory");
        assertThat(script("WFM:1:2:1", "--show").exitCode()).isEqualTo(ExitCode.CONFIGURATION);
    }

    @Test
    void mistakesOfTheCommandLine() {
        assertThat(script("WFM:1:1002:1").exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(script("--show").exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(script("--test").exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(script("WFM:1:1002:1", "--test", "--show").exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(script("WFM:1:1002:1", "--test", "--weekday", "8").exitCode())
                .isEqualTo(ExitCode.USAGE);
        assertThat(script("WFM:1:1002:1", "--test", "--para", "x").exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(script("WFM:1:1002:1", "--test", "--para", "NaN").exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(script("WFM:1:1002:1", "--set", "no-such-file").exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(script("WFM:1:9999:1", "--show").exitCode()).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(script("WFM:1:1006:1", "--show").exitCode()).isEqualTo(ExitCode.CONFIGURATION);
    }

    private Path newScript(String text) throws IOException {
        return Files.writeString(dir.resolve("new.bas"), text);
    }

    private Ran script(String... arguments) {
        List<String> all = new ArrayList<>(List.of("map", "script", "--conf", conf.toString()));
        all.addAll(Arrays.asList(arguments));
        return Ran.of(all.toArray(String[]::new));
    }

    private String map() throws IOException {
        return Files.readString(conf.resolve("acd_map.ini"));
    }
}
