package io.xlink.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.xlink.config.keys.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Unknown keys are told with what was probably meant, and never stop anything. */
class KeyCheckTest {
    @TempDir
    Path dir;

    @Test
    void unknownKeysComeWithTheNearestOfTheirSection() throws IOException {
        assertThat(names("[GENERAL]", "WriteAllways=1", "Frobnicate=7"))
                .containsExactly(
                        "a.ini:2:1: [GENERAL] WriteAllways is not a known key. Did you mean WriteAlways?",
                        "a.ini:3:1: [GENERAL] Frobnicate is not a known key. Check its name; it has no effect");
        assertThat(names("[CSV]", "ColumnNames=a;b", "  Groupcolum=1"))
                .containsExactly("a.ini:3:3: [CSV] Groupcolum is not a known key. Did you mean GroupColumn?");
    }

    @Test
    void keysOfOtherSectionsAreTold() throws IOException {
        assertThat(names("[CSV]", "ColumnNames=a;b", "writealways=1", "QueueSQLSize=7", "QueueMappingSQL="))
                .containsExactly(
                        "a.ini:3:1: [CSV] WriteAlways means nothing here: it belongs to [GENERAL]. Move it there, or"
                                + " remove it",
                        "a.ini:4:1: [CSV] QueueSQLSize means nothing here: it belongs to call data in a database or"
                                + " activities in a database. Move it there, or remove it");
        assertThat(names("[Agents]", "AgentColumn=1", "HeaderLines=1"))
                .containsExactly("a.ini:3:1: [Agents] HeaderLines means nothing here: it belongs to call data in CSV"
                        + " files. Did you mean ActivityHeaderLines?");
    }

    @Test
    void inADeadSectionOnlyMistypedKeysAreTold() throws IOException {
        assertThat(names("[Old]", "Interval=15", "Vendor=x", "ColumNames=a;b", "WriteAlways=1"))
                .containsExactly(
                        "a.ini:4:1: [Old] ColumNames is not a known key. Did you mean ColumnNames?",
                        "a.ini:5:1: [Old] WriteAlways means nothing here: it belongs to [GENERAL]. Move it there, or"
                                + " remove it");
    }

    @Test
    void aPieceOfAPasswordIsNotShown() throws IOException {
        assertThat(names("[GENERAL]", "s3cret!word=x"))
                .singleElement()
                .asString()
                .doesNotContain("s3cret");
        assertThat(names("[DB]", "x=y")).isEmpty();
    }

    @Test
    void valuesAreToldWithTheirPlace() throws IOException {
        IniSection section = section(
                "[CSV]",
                "ColumnNames = a;b",
                "HeaderLines =   x",
                "ActivityColumn=2",
                "ActivityStartTimeStampColumn=3;y",
                "Interval=",
                "DateOrder=\"dym\"",
                "Protocol=x");
        assertThat(KeyCheck.values(section))
                .extracting(p -> p.severity() + " " + p.line() + ":" + p.column() + " " + p.what())
                .containsExactly(
                        "ERROR 3:17 [CSV] HeaderLines=x is not a whole number from 0 to 10000",
                        "ERROR 5:30 [CSV] ActivityStartTimeStampColumn=y is not a whole number from 0 to 4096",
                        "ERROR 7:11 [CSV] DateOrder=dym is not known",
                        "WARNING 8:10 [CSV] Protocol=x is neither 0 nor 1");
    }

    @Test
    void whatHasNoEffectIsAdviceUnlessItAsksForNothing() throws IOException {
        IniSection section = section("[ACD]", "Protocol=0", "LogFile=acd.log", "Interval=15");
        assertThat(KeyCheck.withoutEffect(section, Set.of(Place.CSV_CALLS)))
                .singleElement()
                .satisfies(p -> {
                    assertThat(p.severity()).isEqualTo(Problem.Severity.ADVICE);
                    assertThat(p.what()).isEqualTo("[ACD] LogFile has no effect in this version yet");
                });
    }

    private List<String> names(String... lines) throws IOException {
        return KeyCheck.names(read(lines)).stream()
                .map(problem -> problem.toString().replace(dir + "/", ""))
                .toList();
    }

    private IniSection section(String... lines) throws IOException {
        return read(lines).sections().get(0);
    }

    private IniFile read(String... lines) throws IOException {
        return IniFile.read(Files.write(dir.resolve("a.ini"), List.of(lines)));
    }
}
