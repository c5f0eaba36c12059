package io.xlink.model;

import java.util.BitSet;

/**
 * What one queue of an external system reported for one day: a column of interval values for each value type. An
 * interval about which nothing was reported is absent, which is not the same as 0.
 */
public final class CallPage {
    private final QueuePath queue;
    private final LocalDay day;
    private final BitSet present;
    private final double[][] columns;

    /**
     * Takes the arrays over without copying, because a large file makes tens of thousands of them; the caller gives
     * them up.
     *
     * @param columns for each value type of the table the values by interval of the day
     * @param present the intervals about which anything was reported
     */
    public CallPage(QueuePath queue, LocalDay day, double[][] columns, BitSet present) {
        this.queue = queue;
        this.day = day;
        this.columns = columns;
        this.present = present;
    }

    public QueuePath queue() {
        return queue;
    }

    public LocalDay day() {
        return day;
    }

    /** Whether anything was reported about the interval. */
    public boolean has(int interval) {
        return present.get(interval);
    }

    /** The first interval at or after the given one about which anything was reported, or -1. */
    public int next(int interval) {
        return present.nextSetBit(interval);
    }

    /** The value of a value type (by its position in the table) in an interval of the day; 0 where it is absent. */
    public double value(int valueType, int interval) {
        return columns[valueType][interval];
    }
}
