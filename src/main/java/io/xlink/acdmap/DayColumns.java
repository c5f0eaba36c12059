package io.xlink.acdmap;

import io.xlink.acdmap.SystemPlan.SourcePlan;
import io.xlink.acdmap.SystemPlan.TargetPlan;
import io.xlink.model.CallPage;
import io.xlink.model.LocalDay;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the sources of targets reported about one day: the table that is being mapped, and the memory of other systems. */
final class DayColumns {
    private final LocalDay day;
    private final int interval;
    /** Column of the table for each value type of the plan. */
    private final int[] columns;
    /** By number of the queue; null where a queue reported nothing. */
    private final CallPage[] pages;

    private final SharedCalls shared;
    private final int size;
    /** First minute of the day; asked for with every value, and dear to compute where clocks change. */
    private final int firstMinute;

    private final Map<Source, Optional<SharedColumn>> recalled = new HashMap<>();

    DayColumns(LocalDay day, int interval, int[] columns, CallPage[] pages, SharedCalls shared) {
        this.day = day;
        this.interval = interval;
        this.columns = columns;
        this.pages = pages;
        this.shared = shared;
        this.size = day.intervals(interval);
        this.firstMinute = day.startEpochMinute();
    }

    LocalDay day() {
        return day;
    }

    int interval() {
        return interval;
    }

    /** How many intervals the day has. */
    int size() {
        return size;
    }

    /** Beginning of an interval in minutes since 1970-01-01T00:00Z. */
    int start(int i) {
        return firstMinute + i * interval;
    }

    /** End of an interval, likewise; the last one of a day may be shorter than the others. */
    int end(int i) {
        return Math.min(start(i) + interval, firstMinute + day.minutes());
    }

    /** The page of an own source; null when its queue reported nothing. */
    CallPage page(SourcePlan source) {
        return pages[source.queue()];
    }

    /** Where a page has the value type of an own source. */
    int column(SourcePlan source) {
        return columns[source.valueType()];
    }

    /** What a source of a shared target has reported so far, NaN where nothing; null when nothing at all. */
    double[] remembered(SourcePlan source) {
        return recall(source.source()).map(SharedColumn::values).orElse(null);
    }

    /** The intervals in which the table has data of at least one source of the target. */
    BitSet reported(TargetPlan target) {
        BitSet reported = new BitSet(size);
        for (SourcePlan source : target.sources()) {
            CallPage page = source.isOwn() ? page(source) : null;
            for (int i = page == null ? -1 : page.next(0); i >= 0 && i < size; i = page.next(i + 1)) {
                reported.set(i);
            }
        }
        return reported;
    }

    /** The first source of another system whose intervals are not as long as this table's; they cannot be joined. */
    Optional<SharedColumn> misfit(TargetPlan target) {
        return target.sources().stream()
                .filter(source -> !source.isOwn())
                .flatMap(source -> recall(source.source()).stream())
                .filter(column -> column.interval() != interval)
                .findFirst();
    }

    /** An own source's values in the form in which they are remembered; empty when its queue reported nothing. */
    Optional<SharedColumn> toRemember(SourcePlan source) {
        CallPage page = page(source);
        if (page == null || column(source) < 0) {
            return Optional.empty();
        }
        double[] values = new double[size];
        for (int i = 0; i < values.length; i++) {
            values[i] = page.has(i) ? page.value(column(source), i) : Double.NaN;
        }
        return Optional.of(new SharedColumn(source.source(), day.date(), interval, values));
    }

    private Optional<SharedColumn> recall(Source source) {
        return recalled.computeIfAbsent(source, s -> shared.recall(s, day.date()));
    }
}
