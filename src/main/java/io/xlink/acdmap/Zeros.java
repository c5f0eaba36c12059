package io.xlink.acdmap;

import io.xlink.acdmap.SystemPlan.SourcePlan;
import io.xlink.acdmap.SystemPlan.TargetPlan;
import io.xlink.model.ValueColumn;
import java.util.BitSet;

/**
 * Adds the intervals about which no source of a target reported anything, with the value 0 ({@code WriteAlways}, specification,
 * section 6). An interval that is not over has no data yet, and one whose value could not be computed has data: neither becomes 0.
 */
final class Zeros {
    private Zeros() {}

    /**
     * @param column what was computed for the target
     * @param until the minute since 1970-01-01T00:00Z at which the last interval may end
     */
    static ValueColumn fill(ValueColumn column, DayColumns day, TargetPlan target, long until) {
        BitSet reported = reported(day, target);
        TargetColumn filled = new TargetColumn(target.target(), day.interval(), day.size());
        int next = 0;
        for (int i = 0; i < day.size(); i++) {
            if (next < column.size() && column.start(next) == day.start(i)) {
                filled.add(day.start(i), column.value(next));
                next++;
            } else if (!reported.get(i) && day.end(i) <= until) {
                filled.add(day.start(i), 0);
            }
        }
        return filled.build();
    }

    private static BitSet reported(DayColumns day, TargetPlan target) {
        BitSet reported = day.reported(target);
        for (SourcePlan source : target.sources()) {
            double[] other = source.isOwn() ? null : day.remembered(source);
            for (int i = 0; other != null && i < other.length; i++) {
                if (!Double.isNaN(other[i])) {
                    reported.set(i);
                }
            }
        }
        return reported;
    }
}
