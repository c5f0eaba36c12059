package io.xlink.server;

import io.xlink.model.ValueColumn;
import java.util.Arrays;

/** Intervals of one queue and value type with their values: ascending, no two overlapping, of any lengths. Immutable. */
final class Intervals {
    static final int DAY = 24 * 60;
    static final Intervals NONE = new Intervals(new int[0], new int[0], new long[0], 0);

    private final int[] starts;
    private final int[] minutes;
    private final long[] values;
    private final int size;

    private Intervals(int[] starts, int[] minutes, long[] values, int size) {
        this.starts = starts;
        this.minutes = minutes;
        this.values = values;
        this.size = size;
    }

    int size() {
        return size;
    }

    /** Beginning of the i-th interval in minutes since 1970-01-01T00:00Z. */
    int start(int i) {
        return starts[i];
    }

    /** Length of the i-th interval in minutes. */
    int minutes(int i) {
        return minutes[i];
    }

    /** First minute after the i-th interval. */
    int end(int i) {
        return starts[i] + minutes[i];
    }

    /** Value of the i-th interval in hundredths. */
    long value(int i) {
        return values[i];
    }

    /** Position of the first interval that begins at or after a minute; {@link #size} when there is none. */
    int firstFrom(int minute) {
        int found = Arrays.binarySearch(starts, 0, size, minute);
        return found < 0 ? -found - 1 : found;
    }

    /**
     * What is held after an import: every interval of the column, and of the present ones those that share no minute
     * with it. An interval that overlaps the import even in part must go, or its calls would be counted twice
     * (specification, section 6: an import replaces, it never adds).
     *
     * @param result an empty one, not the one that made these intervals
     */
    Intervals replacedBy(ValueColumn column, Builder result) {
        int mine = 0;
        int theirs = 0;
        while (mine < size || theirs < column.size()) {
            if (mine == size || (theirs < column.size() && column.start(theirs) + column.minutes() <= starts[mine])) {
                result.add(column.start(theirs), column.minutes(), column.value(theirs));
                theirs++;
            } else {
                if (theirs == column.size() || end(mine) <= column.start(theirs)) {
                    result.add(starts[mine], minutes[mine], values[mine]);
                }
                mine++;
            }
        }
        return result.build();
    }

    /** Collects intervals in ascending order. */
    static final class Builder {
        private int[] starts;
        private int[] minutes;
        private long[] values;
        private int size;

        Builder(int capacity) {
            starts = new int[capacity];
            minutes = new int[capacity];
            values = new long[capacity];
        }

        void add(int start, int length, long value) {
            if (size == starts.length) {
                int capacity = Math.max(DAY / 15, size * 2);
                starts = Arrays.copyOf(starts, capacity);
                minutes = Arrays.copyOf(minutes, capacity);
                values = Arrays.copyOf(values, capacity);
            }
            starts[size] = start;
            minutes[size] = length;
            values[size] = value;
            size++;
        }

        int size() {
            return size;
        }

        /** Sets the value of an interval that was added. */
        void value(int i, long value) {
            values[i] = value;
        }

        /** Takes all intervals out, also of what was built: they share its arrays. */
        void clear() {
            size = 0;
        }

        /** The intervals, until the builder is cleared; nothing must be added any more. */
        Intervals build() {
            return size == 0 ? NONE : new Intervals(starts, minutes, values, size);
        }
    }
}
