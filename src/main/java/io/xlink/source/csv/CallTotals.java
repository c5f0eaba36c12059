package io.xlink.source.csv;

import io.xlink.model.CallPage;
import io.xlink.model.CallTable;
import io.xlink.model.LocalDay;
import io.xlink.model.QueuePath;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What one file or several added up to, by queue, local day and interval, in a form that can be added to: of a mean, its
 * sum and its weight (specification, section 4, {@code AHTColumn}). A value; nothing changes it.
 */
public final class CallTotals {
    private final Shape shape;
    private final List<Page> pages;

    /**
     * What totals must have in common to be added.
     *
     * @param interval length of an interval in minutes
     * @param valueTypes names of the value types, in the order of the file's columns
     * @param aht position of the average handling time among them, or -1
     * @param zone the zone of the days
     */
    record Shape(int interval, List<String> valueTypes, int aht, ZoneId zone) {
        Shape {
            valueTypes = List.copyOf(valueTypes);
        }
    }

    /** The sums of a queue and day. */
    record Page(QueuePath queue, LocalDay day, CallSums sums) {}

    /** @param pages by queue and date, none twice */
    CallTotals(Shape shape, List<Page> pages) {
        this.shape = shape;
        this.pages = List.copyOf(pages);
    }

    /**
     * The sum of all, queues in the order in which they come, days in their own.
     *
     * @param all one or more
     * @throws IllegalArgumentException when there are none, or interval, value types or zone differ
     */
    public static CallTotals merge(List<CallTotals> all) {
        if (all.isEmpty()) {
            throw new IllegalArgumentException("the sum of no totals has no value types");
        }
        Shape shape = all.get(0).shape;
        Map<QueuePath, Map<LocalDate, Sum>> sums = new LinkedHashMap<>();
        for (CallTotals totals : all) {
            if (!totals.shape.equals(shape)) {
                throw new IllegalArgumentException(
                        "totals of different formats cannot be added: " + shape + ", " + totals.shape);
            }
            for (Page page : totals.pages) {
                sums.computeIfAbsent(page.queue, q -> new TreeMap<>())
                        .computeIfAbsent(page.day.date(), d -> new Sum(page.day))
                        .add(page.sums);
            }
        }
        List<Page> pages = new ArrayList<>();
        sums.forEach((queue, days) -> days.values().forEach(sum -> pages.add(new Page(queue, sum.day, sum.sums))));
        return new CallTotals(shape, pages);
    }

    /** The table of these totals: means instead of their sums. */
    public CallTable table(String externalSystem) {
        List<CallPage> tablePages = new ArrayList<>(pages.size());
        for (Page page : pages) {
            tablePages.add(new CallPage(page.queue, page.day, page.sums));
        }
        return new CallTable(externalSystem, shape.interval, shape.valueTypes, tablePages);
    }

    /** The local dates about which there is anything. */
    public SortedSet<LocalDate> dates() {
        SortedSet<LocalDate> dates = new TreeSet<>();
        pages.forEach(page -> dates.add(page.day.date()));
        return dates;
    }

    /** What they hold about some local dates. */
    public CallTotals on(SortedSet<LocalDate> dates) {
        return new CallTotals(
                shape,
                pages.stream().filter(page -> dates.contains(page.day.date())).toList());
    }

    /** Zeros for every interval about which these hold anything; they add nothing, but say that there is nothing else. */
    public CallTotals zeros() {
        return new CallTotals(
                shape,
                pages.stream()
                        .map(page -> new Page(page.queue, page.day, page.sums.zeros()))
                        .toList());
    }

    /** Whether interval, value types and zone are the same, so that the two can be added. */
    public boolean isLike(CallTotals other) {
        return shape.equals(other.shape);
    }

    Shape shape() {
        return shape;
    }

    List<Page> pages() {
        return pages;
    }

    public boolean isEmpty() {
        return pages.isEmpty();
    }

    /** Writes them in a form that {@link #read} understands, about 4 bytes for each sum. */
    public void write(DataOutput out) throws IOException {
        CallTotalsForm.write(shape, pages, out);
    }

    /**
     * Reads what {@link #write} has written.
     *
     * @throws IOException when it is something else, or damaged
     */
    public static CallTotals read(DataInput in) throws IOException {
        return CallTotalsForm.read(in);
    }

    /** Takes the first sums as they are and copies them when others are added, because those belong to somebody. */
    private static final class Sum {
        private final LocalDay day;
        private CallSums sums;
        private boolean own;

        Sum(LocalDay day) {
            this.day = day;
        }

        void add(CallSums added) {
            if (sums == null) {
                sums = added;
                return;
            }
            if (!own) {
                sums = sums.copy();
                own = true;
            }
            sums.merge(added);
        }
    }
}
