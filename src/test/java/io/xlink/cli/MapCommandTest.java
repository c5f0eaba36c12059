package io.xlink.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code xlink map list|add|remove}, without a server. */
class MapCommandTest {
    private static final String MAP = """
            ; by hand
            WFM:1:1002:1=ACD:DE:Offered
            WFM:1:1002:1=ACD:AT, CH:Offered
            WFM:1:1002:1=$1.BAS
            not understood
            Old:1:7:1=CRM:Mail:In
            WFM:1:1003:1=$2.BAS
            """;

    @TempDir
    Path conf;

    @BeforeEach
    void install() throws IOException {
        Files.writeString(conf.resolve("isps.cfg"), "[IES System WFM]\nName=WFM\nUrl=iwfm://127.0.0.1:1\n");
        Files.writeString(conf.resolve("isps_ul.ini"), """
                [DB]
                1=WFM,0,xlink,some-password
                [ACD]
                ColumnNames=Queue;Date;Time;Offered;Handled
                GroupColumn=1
                DateColumn=2
                TimeColumn=3
                Groups=DE;AT, CH;EN
                [Any groups]
                ColumnNames=Queue;Date;Time;Offered
                GroupColumn=1
                DateColumn=2
                TimeColumn=3
                [Database]
                CallDataTable=calls
                """);
        Files.writeString(conf.resolve("acd_map.ini"), MAP);
    }

