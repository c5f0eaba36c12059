package io.xlink.acdmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xlink.config.ConfigException;
import io.xlink.config.TextEdit;
import io.xlink.model.QueuePath;
import io.xlink.model.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be written is refused with the reason; what changes nothing is not written. */
class AcdMapEditTest {
    private static final Target TARGET = new Target("WFM", 1, 1002, 1);
    private static final Source SOURCE = new Source("A", QueuePath.of("q"), "v");

    @TempDir
    Path dir;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "A:B|q|v|contains :",
                "A|q:r|v|contains :",
                "A|q|v:w|contains :",
                " A|q|v|begins or ends with a blank",
                "A|q|v\t|begins or ends with a blank",
                "A| |v|the name of the group is empty",
                "''|q|v|the name of the external system is empty",
                "A|q|''|the name of the value type is empty",
                "'A\nB'|q|v|line break",
                "A|'q\r'|v|line break",
                "A|q|'v\n'|line break",
                "$A|q|v|begins like a script",
            })
    void aSourceThatWouldReadBackAsAnotherOneIsRefused(String system, String group, String type, String why) {
        AcdMapEdit edit = AcdMapEdit.read(dir);

        assertThatThrownBy(() -> edit.add(TARGET, new Source(system, QueuePath.of(group), type)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "W=M|contains =",
                " WFM|begins or ends with a blank",
                "WFM |begins or ends with a blank",
                ";WFM|begins like a comment",
                "#WFM|begins like a comment",
                "'W\nM'|line break",
                "''|is empty",
                "'W\u2028M'|would be read as another one",
            })
    void aServerThatWouldReadBackAsAnotherOneIsRefused(String server, String why) {
        AcdMapEdit edit = AcdMapEdit.read(dir);

        assertThatThrownBy(() -> edit.add(new Target(server, 1, 2, 3), SOURCE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }

    @ParameterizedTest
    @CsvSource({"1.TXT", "a:b.BAS", "' $1.BAS'", "''", "'$1\n.BAS'"})
    void whatIsNoNameOfAScriptIsRefused(String name) {
        AcdMapEdit edit = AcdMapEdit.read(dir);

        assertThatThrownBy(() -> edit.setScript(TARGET, name)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {"A;B| q |#v", "\"A\"|q=1|v;w", "[A]|1.BAS|$1.BAS", "A|\u00a0q|v\u00a0"})
    void oddNamesReadBackAsTheyWereWritten(String system, String group, String type) {
        Source source = new Source(system, QueuePath.of(group, "x"), type);

        AcdMapEdit.read(dir).add(TARGET, source).orElseThrow().save(Optional.empty());

        assertThat(AcdMap.read(dir).mappings())
                .singleElement()
                .satisfies(mapping -> assertThat(mapping.sources()).containsExactly(source));
    }

    @Test
    void theFirstLineMakesTheFile() throws IOException {
        AcdMapEdit.read(dir).add(TARGET, SOURCE).orElseThrow().save(Optional.empty());

        assertThat(Files.readAllLines(dir.resolve("acd_map.ini"))).containsExactly("WFM:1:1002:1=A:q:v");
    }

    @Test
    void aFileThatChangedMeanwhileIsLeftAlone() throws IOException {
        Path file = Files.writeString(dir.resolve("acd_map.ini"), "WFM:1:1002:1=A:q:v\n");
        TextEdit edit = AcdMapEdit.read(dir).remove(TARGET).orElseThrow();
        Files.writeString(file, "; mine\n");

        assertThatThrownBy(() -> edit.save(Optional.empty()))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("changed by somebody else");
        assertThat(file).hasContent("; mine\n");
    }
}
