package io.xlink.acdmap;

import io.xlink.acdmap.SystemPlan.SourcePlan;
import io.xlink.acdmap.SystemPlan.TargetPlan;
import io.xlink.model.CallPage;
import io.xlink.model.ValueColumn;
import java.util.Arrays;

/** Sums the sources of one target after another over the intervals of a day. */
final class TargetSums {
    private final DayColumns day;
    private final Failures failures;
    /** By interval of the day; used for each target anew. */
    private final double[] sums;

    private final boolean[] present;

    TargetSums(DayColumns day, Failures failures) {
        this.day = day;
        this.failures = failures;
        this.sums = new double[day.size()];
        this.present = new boolean[sums.length];
    }

    /** The target's values, of which there are none when its sources have no data on this day. */
    ValueColumn of(TargetPlan target) {
        Arrays.fill(sums, 0);
        Arrays.fill(present, false);
        int count = 0;
        for (SourcePlan source : target.sources()) {
            CallPage page = day.page(source);
            if (page != null) {
                count += add(page, day.column(source));
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
        TargetColumn column = new TargetColumn(plan.target(), day.interval(), count);
        for (int i = 0; i < sums.length; i++) {
            if (present[i]) {
                double result = DefaultScript.result(sums[i]);
                if (DefaultScript.fits(result)) {
                    column.add(day.start(i), (long) result);
                } else {
                    failures.add(plan.target(), day.start(i), DefaultScript.doesNotFit(result));
                }
            }
        }
        return column.build();
    }
}
