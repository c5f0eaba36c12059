package io.xlink.acdmap;

import io.xlink.model.Target;
import io.xlink.model.ValueColumn;
import java.util.Arrays;

/** The values of a target while they are being computed. */
final class TargetColumn {
    private final Target target;
    private final int interval;
    private final int[] starts;
    private final long[] values;
    private int size;

    /** @param atMost how many intervals can be added */
    TargetColumn(Target target, int interval, int atMost) {
        this.target = target;
        this.interval = interval;
        this.starts = new int[atMost];
        this.values = new long[atMost];
    }

    void add(int start, long value) {
        starts[size] = start;
        values[size] = value;
        size++;
    }

    ValueColumn build() {
        boolean full = size == starts.length;
        return new ValueColumn(
                target.parent(),
                target.queue(),
                target.valueType(),
                interval,
                full ? starts : Arrays.copyOf(starts, size),
                full ? values : Arrays.copyOf(values, size));
    }
}
