package io.xlink.source.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** What a file that is read in pieces must know: which queues came near which clock change. */
class SecondPassesTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final SecondPasses passes = new SecondPasses(15);
    private final RowTime time = new RowTime(FileClock.LOCAL, DateOrder.DMY, new LocalDays(BERLIN));

    @Test
    void queuesNearAndWithinAnOverlapAreTold() throws BadField {
        row(0, "25.10.2019", "02:30");
        row(1, "26.10.2019", "23:00");
        row(70, "27.10.2019", "02:30");
        row(3, "27.10.2019", "03:00");
        row(4, "28.10.2019", "02:30");
        assertThat(passes.touched()).singleElement().satisfies(touched -> {
            assertThat(touched.transition().getDateTimeBefore()).isEqualTo(LocalDateTime.of(2019, 10, 27, 3, 0));
            assertThat(touched.near().stream()).containsExactly(1, 3, 70);
            assertThat(touched.within().stream()).containsExactly(70);
        });
    }

    @Test
    void clockChangesThatSetTheClockForwardDoNotMatter() throws BadField {
        row(0, "30.03.2019", "23:00");
        row(0, "31.03.2019", "02:30");
        assertThat(passes.touched()).isEmpty();
    }

    @Test
    void eachYearHasItsOwn() throws BadField {
        row(0, "28.10.2018", "02:45");
        row(0, "27.10.2019", "02:00");
        assertThat(time.day().start() + time.elapsed())
                .as("02:00 of 2019 is the first one, whatever 2018 had")
                .isEqualTo((int) (LocalDateTime.of(2019, 10, 27, 0, 0).toEpochSecond(ZoneOffset.UTC) / 60));
        row(0, "28.10.2018", "02:00");
        assertThat(time.day().start() + time.elapsed())
                .as("02:00 of 2018 is the second one, although rows of 2019 were between")
                .isEqualTo((int) (LocalDateTime.of(2018, 10, 28, 1, 0).toEpochSecond(ZoneOffset.UTC) / 60));
        assertThat(passes.touched()).hasSize(2);
    }

    private void row(int queue, String date, String shown) throws BadField {
        char[] chars = shown.toCharArray();
        time.time(time.date(date.toCharArray(), 0, date.length()), chars, 0, chars.length);
        time.place(queue, passes);
    }
}
