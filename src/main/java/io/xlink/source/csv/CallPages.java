package io.xlink.source.csv;

import io.xlink.model.QueuePath;
import io.xlink.source.csv.LocalDays.Day;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The sums of all queues and days of a file, found by two numbers: no hash map for each queue and interval, and the
 * interval is arithmetic.
 */
final class CallPages {
    private final int interval;
    private final int valueTypes;
    private final int aht;
    private final CallMemory memory;
    /** Sums by queue and day. */
    private CallSums[][] sums = new CallSums[64][];

    private final int[] whole;

    CallPages(CsvCallFormat format, CallMemory memory) {
        this.interval = format.interval();
        this.valueTypes = format.columns().values().length;
        this.aht = format.columns().aht();
        this.memory = memory;
        this.whole = new int[valueTypes];
    }

    /** Adds a row. */
    void add(int queue, Day day, int number, double[] values, double weight) {
        CallSums page = sums(queue, day);
        if (page.isWhole()) {
            boolean fits = (int) weight == weight;
            for (int i = 0; i < valueTypes; i++) {
                whole[i] = (int) values[i];
                fits &= whole[i] == values[i];
            }
            if (fits && page.addWhole(number, whole, (int) weight)) {
                return;
            }
            widen(page);
        }
        page.add(number, values, weight);
    }

    /** The sums of a queue and day; made when there are none. */
    CallSums sums(int queue, Day day) {
        CallSums page = find(queue, day);
        if (page == null) {
            page = new CallSums(valueTypes, aht, day.day().intervals(interval));
            memory.take(CallSums.bytes(valueTypes, aht, page.intervals()));
            put(queue, day, page);
        }
        return page;
    }

    private CallSums find(int queue, Day day) {
        if (queue < sums.length) {
            CallSums[] byDay = sums[queue];
            if (byDay != null && day.number() < byDay.length) {
                return byDay[day.number()];
            }
        }
        return null;
    }

    private void widen(CallSums page) {
        memory.take(CallSums.bytes(valueTypes, aht, page.intervals()));
        page.widen();
    }

    /**
     * Adds the sums of another part of the file, which must not be used afterwards.
     *
     * @param queues the number here of each queue of the other part
     * @param days the day here of each day of the other part
     */
    void merge(CallPages other, int[] queues, Day[] days) {
        for (int queue = 0; queue < queues.length && queue < other.sums.length; queue++) {
            CallSums[] byDay = other.sums[queue];
            for (int day = 0; byDay != null && day < days.length && day < byDay.length; day++) {
                if (byDay[day] != null) {
                    merge(queues[queue], days[day], byDay[day]);
                    byDay[day] = null;
                }
            }
        }
    }

    private void merge(int queue, Day day, CallSums added) {
        CallSums page = find(queue, day);
        if (page == null) {
            put(queue, day, added);
        } else {
            page.merge(added);
        }
    }

    /** The pages by queue and date; nothing can be added afterwards. */
    List<CallTotals.Page> finish(List<QueuePath> queues, List<Day> days) {
        List<Day> sorted = new ArrayList<>(days);
        sorted.sort(Comparator.comparingInt(Day::start));
        List<CallTotals.Page> pages = new ArrayList<>();
        for (int queue = 0; queue < queues.size(); queue++) {
            for (Day day : sorted) {
                CallSums page = find(queue, day);
                if (page != null) {
                    pages.add(new CallTotals.Page(queues.get(queue), day.day(), page));
                }
            }
        }
        return pages;
    }

    private void put(int queue, Day day, CallSums page) {
        if (queue >= sums.length) {
            sums = Arrays.copyOf(sums, Math.max(queue + 1, 2 * sums.length));
        }
        CallSums[] byDay = sums[queue] == null ? new CallSums[day.number() + 1] : sums[queue];
        if (day.number() >= byDay.length) {
            byDay = Arrays.copyOf(byDay, Math.max(day.number() + 1, 2 * byDay.length));
        }
        byDay[day.number()] = page;
        sums[queue] = byDay;
    }
}
