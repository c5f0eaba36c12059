package io.xlink.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.xlink.config.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks of scripts and databases are given what they need, and what they find is reported. */
class SeamsTest {
    @TempDir
    Path conf;

    @Test
    void aScriptIsCheckedForEachOfItsUses() throws Exception {
        write("isps_ul.ini", "[DB]", "1=WFM,0,xlink,x");
        write("acd_map.ini", "WFM:1:2:1=A:q:v", "WFM:1:2:1=$1.BAS", "WFM:1:2:1=B:q:v", "WFM:1:3:1 = $1.bas");
        write("$1.Bas", "Result = Para2");
        List<ScriptCheck.Use> uses = new ArrayList<>();
        CheckReport report = report(
                (script, use) -> {
                    uses.add(use);
                    return List.of(
                            Problem.error(script.file(), 1, 10, script.lines().get(0), "Declare it"));
                },
                DataSourceCheck.NONE);

        Path map = conf.resolve("acd_map.ini");
        assertThat(uses).containsExactly(new ScriptCheck.Use(map, 2, 11, 2), new ScriptCheck.Use(map, 4, 13, 0));
        // The same of both uses, so it is told once.
        assertThat(report.problems())
                .filteredOn(problem -> problem.file().endsWith("$1.Bas"))
                .singleElement()
                .satisfies(problem -> assertThat(problem.what()).isEqualTo("Result = Para2"));
    }

    @Test
    void sectionsWithDatabasesAreChecked() throws Exception {
        write("isps_ul.ini", "[A]", "ColumnNames=a", "[B]", "QueueSQL=select 1", "[C]", "ActivitySQL=select 1");
        List<String> asked = new ArrayList<>();
        report(ScriptCheck.NONE, section -> {
            asked.add(section.name());
            return List.of(Problem.error(section.file(), section.line(), 1, "no such DSN", "Add it"));
        });
        assertThat(asked).containsExactly("B", "C");
    }

    private CheckReport report(ScriptCheck scripts, DataSourceCheck dataSources) throws Exception {
        return new ConfigurationCheck(conf, conf.resolve("data"), scripts, dataSources).run(Optional.empty());
    }

    private void write(String name, String... lines) throws IOException {
        Files.write(conf.resolve(name), List.of(lines));
    }
}
