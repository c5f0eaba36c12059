package io.xlink.acdmap;

import static org.assertj.core.api.Assertions.assertThat;

import io.xlink.model.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Mappings against a queue tree: 1 Hotline with 1002 and 1003 under it, 5 Back office; value types 1 and 2. What
 * correction leaves of the file, and what it only warns about.
 */
class MapCheckTest {
    private static final Catalogue CATALOGUE = new Catalogue(
            "WFM",
            List.of(
                    new Catalogue.Queue(1, 0, "Hotline"),
                    new Catalogue.Queue(1002, 1, "Hotline DE"),
                    new Catalogue.Queue(1003, 1, "Hotline EN"),
                    new Catalogue.Queue(5, 0, "Back office")),
            List.of(new Catalogue.ValueType(1, "Offered"), new Catalogue.ValueType(2, "Handled")),
            List.of(),
            List.of(),
            List.of(),
            false);

    @TempDir
    Path dir;

    private List<String> warnings;

    @Test
    void rightMappingsStayAndOtherServersAreNotLookedAt() throws IOException {
        String right = "WFM:1:1002:1=A:q:v\nWFM:0:5:2=A:q:v\nOld:7:1002:9=A:q:v\n; WFM:7:1002:1=A:q:v\nx\n";

        assertThat(corrected(right)).isEqualTo(right);
        assertThat(warnings).isEmpty();
    }

    @Test
    void aMovedQueueTakesAllItsLinesAlongWithWhateverStandsAroundTheId() throws IOException {
        assertThat(corrected("WFM:7:1002:1=A:q:v\r\n; x\r\n\t WFM : 07 : 01002:1 =  A:r:v \r\nWFM:7:1002:1=$1.BAS"))
                .isEqualTo("WFM:1:1002:1=A:q:v\r\n; x\r\n\t WFM : 1 : 01002:1 =  A:r:v \r\nWFM:1:1002:1=$1.BAS");
        assertThat(warnings).isEmpty();
    }

    @Test
    void aLineThatIsNotUnderstoodMovesWithItsTargetSoThatItGoesOnStoppingIt() throws IOException {
        assertThat(corrected("WFM:7:1002:1=A:q:v\nWFM:7:1002:1=broken\n"))
                .isEqualTo("WFM:1:1002:1=A:q:v\nWFM:1:1002:1=broken\n");
    }

    @Test
    void aQueueMovedToTheTopHasParentZero() throws IOException {
        assertThat(corrected("WFM:1:5:1=A:q:v\n")).isEqualTo("WFM:0:5:1=A:q:v\n");
    }

    @Test
    void aDuplicateUnderTheOldParentGoes() throws IOException {
        assertThat(corrected("WFM:7:1002:1=A:r:v\nWFM:7:1002:1=A:q:v\nWFM:1:1002:1=A:q:v\nWFM:1:1002:1=A:r:v\n"))
                .isEqualTo("WFM:1:1002:1=A:q:v\nWFM:1:1002:1=A:r:v\n");
        assertThat(warnings).isEmpty();
    }

    @Test
    void ofSeveralEqualOnesUnderOldParentsTheFirstMoves() throws IOException {
        assertThat(corrected("WFM:7:1002:1=A:q:v\nWFM:8:1002:1=A:q:v\n")).isEqualTo("WFM:1:1002:1=A:q:v\n");
    }

    @Test
    void differentSourcesOfOneTargetAreLeftAndToldOnceEach() throws IOException {
        String both = "WFM:7:1002:1=A:q:v\nWFM:7:1002:1=A:s:v\nWFM:1:1002:1=A:r:v\n";

        assertThat(corrected(both)).isEqualTo(both);
        assertThat(warnings)
                .singleElement()
                .asString()
                .startsWith("acd_map.ini:1:1: Invalid Mapping detected: WFM:7:1002:1: the server shows queue 1002"
                        + " (Hotline DE) under parent 1, where it is mapped with other sources or another script");
    }

    @Test
    void differentSourcesUnderSeveralOldParentsAreLeft() throws IOException {
        String both = "WFM:7:1002:1=A:q:v\nWFM:8:1002:1=A:q:v\nWFM:9:1002:1=A:r:v\n";

        assertThat(corrected(both)).isEqualTo(both);
        assertThat(warnings).hasSize(3);
    }

