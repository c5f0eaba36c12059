package io.xlink.importer.gaps;

import io.xlink.model.LocalDay;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which intervals of one local day are expected to have data: those that had some on most of the same days of the last weeks, at
 * the same time by the clock on the wall. Only days on which the external system delivered anything count, so that a holiday
 * or an outage does not change what is expected.
 */
final class ExpectedDay {
    /** So many of the same weekday are looked at. */
    static final int WEEKS = 8;
    /** So many of them must be known. */
    static final int KNOWN = 3;
    /** On so many of those there must have been data. */
    static final int PERCENT = 60;

    private final LocalDay day;
    private final int minutes;
    private final List<Earlier> earlier = new ArrayList<>();

    /**
     * An earlier day.
     *
     * @param slots for each interval of the expected day those of this one that show the same time; none when clocks skipped it
     */
    @SuppressWarnings("ArrayRecordComponent") // private, never compared
    private record Earlier(KnownDay known, int[][] slots) {}

    ExpectedDay(History history, LocalDate date) {
        this.day = new LocalDay(date, history.zone());
        List<KnownDay> known = new ArrayList<>();
        for (int week = 1; week <= WEEKS; week++) {
            history.day(date.minusDays(7L * week)).ifPresent(known::add);
        }
        Optional<KnownDay> itself = history.day(date);
        this.minutes = itself.or(() -> known.stream().findFirst())
                .map(KnownDay::minutes)
                .orElse(15);
        for (KnownDay one : known) {
            earlier.add(new Earlier(one, slots(new LocalDay(one.date(), day.zone()), one.minutes())));
        }
    }

    private int[][] slots(LocalDay other, int otherMinutes) {
        int[][] slots = new int[intervals()][];
        boolean plain = minutes == otherMinutes && isPlain(day) && isPlain(other);
        for (int i = 0; i < slots.length; i++) {
            slots[i] = plain ? new int[] {i} : sameTime(i, other, otherMinutes);
        }
        return slots;
    }

    private static boolean isPlain(LocalDay day) {
        Instant start = Instant.ofEpochSecond(day.startEpochSecond());
        Instant end = Instant.ofEpochSecond(day.next().startEpochSecond());
        var change = day.zone().getRules().nextTransition(start.minusSeconds(1));
        return change == null || !change.getInstant().isBefore(end);
    }

    private int[] sameTime(int slot, LocalDay other, int otherMinutes) {
        LocalDateTime time =
                Instant.ofEpochSecond(start(slot)).atZone(day.zone()).toLocalDateTime();
        LocalDateTime there = other.date().atTime(time.toLocalTime());
        BitSet found = new BitSet();
        for (ZoneOffset offset : day.zone().getRules().getValidOffsets(there)) {
            long from = there.toEpochSecond(offset) - other.startEpochSecond();
            if (from < 0 || from >= other.minutes() * 60L) {
                continue;
            }
            int length = otherMinutes * 60;
            int first = Math.toIntExact(from / length);
            int last = Math.toIntExact((from + minutes * 60L - 1) / length);
            found.set(first, Math.min(last, other.intervals(otherMinutes) - 1) + 1);
        }
        return found.stream().toArray();
    }

    /** Length of an interval in minutes. */
    int minutes() {
        return minutes;
    }

    int intervals() {
        return day.intervals(minutes);
    }

    /** When an interval begins, in seconds since 1970-01-01T00:00Z. */
    long start(int slot) {
        return day.startEpochSecond() + slot * 60L * minutes;
    }

    /** When an interval ends, which is at the end of the day at the latest. */
    long end(int slot) {
        return Math.min(start(slot + 1), day.next().startEpochSecond());
    }

    /**
     * The intervals that are expected.
     *
     * @param reported what is looked at of a day, such as one queue's intervals
     * @param first earlier days do not count, because there was nothing yet to report about
     */
    BitSet of(Function<KnownDay, BitSet> reported, LocalDate first) {
        BitSet expected = new BitSet();
        int[] known = new int[intervals()];
        int[] had = new int[intervals()];
        for (Earlier one : earlier) {
            if (one.known.date().isBefore(first)) {
                continue;
            }
            BitSet bits = reported.apply(one.known);
            for (int i = 0; i < known.length; i++) {
                int[] slots = one.slots[i];
                known[i] += slots.length > 0 ? 1 : 0;
                for (int slot : slots) {
                    if (bits.get(slot)) {
                        had[i]++;
                        break;
                    }
                }
            }
        }
        for (int i = 0; i < known.length; i++) {
            if (known[i] >= KNOWN && had[i] * 100 >= known[i] * PERCENT) {
                expected.set(i);
            }
        }
        return expected;
    }
}
