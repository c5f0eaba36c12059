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
    private static final CallSums[] NONE = {};
    private static final int NOTHING = -1;

    private final int interval;
    private final int valueTypes;
    private final int aht;
    private final CallMemory memory;
    /** Sums by day and queue. */
    private CallSums[][] sums = new CallSums[64][];

    /** By queue the day and block in which its last row was, since rows of a quarter of an hour come together. */
    private int[] foundKeys = {};

    private int[][] found = {};
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
        CallSums page = page(queue, day, number);
        if (!page.isWideAt(number)) {
            boolean fits = (int) weight == weight;
            for (int i = 0; i < valueTypes; i++) {
                whole[i] = (int) values[i];
                fits &= whole[i] == values[i];
            }
            if (fits && CallSums.addWhole(page.block(number), number, whole, (int) weight, valueTypes, aht)) {
                return;
            }
            memory.take(CallSums.blockBytes(valueTypes, aht));
            page.widen(number);
            // The block that was found may be the one that is no more.
            Arrays.fill(foundKeys, NOTHING);
        }
        page.add(number, values, weight);
    }

    /** Adds a row of whole numbers, or returns false when that takes {@link #add}. */
    boolean addWhole(int queue, Day day, int number, int[] values, int weight) {
        int key = day.number() * CallSums.MOST_BLOCKS + number / CallSums.BLOCK;
        int[] block =
                queue < foundKeys.length && foundKeys[queue] == key ? found[queue] : find(queue, day, number, key);
        return block != null && CallSums.addWhole(block, number, values, weight, valueTypes, aht);
    }

    private int[] find(int queue, Day day, int number, int key) {
        int[] block = page(queue, day, number).block(number);
        if (block != null) {
            if (queue >= foundKeys.length) {
                int known = foundKeys.length;
                foundKeys = Arrays.copyOf(foundKeys, Math.max(64, 2 * queue));
                found = Arrays.copyOf(found, foundKeys.length);
                Arrays.fill(foundKeys, known, foundKeys.length, NOTHING);
            }
            foundKeys[queue] = key;
            found[queue] = block;
        }
        return block;
    }

    /** The sums of a queue and day, with room for an interval. */
    private CallSums page(int queue, Day day, int number) {
        CallSums page = find(queue, day);
        return page != null && page.hasBlock(number) ? page : add(queue, day, number);
    }

    private CallSums add(int queue, Day day, int number) {
        CallSums page = find(queue, day);
        if (page == null) {
            int intervals = (day.minutes() + interval - 1) / interval;
            memory.take(CallSums.bytes(intervals));
            page = new CallSums(valueTypes, aht, intervals);
            put(queue, day, page);
        }
        memory.take(CallSums.blockBytes(valueTypes, aht));
        page.addBlock(number);
        return page;
    }

    private CallSums find(int queue, Day day) {
        CallSums[] byQueue = day.number() < sums.length ? sums[day.number()] : null;
        return byQueue != null && queue < byQueue.length ? byQueue[queue] : null;
    }

    /**
     * Adds the sums of another part of the file, which must not be used afterwards.
     *
     * @param queues the number here of each queue of the other part
     * @param days the day here of each day of the other part
     */
    void merge(CallPages other, int[] queues, Day[] days) {
        for (int day = 0; day < days.length && day < other.sums.length; day++) {
            CallSums[] byQueue = other.sums[day];
            for (int queue = 0; byQueue != null && queue < queues.length && queue < byQueue.length; queue++) {
                if (byQueue[queue] != null) {
                    merge(queues[queue], days[day], byQueue[queue]);
                    byQueue[queue] = null;
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
        if (day.number() >= sums.length) {
            sums = Arrays.copyOf(sums, Math.max(day.number() + 1, 2 * sums.length));
        }
        CallSums[] byQueue = sums[day.number()] == null ? NONE : sums[day.number()];
        if (queue >= byQueue.length) {
            int length = Math.max(queue + 1, Math.max(16, 2 * byQueue.length));
            memory.take(4L * (length - byQueue.length));
            byQueue = Arrays.copyOf(byQueue, length);
            sums[day.number()] = byQueue;
        }
        byQueue[queue] = page;
    }
}
