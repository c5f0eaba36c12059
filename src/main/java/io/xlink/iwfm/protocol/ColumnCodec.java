package io.xlink.iwfm.protocol;

import io.xlink.iwfm.wire.Column;
import io.xlink.model.ValueColumn;

/** {@link ValueColumn} to {@link Column} and back, each checked. */
final class ColumnCodec {
    static final int MAX_MINUTES = 1440;

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

    /** The intervals from {@code from}, inclusive, to {@code to}, exclusive. */
    static Column toWire(ValueColumn column, int from, int to) {
        Column.Builder wire = Column.newBuilder()
                .setParent(column.parent())
                .setQueue(column.queue())
                .setValueType(column.valueType())
                .setMinutes(column.minutes());
        int previous = 0;
        for (int i = from; i < to; i++) {
            wire.addStartDeltas(column.start(i) - previous);
            wire.addValues(column.value(i));
            previous = column.start(i);
        }
        return wire.build();
    }

    static ValueColumn fromWire(Column wire) throws MalformedException {
        String wrong = wrong(wire.getParent(), wire.getQueue(), wire.getValueType(), wire.getMinutes());
        if (wrong != null) {
            throw new MalformedException("a column with " + wrong);
        }
        int size = wire.getStartDeltasCount();
        if (size == 0 || size != wire.getValuesCount()) {
            throw new MalformedException("a column with " + size + " starts and " + wire.getValuesCount() + " values");
        }
        int[] starts = new int[size];
        long[] values = new long[size];
        long start = 0;
        for (int i = 0; i < size; i++) {
            int delta = wire.getStartDeltas(i);
            start += delta;
            if (delta < 0 || (delta == 0 && i > 0) || start > Integer.MAX_VALUE) {
                throw new MalformedException("a column whose starts do not ascend");
            }
            starts[i] = (int) start;
            values[i] = wire.getValues(i);
        }
        return new ValueColumn(
                wire.getParent(), wire.getQueue(), wire.getValueType(), wire.getMinutes(), starts, values);
    }

    private static String wrong(int parent, int queue, int valueType, int minutes) {
        if (parent < 0 || queue < 1 || valueType < 1) {
            return "ids that are not positive";
        }
        return minutes < 1 || minutes > MAX_MINUTES ? "intervals of " + minutes + " minutes" : null;
    }
}
