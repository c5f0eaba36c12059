package io.xlink.importer.gaps;

import static org.assertj.core.api.Assertions.assertThat;

import io.xlink.model.LocalDay;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is told as a gap and what is not, and how old data are. */
class GapsTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    /** A Monday. */
    private static final LocalDate DAY = LocalDate.of(2026, 9, 7);

    private static final Instant LATER = Instant.parse("2030-01-01T00:00:00Z");

    private final Map<LocalDate, Map<String, BitSet>> days = new HashMap<>();

    private void add(String queue, LocalDate date, String from, String to) {
        LocalDay day = new LocalDay(date, ZONE);
        BitSet bits = days.computeIfAbsent(date, d -> new HashMap<>()).computeIfAbsent(queue, q -> new BitSet());
        for (int i = 0; i < day.intervals(15); i++) {
            LocalTime time = Instant.ofEpochSecond(day.startEpochSecond() + i * 900L)
                    .atZone(ZONE)
                    .toLocalTime();
            if (!time.isBefore(LocalTime.parse(from)) && (to.equals("24:00") || time.isBefore(LocalTime.parse(to)))) {
                bits.set(i);
            }
        }
    }

    private void addWeeks(String queue, LocalDate day, int weeks, String from, String to) {
        for (int week = 1; week <= weeks; week++) {
            add(queue, day.minusWeeks(week), from, to);
        }
    }

    private History history() {
        List<KnownDay> known = new ArrayList<>();
        days.forEach((date, queues) -> known.add(new KnownDay(date, 15, queues)));
        return new History(ZONE, known);
    }

    private List<String> gaps(LocalDate from, LocalDate to, Instant now) {
        return new Gaps(history(), queue -> !queue.equals("unmapped"), now)
                .between(from, to).stream()
                        .map(gap -> gap.queue().orElse("*") + " "
                                + gap.day() + " " + gap.from().atZone(ZONE).toOffsetDateTime() + " "
                                + Duration.between(gap.from(), gap.to()).toMinutes() + " " + gap.intervals())
                        .toList();
    }

    private List<String> gaps() {
        return gaps(DAY, DAY, LATER);
    }

    @Test
    void consecutiveIntervalsAreOneGapEach() {
        addWeeks("A", DAY, 8, "08:00", "18:00");
        add("A", DAY, "08:00", "09:00");
        add("A", DAY, "10:30", "17:00");
        assertThat(gaps())
                .containsExactly(
                        "A 2026-09-07 2026-09-07T09:00+02:00 90 6", "A 2026-09-07 2026-09-07T17:00+02:00 60 4");
    }

    @Test
    void aDayWithoutAnyDataIsOneGap() {
        addWeeks("A", DAY, 8, "08:00", "10:00");
        addWeeks("B", DAY, 8, "12:00", "13:00");
        addWeeks("unmapped", DAY, 8, "00:00", "24:00");
        assertThat(gaps()).containsExactly("* 2026-09-07 2026-09-07T08:00+02:00 300 12");
        add("unmapped", DAY, "00:00", "24:00");
        assertThat(gaps())
                .containsExactly(
                        "A 2026-09-07 2026-09-07T08:00+02:00 120 8", "B 2026-09-07 2026-09-07T12:00+02:00 60 4");
    }

    @Test
    void twoKnownDaysAreTooFewAndDaysWithoutAnyDataAreNotKnown() {
        addWeeks("A", DAY, 2, "08:00", "10:00");
        assertThat(gaps()).isEmpty();
        add("A", DAY.minusWeeks(8), "08:00", "10:00");
        assertThat(gaps()).hasSize(1);
        // Of another weekday, and of nine weeks ago: neither says anything about Mondays.
        days.clear();
        add("A", DAY.minusWeeks(9), "08:00", "10:00");
        addWeeks("A", DAY, 2, "08:00", "10:00");
        addWeeks("A", DAY.plusDays(1), 8, "08:00", "10:00");
        assertThat(gaps()).isEmpty();
    }

    @Test
    void threeOfFiveDaysAreMostAndFourOfSevenAreNot() {
        addWeeks("B", DAY, 5, "00:00", "24:00");
        add("A", DAY.minusDays(55), "23:00", "24:00");
        addWeeks("A", DAY, 3, "08:00", "09:00");
        add("B", DAY, "00:00", "24:00");
        assertThat(gaps()).containsExactly("A 2026-09-07 2026-09-07T08:00+02:00 60 4");
        addWeeks("B", DAY, 7, "00:00", "24:00");
        addWeeks("A", DAY, 4, "08:00", "09:00");
        assertThat(gaps()).isEmpty();
    }

    /** Otherwise a new queue would have to be there for weeks until anything is expected of it. */
    @Test
    void daysBeforeAQueuesFirstOneDoNotCount() {
        addWeeks("B", DAY, 8, "00:00", "24:00");
        addWeeks("A", DAY, 3, "08:00", "09:00");
        add("B", DAY, "00:00", "24:00");
        assertThat(gaps()).containsExactly("A 2026-09-07 2026-09-07T08:00+02:00 60 4");
    }

    @Test
    void whatIsNotOverIsNoGapYet() {
        addWeeks("A", DAY, 8, "08:00", "18:00");
        add("A", DAY, "08:00", "09:00");
        Instant now = DAY.atTime(9, 44).atZone(ZONE).toInstant();
        assertThat(gaps(DAY, DAY.plusDays(20), now)).containsExactly("A 2026-09-07 2026-09-07T09:00+02:00 30 2");
        assertThat(gaps(DAY, DAY, DAY.atTime(9, 10).atZone(ZONE).toInstant())).isEmpty();
    }

    @Test
    void anHourThatClocksSkipIsNoGapAndOneThatTheyRepeatIsTwo() {
        LocalDate spring = LocalDate.of(2026, 3, 29);
        addWeeks("A", spring, 8, "01:00", "04:00");
        add("A", spring, "01:00", "02:00");
        assertThat(gaps(spring, spring, LATER)).containsExactly("A 2026-03-29 2026-03-29T03:00+02:00 60 4");
        LocalDate autumn = LocalDate.of(2026, 10, 25);
        days.clear();
        addWeeks("A", autumn, 8, "01:00", "04:00");
        add("A", autumn, "01:00", "02:00");
        add("A", autumn, "03:00", "04:00");
        assertThat(gaps(autumn, autumn, LATER)).containsExactly("A 2026-10-25 2026-10-25T02:00+02:00 120 8");
        // Weeks later, the days before the change show the same times by the clock on the wall.
        days.clear();
        LocalDate after = autumn.plusWeeks(2);
        addWeeks("A", after, 8, "08:00", "09:00");
        add("A", after, "07:00", "08:00");
        assertThat(gaps(after, after, LATER)).containsExactly("A 2026-11-08 2026-11-08T08:00+01:00 60 4");
    }

    @Test
    void anotherLengthOfIntervalsIsCompared() {
        addWeeks("A", DAY, 8, "08:00", "09:00");
        List<KnownDay> known = new ArrayList<>(history().days().values());
        BitSet hours = new BitSet();
        hours.set(7);
        known.add(new KnownDay(DAY, 60, Map.of("A", hours)));
        assertThat(new Gaps(new History(ZONE, known), queue -> true, LATER).between(DAY, DAY))
                .containsExactly(new Gap(
                        Optional.of("A"),
                        DAY,
                        DAY.atTime(8, 0).atZone(ZONE).toInstant(),
                        DAY.atTime(9, 0).atZone(ZONE).toInstant(),
                        60,
                        1));
    }

    private Duration age(String now) {
        return Staleness.of(history(), Instant.EPOCH, Duration.ofHours(2), at(now))
                .expected();
    }

    private static Instant at(String time) {
        return java.time.LocalDateTime.parse(time).atZone(ZONE).toInstant();
    }

    @Test
    void dataDoNotGrowOldWhileNoneAreExpected() {
        for (int back = 1; back <= 60; back++) {
            LocalDate day = DAY.minusDays(back);
            if (day.getDayOfWeek().getValue() < 6) {
                add("A", day, "08:00", "18:00");
            }
        }
        // From Friday 18:00 to Monday 08:00.
        assertThat(age("2026-09-07T08:00")).isZero();
        assertThat(age("2026-09-07T10:00")).hasHours(2);
        assertThat(Staleness.of(history(), Instant.EPOCH, Duration.ofHours(2), at("2026-09-07T10:00"))
                        .isStale())
                .isFalse();
        assertThat(Staleness.of(history(), Instant.EPOCH, Duration.ofHours(2), at("2026-09-07T10:01"))
                        .isStale())
                .isTrue();
        assertThat(age("2026-09-08T09:00")).hasHours(11);
        add("A", DAY, "08:00", "10:00");
        assertThat(age("2026-09-07T09:59")).isZero();
        assertThat(age("2026-09-07T11:00")).hasHours(1);
        // An outage of months stays one, though nothing is learned from its own weeks.
        assertThat(age("2027-03-01T11:00").toHours()).isGreaterThan(100);
    }

    @Test
    void untilThreeWeeksAreKnownEveryHourCounts() {
        add("A", DAY, "08:00", "10:00");
        assertThat(age("2026-09-08T10:00")).hasHours(24);
        assertThat(age("2026-09-28T10:00")).hasHours(24 * 20 + 14);
    }

    @Test
    void aTimeStampInTheFutureIsNotNew() {
        add("A", DAY, "08:00", "10:00");
        add("A", DAY, "20:00", "21:00");
        add("A", DAY.plusDays(300), "20:00", "21:00");
        Staleness staleness = Staleness.of(history(), Instant.EPOCH, Duration.ofHours(2), at("2026-09-07T11:00"));
        assertThat(staleness.newest()).contains(at("2026-09-07T10:00"));
        assertThat(staleness.expected()).hasHours(1);
    }

    @Test
    void withoutAnyDataTimeCountsFromTheBeginning() {
        Staleness staleness =
                Staleness.of(history(), at("2026-09-07T10:00"), Duration.ofHours(2), at("2026-09-07T13:00"));
        assertThat(staleness.newest()).isEmpty();
        assertThat(staleness.expected()).hasHours(3);
    }
}
