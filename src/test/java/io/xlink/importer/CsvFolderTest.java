package io.xlink.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xlink.config.IniFile;
import io.xlink.config.IniSection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvFolderTest {
    @TempDir
    Path conf;

    @Test
    void withoutASourceTheGivenFolderIsWatchedAndFilesStay() throws IOException {
        CsvFolder folder = CsvFolder.ofCallData(section("GroupColumn=1"), Path.of("/data/in"));
        assertThat(folder.folder()).isEqualTo(Path.of("/data/in"));
        assertThat(folder.disposal()).isEqualTo(CsvFolder.Disposal.STAY);
    }

    @Test
    void aRelativeSourceCountsFromTheConfiguration() throws IOException {
        CsvFolder folder = CsvFolder.ofCallData(section("Source=../in"), Path.of("/data/in"));
        assertThat(folder.folder()).isEqualTo(conf.toAbsolutePath().resolveSibling("in"));
    }

    @Test
    void deleteImportFilesIsStayMoveOrDelete() throws IOException {
        assertThat(disposal("DeleteImportFiles=0")).isEqualTo(CsvFolder.Disposal.STAY);
        assertThat(disposal("DeleteImportFiles=1\nDestination=/done")).isEqualTo(CsvFolder.Disposal.MOVE);
        assertThat(disposal("DeleteImportFiles=2")).isEqualTo(CsvFolder.Disposal.DELETE);
        assertThatThrownBy(() -> disposal("DeleteImportFiles=3")).hasMessageContaining("isps_ul.ini:2");
    }

    @Test
    void movingNeedsAnotherFolder() {
        assertThatThrownBy(() -> disposal("DeleteImportFiles=1")).hasMessageContaining("there is no Destination");
        assertThatThrownBy(() -> disposal("DeleteImportFiles=1\nSource=/in\nDestination=/in"))
                .hasMessageContaining("the same folder");
    }

    @Test
    void activitiesHaveKeysOfTheirOwn() throws IOException {
        CsvFolder folder = CsvFolder.ofActivities(
                section("Source=/calls\nActivitySource=/in\nActivityDestination=/done\nDeleteActivityImportFiles=1"),
                Path.of("/absent"));
        assertThat(folder.folder()).isEqualTo(Path.of("/in"));
        assertThat(folder.destination()).contains(Path.of("/done"));
        assertThat(folder.disposal()).isEqualTo(CsvFolder.Disposal.MOVE);
        assertThat(CsvFolder.absentForActivities("A:B", Path.of("/data")))
                .isEqualTo(Path.of("/data/in/A_B-activities"));
    }

    @Test
    void activitiesAreNotReadWhereCallDataAre() throws IOException {
        IniSection both = section("GroupColumn=1\nSource=/in\nActivitySource=/in");
        assertThatThrownBy(() -> CsvFolder.ofActivities(both, Path.of("/absent")))
                .hasMessageContaining("ActivitySource is the same folder as Source");
        IniSection within = section("GroupColumn=1\nSource=/in\nSubFolders=1\nActivitySource=/in/agents");
        assertThatThrownBy(() -> CsvFolder.ofActivities(within, Path.of("/absent")))
                .hasMessageContaining("one is within the other");
        IniSection one = section("GroupColumn=1\nSource=/in\nActivitySource=/in\nFileFilter=calls*");
        assertThatThrownBy(() -> CsvFolder.ofActivities(one, Path.of("/absent")))
                .hasMessageContaining("FileFilter and ActivityFileFilter");
    }

    @Test
    void filtersTellActivitiesFromCallDataInOneFolder() throws IOException {
        IniSection both = section(
                "GroupColumn=1\nSource=/in\nActivitySource=/in\nFileFilter=calls*.csv\nActivityFileFilter=agents*.csv");
        assertThat(CsvFolder.ofActivities(both, Path.of("/absent")).folder()).isEqualTo(Path.of("/in"));
    }

    private CsvFolder.Disposal disposal(String keys) throws IOException {
        return CsvFolder.ofCallData(section(keys), Path.of("/data/in")).disposal();
    }

    private IniSection section(String keys) throws IOException {
        Path file = Files.writeString(conf.resolve("isps_ul.ini"), "[ACD]\n" + keys + "\n");
        return IniFile.read(file).section("ACD").orElseThrow();
    }
}
