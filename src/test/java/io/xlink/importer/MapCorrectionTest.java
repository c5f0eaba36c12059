package io.xlink.importer;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.xlink.acdmap.AcdMap;
import io.xlink.acdmap.Mapping;
import io.xlink.model.Catalogue;
import io.xlink.model.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** What correction does to the directory, and what it says about it. */
class MapCorrectionTest {
    private static final Catalogue CATALOGUE = new Catalogue(
            "WFM",
            List.of(new Catalogue.Queue(1, 0, "Hotline"), new Catalogue.Queue(1002, 1, "DE")),
            List.of(new Catalogue.ValueType(1, "Offered")),
            List.of(),
            List.of(),
            List.of(),
            false);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-04T23:06:07Z"), ZoneId.of("Europe/Berlin"));
    private static final String WRONG =
            "; Öl\r\nWFM:7:1002:1=A:q:v\r\nnonsense\nWFM:1:1003:1=A:q:v\r\nWFM:1:1002:8=A:x:v\r\nOld:7:1002:1=A:q:v";

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final List<AcdMap> corrected = new ArrayList<>();

    @TempDir
    Path conf;

    @BeforeEach
    void listen() {
        log.start();
        logger().addAppender(log);
    }

    @AfterEach
    void endListening() {
        logger().detachAppender(log);
    }

    private static Logger logger() {
        return (Logger) LoggerFactory.getLogger(MapCorrection.class);
    }

    @Test
    void correctsTheFileKeepsTheOldOneAndLogsBothLines() throws IOException {
        Path file = Files.writeString(conf.resolve("ACD_Map.ini"), WRONG);

        correction(true).check("WFM", CATALOGUE);

        assertThat(file).hasContent("; Öl\r\nWFM:1:1002:1=A:q:v\r\nnonsense\nWFM:1:1002:8=A:x:v\r\nOld:7:1002:1=A:q:v");
        assertThat(conf.resolve("Acd_map260305000607.ini")).hasContent(WRONG);
        assertThat(messages())
                .containsExactly(
                        "Invalid Mapping detected and automatically corrected: " + file
                                + ":2: WFM:7:1002:1=A:q:v is now WFM:1:1002:1=A:q:v, because the server shows queue"
                                + " 1002 (DE) under parent 1",
                        "Invalid Mapping(s) detected and automatically removed: " + file
                                + ":4: WFM:1:1003:1=A:q:v, because the server has no queue 1003, and WFM:1:1002:1"
                                + " maps the same",
                        file + " was corrected; the old one is kept as Acd_map260305000607.ini",
                        file + ":5:1: Invalid Mapping detected: WFM:1:1002:8: the server has no value type 8. Correct"
                                + " or remove the line; it is never changed by itself");
        assertThat(corrected)
                .singleElement()
                .satisfies(map -> assertThat(map.mappings())
                        .extracting(Mapping::target)
                        .contains(new Target("WFM", 1, 1002, 1))
                        .doesNotContain(new Target("WFM", 7, 1002, 1)));
    }

    @Test
    void aSecondCorrectionInTheSameSecondKeepsItsOldFileToo() throws IOException {
        Path file = Files.writeString(conf.resolve("acd_map.ini"), WRONG);

        correction(true).check("WFM", CATALOGUE);
        Files.writeString(file, "WFM:8:1002:1=A:q:v\n");
        correction(true).check("WFM", CATALOGUE);
        Files.writeString(file, "WFM:9:1002:1=A:q:v\n");
        correction(true).check("WFM", CATALOGUE);

        assertThat(file).hasContent("WFM:1:1002:1=A:q:v\n");
        assertThat(conf.resolve("Acd_map260305000607.ini")).hasContent(WRONG);
        assertThat(conf.resolve("Acd_map260305000607-2.ini")).hasContent("WFM:8:1002:1=A:q:v\n");
        assertThat(conf.resolve("Acd_map260305000607-3.ini")).hasContent("WFM:9:1002:1=A:q:v\n");
    }

    @Test
    void withoutCorrectionThereAreOnlyWarnings() throws IOException {
        Path file = Files.writeString(conf.resolve("acd_map.ini"), WRONG);

        correction(false).check("WFM", CATALOGUE);

        assertThat(file).hasContent(WRONG);
        assertThat(onlyFile()).isEqualTo(file);
        assertThat(corrected).isEmpty();
        assertThat(messages()).hasSize(3);
        assertThat(messages().get(0))
                .isEqualTo(file + ":2:1: Invalid Mapping detected: WFM:7:1002:1: the server shows queue 1002 (DE) under"
                        + " parent 1. Write 1 as the parent, or AutomaticMappingCorrection=1 in [GENERAL]");
        assertThat(messages().get(1)).contains("Remove the line, or write AutomaticMappingCorrection=1");
    }

    @Test
    void rightMappingsAreNotWritten() throws IOException {
        Files.writeString(conf.resolve("acd_map.ini"), "WFM:1:1002:1=A:q:v");

        correction(true).check("WFM", CATALOGUE);

        assertThat(onlyFile()).hasContent("WFM:1:1002:1=A:q:v");
        assertThat(messages()).isEmpty();
        assertThat(corrected).isEmpty();
    }

    @Test
    void aMissingFileIsNoMistake() {
        correction(true).check("WFM", CATALOGUE);

        assertThat(messages()).isEmpty();
        assertThat(conf).isEmptyDirectory();
    }

    @Test
    void aFileThatCannotBeWrittenStaysAndIsToldAbout() throws IOException {
        Path file = Files.writeString(conf.resolve("acd_map.ini"), WRONG);
        // Stands where the new file would be written, and cannot be removed, whoever runs this test.
        String beside = "." + file.getFileName() + "." + ProcessHandle.current().pid() + ".tmp";
        Files.createDirectories(conf.resolve(beside).resolve("x"));

        correction(true).check("WFM", CATALOGUE);

        assertThat(file).hasContent(WRONG);
        assertThat(conf.resolve("Acd_map260305000607.ini")).doesNotExist();
        assertThat(messages())
                .singleElement()
                .asString()
                .startsWith("Invalid Mapping(s) of server WFM are not corrected: ")
                .contains("cannot be written");
        assertThat(corrected).isEmpty();
    }

    private MapCorrection correction(boolean automatic) {
        return new MapCorrection(conf, automatic, CLOCK, corrected::add);
    }

    private List<String> messages() {
        return log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    private Path onlyFile() throws IOException {
        try (Stream<Path> files = Files.list(conf)) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(1);
            return all.get(0);
        }
    }
}
