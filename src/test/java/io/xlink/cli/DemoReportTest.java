package io.xlink.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DemoReportTest {
    private static final DemoTotals TOTALS = DemoTotals.of(10, 8, 100).plus(DemoTotals.of(4, 4, 200));

    @Test
    void equalTotalsAgree() {
        DemoReport report = new DemoReport(Map.of("Sales", TOTALS), Map.of("Sales", TOTALS));
        assertThat(report.agrees()).isTrue();
        assertThat(print(report)).contains("Sent and stored totals agree.").doesNotContain("differs");
        // (8 x 100 + 4 x 200) / 12
        assertThat(print(report)).containsPattern("Sales +2 +14 +12 +133\\.3");
    }

    @Test
    void aMissingIntervalIsSeenAndNamed() {
        DemoReport report = new DemoReport(Map.of("Sales", TOTALS), Map.of("Sales", DemoTotals.of(10, 8, 100)));
        assertThat(report.agrees()).isFalse();
        assertThat(print(report)).contains("DIFFER").containsPattern("Offered +14 +10 +<- differs");
    }

    @Test
    void equalSumsOfOtherQueuesDoNotAgree() {
        DemoReport report = new DemoReport(
                Map.of("Sales", TOTALS, "Support", DemoTotals.NONE),
                Map.of("Sales", DemoTotals.NONE, "Support", TOTALS));
        assertThat(report.agrees()).isFalse();
    }

    private static String print(DemoReport report) {
        StringWriter text = new StringWriter();
        report.print(new PrintWriter(text));
        return text.toString();
    }
}
