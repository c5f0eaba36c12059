package io.xlink.iwfm.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import io.xlink.iwfm.LogRecord;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class OutageLogTest {

    @Test
    void anOutageIsToldOnceAndItsEndToo() throws Exception {
        try (Line line = new Line();
                LogRecord log = new LogRecord(IwfmClient.class)) {
            int port = line.address.getPort();
            line.listener.close();
            IwfmClient client = line.client(line.settings(port, Line.USER, Line.PASSWORD));
            String outage = "not available: WFM at 127.0.0.1:" + port;
            await().until(() -> log.with(outage).size() > 4);
            line.listen(ListenerSettings.of("WFM", "127.0.0.1", port));
            await().until(() -> client.state() == ClientState.READY);
            List<ILoggingEvent> told = log.with(outage);
            assertThat(told.get(0).getLevel()).isEqualTo(Level.WARN);
            assertThat(told.subList(1, told.size())).allMatch(e -> e.getLevel() == Level.DEBUG);
            assertThat(log.with("is available again")).hasSize(1).allMatch(e -> e.getLevel() == Level.INFO);
            assertThat(told.get(0).getMDCPropertyMap())
                    .containsEntry(LogContext.SERVER, "WFM")
                    .containsEntry(LogContext.USER, Line.USER)
                    .containsEntry(LogContext.REMOTE, "127.0.0.1:" + port);
        }
    }

    @Test
    void theNextOutageIsToldAgain() {
        try (LogRecord log = new LogRecord(IwfmClient.class)) {
            ClientSettings settings =
                    ClientSettings.of(7, "Twice", "127.0.0.1", 1, Line.USER, Password.of(Line.PASSWORD));
            OutageLog outages = new OutageLog(settings);
            for (int i = 0; i < 2; i++) {
                outages.failed(new ServerUnavailableException(settings, "gone", null), 1);
                outages.failed(new ServerUnavailableException(settings, "gone", null), 2);
                outages.ready();
            }
            assertThat(log.with("Enterprise Server 7 not available").stream().map(ILoggingEvent::getLevel))
                    .containsExactly(Level.WARN, Level.DEBUG, Level.WARN, Level.DEBUG);
            assertThat(log.with(Line.PASSWORD)).isEmpty();
        }
    }

    @Test
    void aContextLeavesTheThreadAsItWas() {
        MDC.put(LogContext.USER, "before");
        try {
            LogContext.of("WFM", "xlink", null).run(() -> {
                assertThat(MDC.get(LogContext.USER)).isEqualTo("xlink");
                assertThat(MDC.get(LogContext.SERVER)).isEqualTo("WFM");
                assertThat(MDC.get(LogContext.REMOTE)).isNull();
            });
            assertThat(MDC.get(LogContext.USER)).isEqualTo("before");
            assertThat(MDC.get(LogContext.SERVER)).isNull();
        } finally {
            MDC.clear();
        }
    }

    @Test
    void theDelayGrowsUntilTheServerProvedToBeOfUse() {
        RetrySchedule schedule = new RetrySchedule(
                new Backoff(Duration.ofMillis(100), Duration.ofMillis(300), 0), new java.util.SplittableRandom(1));
        assertThat(schedule.failed()).hasMillis(100);
        assertThat(schedule.failed()).hasMillis(200);
        assertThat(schedule.failed()).hasMillis(300);
        schedule.reset();
        assertThat(schedule.failed()).hasMillis(100);
    }
}