    @Test
    void listsTargetsInTheOrderOfTheFileAndSaysWhatItDoesNotUnderstand() {
        Ran ran = map("list");

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.output()).isEqualToNormalizingNewlines("""
                WFM:1:1002:1
                  1  ACD:DE:Offered
                  2  ACD:AT, CH:Offered
                  script $1.BAS
                Old:1:7:1
                  1  CRM:Mail:In
                WFM:1:1003:1
                  script $2.BAS
                """);
        assertThat(ran.messages()).contains("acd_map.ini:5:1: this line has no =");
    }

    @Test
    void listsAsCsv() {
        assertThat(map("list", "--format", "csv").output()).isEqualTo("""
                server,parent,queue,valuetype,para,source,script
                WFM,1,1002,1,1,ACD:DE:Offered,$1.BAS
                WFM,1,1002,1,2,"ACD:AT, CH:Offered",$1.BAS
                Old,1,7,1,1,CRM:Mail:In,
                WFM,1,1003,1,,,$2.BAS
                """);
    }

    @Test
    void listsOnlyWhatIsAskedFor() {
        assertThat(map("list", "--server", "Old").output())
                .startsWith("Old:1:7:1")
                .hasLineCount(2);
        assertThat(map("list", "--system", "ACD").output())
                .startsWith("WFM:1:1002:1")
                .hasLineCount(4);
        assertThat(map("list", "--system", "acd").output()).isEmpty();
    }

    @Test
    void addsASourceAndSaysWhichParaItIs() throws IOException {
        Ran ran = map("add", "WFM:1:1002:1", "ACD:EN:Offered");

        assertThat(ran.exitCode()).as(ran.messages()).isZero();
        assertThat(text()).isEqualTo(MAP.replace("=$1.BAS\n", "=$1.BAS\nWFM:1:1002:1=ACD:EN:Offered\n"));
        assertThat(ran.messages()).contains("added WFM:1:1002:1=ACD:EN:Offered").contains("It is Para3 of $1.BAS");
        assertThat(ran.output()).isEmpty();
        assertThat(conf.toFile().list()).hasSize(3);
    }

    @Test
    void whatIsThereAlreadyIsNotAdded() throws IOException {
        Ran ran = map("add", "WFM:01:1002:1", " ACD:DE:Offered ");

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.messages()).contains("is there already; nothing was changed");
        assertThat(text()).isEqualTo(MAP);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "WFN:1:1002:2|ACD:DE:Offered|[DB] has no server \"WFN\" (did you mean \"WFM\"?)",
                "WFM:1:1002:2|ACDC:DE:Offered|there is no section [ACDC] (did you mean \"ACD\"?)",
                "WFM:1:1002:2|acd:DE:Offered|there is no section [acd] (did you mean \"ACD\"?)",
                "WFM:1:1002:2|ACD:AT:Offered|AT is not in Groups of [ACD]",
                "WFM:1:1002:2|ACD:DE:x:Offered|DE:x is no queue of [ACD]: those have a group alone",
                "WFM:1:1002:2|ACD:DE:Offerd|Offerd is not in the value types of ColumnNames of [ACD]. Did you mean Offered?",
                "WFM:1:1002:2|Any groups:x:Offerd|Offerd is not in the value types of ColumnNames of [Any groups]",
                "WFM:2:1002:1|ACD:DE:Handled|mapped under another parent already, as WFM:1:1002:1",
            })
    void whatWouldDeliverNothingIsAddedOnlyWithForce(String target, String source, String why) throws IOException {
        Ran ran = map("add", target, source);

        assertThat(ran.exitCode()).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(ran.messages()).contains(why).contains("--force");
        assertThat(text()).isEqualTo(MAP);

        assertThat(map("add", target, source, "--force").exitCode()).isZero();
        assertThat(text()).contains(target + "=" + source + "\n");
    }

    @Test
    void whatOnlyFilesOrTheDatabaseCanTellIsNotChecked() {
        assertThat(map("add", "WFM:1:1002:2", "Any groups:x:Offered").exitCode())
                .isZero();
        assertThat(map("add", "WFM:1:1002:3", "Database:x:y").exitCode()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nonsense|ACD:DE:Offered|is no target: write server:parent:queue:valuetype",
                "WFM:1:1002:2|ACD:DE|is no source: write system:group",
                "WFM:1:1002:2|$1.BAS|xlink map script",
                "W=M:1:1002:2|ACD:DE:Offered|contains =",
                "WFM:1:1002:2|$ACD:DE:Offered|begins like a script",
            })
    void whatCannotBeWrittenIsAMistakeOfTheCommandLine(String target, String source, String why) throws IOException {
        Ran ran = map("add", target, source, "--force");

        assertThat(ran.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(ran.messages()).contains(why);
        assertThat(text()).isEqualTo(MAP);
    }

    @Test
    void namesNeedTheServer() {
        assertThat(map("add", "WFM:Hotline/DE:Offered", "ACD:DE:Offered").exitCode())
                .isEqualTo(ExitCode.SERVER_NOT_AVAILABLE);
    }

    @Test
    void forceNeedsNoMoreThanTheMap() throws IOException {
        Files.delete(conf.resolve("isps_ul.ini"));
        Files.delete(conf.resolve("acd_map.ini"));

        assertThat(map("add", "WFM:1:2:3", "A:q:v").exitCode()).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(map("add", "WFM:1:2:3", "A:q:v", "--force").exitCode()).isZero();
        assertThat(Files.readAllLines(conf.resolve("acd_map.ini"))).containsExactly("WFM:1:2:3=A:q:v");
    }

    @Test
    void removesASourceAndSaysHowTheScriptCountsNow() throws IOException {
        Ran ran = map("remove", "WFM:1:1002:1", "ACD:DE:Offered");

        assertThat(ran.exitCode()).isZero();
        assertThat(text()).isEqualTo(MAP.replace("WFM:1:1002:1=ACD:DE:Offered\n", ""));
        assertThat(ran.messages())
                .contains("Warning: $1.BAS computes this target, and its Para1 is gone. Para2 is now Para1"
                        + " (ACD:AT, CH:Offered). Change the script to match");
    }

    @Test
    void removesAWholeTarget() throws IOException {
        Ran ran = map("remove", "WFM:1:1002:1");

        assertThat(ran.exitCode()).isZero();
        assertThat(text()).isEqualTo("; by hand\nnot understood\nOld:1:7:1=CRM:Mail:In\nWFM:1:1003:1=$2.BAS\n");
    }

    @Test
    void whatIsNotThereIsNotRemovedAndWhatWasMeantIsNamed() throws IOException {
        Ran target = map("remove", "WFM:1:1012:1");
        Ran source = map("remove", "WFM:1:1002:1", "ACD:DE:offered");

        assertThat(target.exitCode()).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(target.messages()).contains("no line names the target WFM:1:1012:1. Did you mean WFM:1:1002:1?");
        assertThat(source.exitCode()).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(source.messages()).contains("Did you mean ACD:DE:Offered?");
        assertThat(text()).isEqualTo(MAP);
    }

    private Ran map(String... arguments) {
        List<String> all = new ArrayList<>(List.of("map"));
        all.addAll(Arrays.asList(arguments));
        all.addAll(List.of("--conf", conf.toString()));
        return Ran.of(all.toArray(String[]::new));
    }

    private String text() throws IOException {
        return Files.readString(conf.resolve("acd_map.ini"));
    }
}
