package io.xlink.acdmap;

import io.xlink.acdmap.SystemPlan.TargetPlan;
import io.xlink.model.CallPage;
import io.xlink.model.LocalDay;
import io.xlink.model.ValueColumn;
import java.util.Arrays;

/** Sums the sources of one target after another over the intervals of a day. */
final class TargetSums {
    private final int firstMinute;
    private final int interval;
    private final int[] columns;
    private final CallPage[] pages;
    private final Failures failures;
    /** By interval of the day; used for each target anew. */
    private final double[] sums;

    private final boolean[] present;

    TargetSums(LocalDay day, int interval, int[] columns, CallPage[] pages, Failures failures) {
        this.firstMinute = day.startEpochMinute();
        this.interval = interval;
        this.columns = columns;
        this.pages = pages;
        this.failures = failures;
        this.sums = new double[day.intervals(interval)];
        this.present = new boolean[sums.length];
    }

    /** The target's values, of which there are none when its sources have no data on this day. */
    ValueColumn of(TargetPlan target) {
        Arrays.fill(sums, 0);
        Arrays.fill(present, false);
        int count = 0;
        for (int s = 0; s < target.queues().length; s++) {
            CallPage page = pages[target.queues()[s]];
            if (page != null) {
                count += add(page, columns[target.valueTypes()[s]]);
            }
        }
        return column(target, count);
    }

    /** Adds a source; returns how many intervals had no data before. */
    private int add(CallPage page, int column) {
        int added = 0;
        for (int i = page.next(0); i >= 0 && i < sums.length; i = page.next(i + 1)) {
            sums[i] += page.value(column, i);
            if (!present[i]) {
                present[i] = true;
                added++;
            }
        }
        return added;
    }

    private ValueColumn column(TargetPlan plan, int count) {
        int[] starts = new int[count];
        long[] values = new long[count];
        int n = 0;
        for (int i = 0; i < sums.length; i++) {
            if (present[i]) {
                double result = DefaultScript.result(sums[i]);
                if (DefaultScript.fits(result)) {
                    starts[n] = firstMinute + i * interval;
                    values[n] = (long) result;
                    n++;
                } else {
                    failures.add(plan.target(), firstMinute + i * interval, result);
                }
            }
        }
        return new ValueColumn(
                plan.target().parent(),
                plan.target().queue(),
                plan.target().valueType(),
                interval,
                n == count ? starts : Arrays.copyOf(starts, n),
                n == count ? values : Arrays.copyOf(values, n));
    }
}
