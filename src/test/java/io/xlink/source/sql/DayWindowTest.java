package io.xlink.source.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.xlink.model.LocalDay;
import io.xlink.source.csv.FileClock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** What of a database's clock is asked for. */
class DayWindowTest {
    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");

    @Test
    void anOrdinaryDayIsAskedForAsItIs() {
        DayWindow window = DayWindow.of(new LocalDay(LocalDate.parse("2026-06-15"), CHICAGO), FileClock.of("-2"));
        assertThat(window.isEven()).isTrue();
        assertThat(window.shownFrom()).isEqualTo("2026-06-15T02:00");
        assertThat(window.shownTo()).isEqualTo("2026-06-16T02:00");
        assertThat(window.epoch(LocalDateTime.parse("2026-06-15T02:00"))).isEqualTo(window.start());
    }

    /** Havana sets its clock back from 01:00 to 00:00 at the moment at which Chicago's day ends. */
    @Test
    void theEndOfADayMayBeShownForTheSecondTime() {
        DayWindow window =
                DayWindow.of(new LocalDay(LocalDate.parse("2026-10-31"), CHICAGO), FileClock.of("America/Havana"));
        LocalDateTime shown = LocalDateTime.parse("2026-11-01T00:30");
        assertThat(window.epoch(shown))
                .isEqualTo(Instant.parse("2026-11-01T04:30:00Z").getEpochSecond())
                .matches(window::contains);
        assertThat(window.isEven()).isFalse();
        assertThat(window.shownTo()).isAfter(shown);
    }

    @Test
    void aDayOnWhichClocksChangeHasOtherHours() {
        DayWindow window = DayWindow.of(
                new LocalDay(LocalDate.parse("2026-10-25"), ZoneId.of("Europe/Berlin")), FileClock.of("0"));
        assertThat(window.end() - window.start()).isEqualTo(25 * 3600);
        assertThat(window.contains(window.epoch(LocalDateTime.parse("2026-10-25T23:59:59"))))
                .isTrue();
        assertThat(window.contains(window.epoch(LocalDateTime.parse("2026-10-26T00:00"))))
                .isFalse();
    }
}
