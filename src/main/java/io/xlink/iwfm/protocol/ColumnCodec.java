package io.xlink.iwfm.protocol;

import io.xlink.model.ValueColumn;

/** What the protocol asks of a column, checked where one is sent and where one arrives. */
final class ColumnCodec {
    static final int MAX_MINUTES = 1440;

    /** Interval values of one chunk. */
    static final int MAX_VALUES = 65_536;

    private ColumnCodec() {}

    /**
     * Refuses what the protocol cannot carry, before any of it is sent.
     *
     * @throws IllegalArgumentException with the reason
     */
    static void check(ValueColumn column) {
        String wrong = wrong(column.parent(), column.queue(), column.valueType(), column.minutes());
        if (wrong != null) {
            throw new IllegalArgumentException("column " + column + ": " + wrong);
        }
        for (int i = 0; i < column.size(); i++) {
            if (i == 0 ? column.start(0) < 0 : column.start(i) <= column.start(i - 1)) {
                throw new IllegalArgumentException(
                        "column " + column + ": start " + column.start(i) + " is negative or not after the one before");
            }
        }
    }

    /**
     * A column of what was read.
     *
     * @param deltas minutes from one start to the next; those that are missing at the end are the intervals' length
     * @param values taken over, not copied
     */
    static ValueColumn column(int parent, int queue, int valueType, int minutes, int[] deltas, long[] values)
            throws MalformedException {
        String wrong = wrong(parent, queue, valueType, minutes);
        if (wrong != null) {
            throw new MalformedException("a column with " + wrong);
        }
        if (deltas.length == 0 || deltas.length > values.length || values.length > MAX_VALUES) {
            throw new MalformedException("a column with " + deltas.length + " starts and " + values.length + " values");
        }
        int[] starts = new int[values.length];
        long start = 0;
        for (int i = 0; i < starts.length; i++) {
            int delta = i < deltas.length ? deltas[i] : minutes;
            start += delta;
            if (delta < 0 || (delta == 0 && i > 0) || start > Integer.MAX_VALUE) {
                throw new MalformedException("a column whose starts do not ascend");
            }
            starts[i] = (int) start;
        }
        return new ValueColumn(parent, queue, valueType, minutes, starts, values);
    }

    private static String wrong(int parent, int queue, int valueType, int minutes) {
        if (parent < 0 || queue < 1 || valueType < 1) {
            return "ids that are not positive";
        }
        return minutes < 1 || minutes > MAX_MINUTES ? "intervals of " + minutes + " minutes" : null;
    }
}