    @Test
    void aScriptMakesADifferenceAndSoDoesTheOrderOfItsSources() throws IOException {
        String script = "WFM:7:1002:1=A:q:v\nWFM:1:1002:1=A:q:v\nWFM:1:1002:1=$1.BAS\n";
        String order = "WFM:7:1002:1=A:q:v\nWFM:7:1002:1=A:r:v\nWFM:7:1002:1=$1.BAS\n"
                + "WFM:1:1002:1=A:r:v\nWFM:1:1002:1=A:q:v\nWFM:1:1002:1=$1.BAS\n";

        assertThat(corrected(script)).isEqualTo(script);
        assertThat(corrected(order)).isEqualTo(order);
        assertThat(corrected("WFM:7:1002:1=A:q:v\nWFM:7:1002:1=$1.bas\nWFM:1:1002:1=$1.BAS\nWFM:1:1002:1=A:q:v\n"))
                .isEqualTo("WFM:1:1002:1=$1.BAS\nWFM:1:1002:1=A:q:v\n");
    }

    @Test
    void aTargetWithALineThatIsNotUnderstoodIsNoDuplicate() throws IOException {
        String broken = "WFM:7:1002:1=A:q:v\nWFM:7:1002:1=broken\nWFM:1:1002:1=A:q:v\n";

        assertThat(corrected(broken)).isEqualTo(broken);
        assertThat(warnings).hasSize(1);
    }

    @Test
    void whatTheServerDoesNotHaveIsOnlyWarnedAbout() throws IOException {
        String unknown = "WFM:1:1009:1=A:q:v\nWFM:1:1002:9=A:q:v\nWFM:1:1009:9=A:q:v\n";

        assertThat(corrected(unknown)).isEqualTo(unknown);
        assertThat(warnings).hasSize(3);
        assertThat(warnings.get(0)).contains("the server has no queue 1009. Correct or remove the line");
        assertThat(warnings.get(1)).contains("the server has no value type 9");
        assertThat(warnings.get(2)).contains("the server has no queue 1009 and no value type 9");
    }

    @Test
    void whatTheServerDoesNotHaveGoesWhenAValidTargetSaysTheSame() throws IOException {
        assertThat(corrected("WFM:1:1009:1=A:q:v\nWFM:1:1002:1=A:q:v\nWFM:1:1002:9=A:q:v\n"))
                .isEqualTo("WFM:1:1002:1=A:q:v\n");
        assertThat(corrected("WFM:1:1009:1=A:q:v\nWFM:7:1002:1=A:q:v\n")).isEqualTo("WFM:1:1002:1=A:q:v\n");
    }

    @Test
    void anotherValueTypeOrOtherSourcesAreNoDuplicate() throws IOException {
        String other = "WFM:1:1009:1=A:q:v\nWFM:1:1002:2=A:q:v\nWFM:1:1003:1=A:q:v\nWFM:1:1003:1=A:r:v\n";
        String scriptsOnly = "WFM:1:1009:1=$1.BAS\nWFM:1:1002:1=$1.BAS\n";

        assertThat(corrected(other)).isEqualTo(other);
        assertThat(corrected(scriptsOnly)).isEqualTo(scriptsOnly);
    }

    @Test
    void anEmptyCatalogueChangesNothing() throws IOException {
        Catalogue empty = new Catalogue("WFM", List.of(), List.of(), List.of(), List.of(), List.of(), false);
        AcdMapEdit edit = edit("WFM:1:1002:1=A:q:v\nWFM:1:1002:2=A:q:v\n");

        List<MapFinding> findings = MapCheck.of(edit.map(), "WFM", empty);

        assertThat(findings).hasSize(2).noneMatch(MapFinding::correctable);
        assertThat(edit.correct(findings).changes()).isFalse();
    }

    private AcdMapEdit edit(String text) throws IOException {
        Files.writeString(dir.resolve("acd_map.ini"), text);
        return AcdMapEdit.read(dir);
    }

    private String corrected(String text) throws IOException {
        AcdMapEdit edit = edit(text);
        List<MapFinding> findings = MapCheck.of(edit.map(), "WFM", CATALOGUE);
        warnings = findings.stream()
                .filter(finding -> !finding.correctable())
                .map(finding -> finding.warning(Path.of("acd_map.ini")).toString())
                .toList();
        edit.correct(findings).save(Optional.empty());
        // A corrected map needs no further correction.
        AcdMapEdit again = AcdMapEdit.read(dir);
        assertThat(MapCheck.of(again.map(), "WFM", CATALOGUE)).noneMatch(MapFinding::correctable);
        return Files.readString(dir.resolve("acd_map.ini"));
    }
}
