package io.xlink.model;

import java.util.Arrays;

/**
 * Interval values of one queue and value type as they are delivered and stored: whole hundredths, with the beginning
 * of each interval. Immutable as long as callers leave the arrays alone, which are shared because copying them would
 * double the cost of the path they travel.
 */
public final class ValueColumn {
    private final int parent;
    private final int queue;
    private final int valueType;
    private final int minutes;
    private final int[] starts;
    private final long[] values;

    /**
     * @param parent id of the parent queue, 0 at the top
     * @param queue id of the queue
     * @param valueType id of the value type
     * @param minutes length of every interval of this column
     * @param starts beginning of each interval in minutes since 1970-01-01T00:00Z, ascending, none twice
     * @param values the value of each interval, times 100 (specification, section 3, import scripts)
     */
    public ValueColumn(int parent, int queue, int valueType, int minutes, int[] starts, long[] values) {
        if (starts.length != values.length) {
            throw new IllegalArgumentException(starts.length + " starts for " + values.length + " values");
        }
        this.parent = parent;
        this.queue = queue;
        this.valueType = valueType;
        this.minutes = minutes;
        this.starts = starts;
        this.values = values;
    }

    public int parent() {
        return parent;
    }

    public int queue() {
        return queue;
    }

    public int valueType() {
        return valueType;
    }

    public int minutes() {
        return minutes;
    }

    /** How many intervals the column holds. */
    public int size() {
        return starts.length;
    }

    /** Beginning of the i-th interval in minutes since 1970-01-01T00:00Z. */
    public int start(int i) {
        return starts[i];
    }

    /** Value of the i-th interval, in hundredths. */
    public long value(int i) {
        return values[i];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ValueColumn that
                && parent == that.parent
                && queue == that.queue
                && valueType == that.valueType
                && minutes == that.minutes
                && Arrays.equals(starts, that.starts)
                && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * queue + valueType) + Arrays.hashCode(starts);
    }

    @Override
    public String toString() {
        return parent + ":" + queue + ":" + valueType + " (" + starts.length + " intervals)";
    }
}
