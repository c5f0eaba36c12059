package io.xlink.importer;

import static org.assertj.core.api.Assertions.assertThat;

import io.xlink.config.IniFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvTreeTest {
    @TempDir
    Path conf;

    @Test
    void groupsHaveTheirValueTypesBelowThem() throws IOException {
        assertThat(tree("ColumnNames=Queue;Date;Calls\nGroupColumn=1\nTimeStampColumn=2\nGroups=A;B"))
                .containsExactly("A", "  Calls", "B", "  Calls");
    }

    @Test
    void subGroupsStandBetween() throws IOException {
        assertThat(tree("ColumnNames=Queue;Sub;Date;Calls\nGroupColumn=1\nSubGroupColumn=2\nTimeStampColumn=3\n"
                        + "Groups=A;B\nSubGroups=x;y"))
                .containsExactly(
                        "A", "  x", "    Calls", "  y", "    Calls", "B", "  x", "    Calls", "  y", "    Calls");
    }

    @Test
    void activitiesHaveTheirDescriptions() throws IOException {
        String columns =
                "AgentColumn=1\nActivityColumn=2\nActivityStartTimeStampColumn=3\nActivityEndTimeStampColumn=4\n";
        assertThat(tree(columns + "ActivityIdentifiers=1;2;3\nActivityDescriptions=Login;Break"))
                .containsExactly("(activities)", "  1  Login", "  2  Break", "  3");
        assertThat(tree(columns)).containsExactly("(activities)", "  (as the files name them)");
        assertThat(tree(columns + "ColumnNames=Queue;Date;Calls\nGroupColumn=1\nTimeStampColumn=2\nGroups=A"))
                .containsExactly("A", "  Calls", "(activities)", "  (as the files name them)");
    }

    private List<String> tree(String keys) throws IOException {
        Path file = Files.writeString(conf.resolve("isps_ul.ini"), "[ACD]\n" + keys + "\n");
        return CsvTree.lines(IniFile.read(file).section("ACD").orElseThrow());
    }
}
