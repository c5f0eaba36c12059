package io.xlink.importer;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.xlink.config.Installation;
import io.xlink.importer.gaps.Reported;
import io.xlink.importer.gaps.ReportedDays;
import io.xlink.model.CallPage;
import io.xlink.model.CallTable;
import io.xlink.model.LocalDay;
import io.xlink.model.QueuePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** When the log says that data are old. */
class StaleSystemsTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final QueuePath QUEUE = QueuePath.of("A");

    @TempDir
    Path directory;

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger(StaleSystems.class);

    private Instant now = Instant.parse("2026-11-26T10:00:00Z");
    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZONE;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant instant() {
            return now;
        }
    };

    @BeforeEach
    void listen() {
        log.start();
        logger.addAppender(log);
        logger.setLevel(Level.INFO);
    }

    @AfterEach
    void unlisten() {
        logger.detachAppender(log);
        logger.setLevel(null);
    }

    private List<String> said() {
        List<String> said = log.list.stream()
                .map(event -> event.getLevel() + " " + event.getFormattedMessage())
                .toList();
        log.list.clear();
        return said;
    }

    private static void note(ReportedDays days, LocalDay day, int quarter) {
        BitSet bits = new BitSet();
        bits.set(quarter);
        days.note(Reported.of(
                new CallTable("ACD", 15, List.of(), List.of(new CallPage(QUEUE, day, new double[0][], bits))),
                Set.of(QUEUE)));
    }

    @Test
    void theBeginningAndTheEndAreSaidOnce() throws Exception {
        try (ReportedDays days = new ReportedDays(directory, 400, clock)) {
            StaleSystems systems = new StaleSystems(Map.of("ACD", Duration.ofMinutes(90)), days, clock);
            LocalDay today = LocalDay.at(now.getEpochSecond(), ZONE);
            systems.look();
            now = now.plusSeconds(90 * 60);
            systems.look();
            assertThat(said()).isEmpty();
            now = now.plusSeconds(60);
            systems.look();
            systems.look();
            assertThat(said()).singleElement().asString().startsWith("WARN [ACD] has delivered nothing for 1 h 31 min");
            // 12:15 by the clock on the wall, and 12:31 now.
            note(days, today, 48);
            systems.look();
            systems.look();
            assertThat(said()).containsExactly("INFO [ACD] delivers again, up to 2026-11-26T12:15");
            assertThat(systems.systems().get(0).staleness().expected()).hasMinutes(16);
            now = now.plus(Duration.ofDays(2));
            systems.look();
            assertThat(said())
                    .singleElement()
                    .asString()
                    .startsWith("WARN [ACD] has delivered nothing later than 2026-11-26T12:15 for 48 h 16 min")
                    .contains("StaleAfter is 1 h 30 min");
        }
    }

    @Test
    void aSectionCountsBeforeGeneralAndAMistakeStopsNoOther() throws IOException {
        Files.writeString(directory.resolve("isps.cfg"), "[IES System WFM]\nName=WFM\nUrl=iwfm://127.0.0.1:1\n");
        Files.writeString(directory.resolve("isps_ul.ini"), """
                [DB]
                1=WFM,0,xlink,some-password
                [GENERAL]
                StaleAfter=2h
                [ACD]
                Groups=A
                [CRM]
                StaleAfter=45
                [Old]
                StaleAfter=off
                [Wrong]
                StaleAfter=soon
                """);
        assertThat(StaleSystems.limits(Installation.read(directory)))
                .containsExactly(Map.entry("ACD", Duration.ofHours(2)), Map.entry("CRM", Duration.ofMinutes(45)));
        assertThat(said()).singleElement().asString().contains("soon is not a length of time");
    }
}
