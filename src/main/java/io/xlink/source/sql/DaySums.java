package io.xlink.source.sql;

import io.xlink.model.CallPage;
import io.xlink.model.LocalDay;
import io.xlink.model.QueuePath;
import io.xlink.source.sql.ValueType.Function;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** Adds up what rows say of the queues of one day. NULL counts in no function; an interval that has rows exists. */
final class DaySums {
    private final List<QueuePath> queues;
    private final List<ValueType> types;
    private final LocalDay day;
    private final int intervals;
    private final double[][][] values;
    private final int[][][] counts;
    private final BitSet[] present;

    DaySums(List<QueuePath> queues, List<ValueType> types, LocalDay day, int interval) {
        this.queues = List.copyOf(queues);
        this.types = List.copyOf(types);
        this.day = day;
        this.intervals = day.intervals(interval);
        this.values = new double[queues.size()][][];
        this.counts = new int[queues.size()][][];
        this.present = new BitSet[queues.size()];
    }

    /** Notes that there is something about an interval of a queue. */
    void touch(int queue, int interval) {
        if (values[queue] == null) {
            values[queue] = new double[types.size()][];
            counts[queue] = new int[types.size()][];
            present[queue] = new BitSet(intervals);
            for (int type = 0; type < types.size(); type++) {
                values[queue][type] = new double[intervals];
                Function function = types.get(type).function();
                if (function == Function.AVG) {
                    counts[queue][type] = new int[intervals];
                } else if (function == Function.MAX || function == Function.MIN) {
                    Arrays.fill(values[queue][type], Double.NaN);
                }
            }
        }
        present[queue].set(interval);
    }

    /**
     * Adds what one or more rows say, after {@link #touch}.
     *
     * @param value a row's value, or of several rows the sum, number, greatest or smallest one as the value type's function
     *     wants it; not NULL
     * @param rows how many rows with a value that is
     */
    void add(int queue, int type, int interval, double value, int rows) {
        double[] column = values[queue][type];
        switch (types.get(type).function()) {
            case SUM, COUNT -> column[interval] += value;
            case AVG -> {
                column[interval] += value;
                counts[queue][type][interval] += rows;
            }
            case MAX -> column[interval] = Double.isNaN(column[interval]) ? value : Math.max(column[interval], value);
            case MIN -> column[interval] = Double.isNaN(column[interval]) ? value : Math.min(column[interval], value);
        }
    }

    /** The pages of the queues about which there was anything; nothing can be added afterwards. */
    List<CallPage> finish() {
        List<CallPage> pages = new ArrayList<>();
        for (int queue = 0; queue < queues.size(); queue++) {
            if (values[queue] != null) {
                pages.add(new CallPage(queues.get(queue), day, columns(queue), present[queue]));
            }
        }
        return pages;
    }

    private double[][] columns(int queue) {
        for (int type = 0; type < types.size(); type++) {
            double[] column = values[queue][type];
            int[] rows = counts[queue][type];
            for (int i = 0; i < intervals; i++) {
                if (rows != null && rows[i] > 0) {
                    column[i] /= rows[i];
                } else if (Double.isNaN(column[i])) {
                    column[i] = 0;
                }
            }
        }
        return values[queue];
    }
}
