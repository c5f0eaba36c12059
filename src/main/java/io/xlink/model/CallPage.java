package io.xlink.model;

import java.util.BitSet;

/**
 * What one queue of an external system reported for one day: a column of interval values for each value type. An
 * interval about which nothing was reported is absent, which is not the same as 0.
 */
public final class CallPage {
    private final QueuePath queue;
    private final LocalDay day;
    private final Values values;

    /** Where the values of a page are kept: a source may keep them in a form that takes less memory than doubles. */
    public interface Values {

        /** How many intervals the day has. */
        int intervals();

        /** Whether anything was reported about an interval of the day. */
        boolean has(int interval);

        /** The value of a value type (by its position in the table) in an interval; 0 where it is absent. */
        double value(int valueType, int interval);
    }

    /**
     * Takes the values over without copying; the caller changes them no more.
     *
     * @param values for each value type of the table the values by interval of the day
     */
    public CallPage(QueuePath queue, LocalDay day, Values values) {
        this.queue = queue;
        this.day = day;
        this.values = values;
    }

    /**
     * Takes the arrays over without copying; the caller gives them up.
     *
     * @param columns for each value type of the table the values by interval of the day
     * @param present the intervals about which anything was reported
     */
    public CallPage(QueuePath queue, LocalDay day, double[][] columns, BitSet present) {
        this(queue, day, new Columns(columns, present));
    }

    public QueuePath queue() {
        return queue;
    }

    public LocalDay day() {
        return day;
    }

    /** Whether anything was reported about the interval. */
    public boolean has(int interval) {
        return values.has(interval);
    }

    /** The first interval at or after the given one about which anything was reported, or -1. */
    public int next(int interval) {
        for (int i = interval; i < values.intervals(); i++) {
            if (values.has(i)) {
                return i;
            }
        }
        return -1;
    }

    /** The value of a value type (by its position in the table) in an interval of the day; 0 where it is absent. */
    public double value(int valueType, int interval) {
        return values.value(valueType, interval);
    }

    @SuppressWarnings("ArrayRecordComponent") // private, never compared
    private record Columns(double[][] columns, BitSet present) implements Values {
        @Override
        public int intervals() {
            return present.length();
        }

        @Override
        public boolean has(int interval) {
            return present.get(interval);
        }

        @Override
        public double value(int valueType, int interval) {
            return columns[valueType][interval];
        }
    }
}
