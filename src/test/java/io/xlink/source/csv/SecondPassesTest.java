package io.xlink.source.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** Which parts of a file decide about the second pass of a clock change without each other. */
class SecondPassesTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    /** The later part has numbered its queues the other way round. */
    private static final int[] NUMBERS = {2, 1, 0};

    private final SecondPasses passes = new SecondPasses(15);
    private final SecondPasses later = new SecondPasses(15);
    private final RowTime time = new RowTime(FileClock.LOCAL, DateOrder.DMY, new LocalDays(BERLIN));

    @Test
    void aQueueNearTheSameOverlapInBothPartsIsDecidedByBoth() throws BadField {
        row(0, "26.10.2019", "23:00");
        row(2, later, "27.10.2019", "02:30");
        assertThat(passes.isApartFrom(later, NUMBERS)).isFalse();
        assertThat(later.isApartFrom(passes, NUMBERS)).isFalse();
    }

    @Test
    void otherQueuesAndOtherYearsAreApart() throws BadField {
        row(0, "27.10.2019", "02:30");
        row(1, "28.10.2018", "02:30");
        row(0, later, "27.10.2019", "02:30");
        row(1, later, "27.10.2019", "02:30");
        assertThat(passes.isApartFrom(later, NUMBERS)).isTrue();
    }

    @Test
    void withoutARowInTheHourThatIsShownTwiceNothingIsDecided() throws BadField {
        row(0, "26.10.2019", "23:00");
        row(2, later, "27.10.2019", "03:00");
        assertThat(passes.isApartFrom(later, NUMBERS)).isTrue();
    }

    @Test
    void clockChangesThatSetTheClockForwardDoNotMatter() throws BadField {
        row(0, "31.03.2019", "02:30");
        row(2, later, "31.03.2019", "02:30");
        assertThat(passes.isApartFrom(later, NUMBERS)).isTrue();
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
    }

    private void row(int queue, String date, String shown) throws BadField {
        row(queue, passes, date, shown);
    }

    private void row(int queue, SecondPasses passes, String date, String shown) throws BadField {
        char[] chars = shown.toCharArray();
        time.time(time.date(date.toCharArray(), 0, date.length()), chars, 0, chars.length);
        time.place(queue, passes);
    }
}
