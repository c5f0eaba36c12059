package io.xlink.importer.gaps;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Finds the intervals that were expected to have data and have none. */
public final class Gaps {
    private final History history;
    private final Predicate<String> queues;
    private final Instant now;

    /**
     * @param history of one external system
     * @param queues which of its queues matter; one that is mapped no more has no gaps
     * @param now intervals that end later are no gaps yet
     */
    public Gaps(History history, Predicate<String> queues, Instant now) {
        this.history = history;
        this.queues = queues;
        this.now = now;
    }

    /** The gaps of the days from {@code from} to {@code to}, both inclusive, by day, then queue, then time. */
    public List<Gap> between(LocalDate from, LocalDate to) {
        List<Gap> gaps = new ArrayList<>();
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            on(day, gaps);
        }
        return gaps;
    }

    private void on(LocalDate date, List<Gap> gaps) {
        ExpectedDay day = new ExpectedDay(history, date);
        Optional<KnownDay> known = history.day(date);
        BitSet whole = new BitSet();
        for (Map.Entry<String, LocalDate> queue : firstDays(date).entrySet()) {
            BitSet missing = day.of(one -> one.of(queue.getKey()), queue.getValue());
            // On a day without any data there is nothing to take away.
            known.ifPresent(one -> missing.andNot(one.of(queue.getKey())));
            for (int i = missing.length() - 1; i >= 0 && day.end(i) > now.getEpochSecond(); i--) {
                missing.clear(i);
            }
            if (known.isEmpty()) {
                whole.or(missing);
            } else {
                ranges(queue.getKey(), date, day, missing, gaps);
            }
        }
        if (!whole.isEmpty()) {
            gaps.add(gap(Optional.empty(), date, day, whole.nextSetBit(0), whole.length() - 1, whole.cardinality()));
        }
    }

    /** The queues that were heard of in the weeks before a day, each with the first day of them. */
    private SortedMap<String, LocalDate> firstDays(LocalDate date) {
        Map<String, LocalDate> first = new HashMap<>();
        history.days()
                .subMap(date.minusDays(History.LEARNED_FROM_DAYS), true, date, false)
                .values()
                .forEach(day -> day.queues().forEach((queue, bits) -> {
                    if (!bits.isEmpty() && !first.containsKey(queue) && queues.test(queue)) {
                        first.put(queue, day.date());
                    }
                }));
        return new TreeMap<>(first);
    }

    private static void ranges(String queue, LocalDate date, ExpectedDay day, BitSet missing, List<Gap> gaps) {
        for (int from = missing.nextSetBit(0); from >= 0; ) {
            int after = missing.nextClearBit(from);
            gaps.add(gap(Optional.of(queue), date, day, from, after - 1, after - from));
            from = missing.nextSetBit(after);
        }
    }

    private static Gap gap(
            Optional<String> queue, LocalDate date, ExpectedDay day, int first, int last, int intervals) {
        return new Gap(
                queue,
                date,
                Instant.ofEpochSecond(day.start(first)),
                Instant.ofEpochSecond(day.end(last)),
                day.minutes(),
                intervals);
    }
}
