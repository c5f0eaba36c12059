package io.xlink.source.csv;

import io.xlink.model.CallPage;
import io.xlink.model.LocalDay;
import io.xlink.model.QueuePath;
import java.util.BitSet;

/**
 * The sums of one queue and local day, by interval and value type. The average handling time is the mean weighted by the
 * calls; where no row has a weight, and without a weight column, it is the plain mean over the rows above 0
 * (specification, section 4).
 */
final class CallSums {
    private final int valueTypes;
    private final int aht;
    private final int intervals;
    private final int stride;
    /**
     * For each interval its values, the number of rows and, with an average handling time, the weight. Side by side,
     * because a row then touches one or two lines of the processor's cache and not one for each value type.
     */
    private final double[] cells;
    /** Sum and number of the average handling times above 0 that have no weight; made when the first one comes. */
    private double[] unweighted;

    private int[] unweightedRows;

    /** @param aht position of the average handling time among the value types, or -1 */
    CallSums(int valueTypes, int aht, int intervals) {
        this.valueTypes = valueTypes;
        this.aht = aht;
        this.intervals = intervals;
        this.stride = stride(valueTypes, aht);
        this.cells = new double[intervals * stride];
    }

    /** How much memory an object takes, roughly. */
    static long bytes(int valueTypes, int aht, int intervals) {
        return 64L + 8L * intervals * stride(valueTypes, aht);
    }

    /**
     * Adds a row.
     *
     * @param weight weight of its average handling time, ignored without one
     */
    void add(int interval, double[] values, double weight) {
        int cell = interval * stride;
        cells[cell + valueTypes]++;
        for (int i = 0; i < values.length; i++) {
            if (i != aht) {
                cells[cell + i] += values[i];
            }
        }
        if (aht >= 0) {
            if (weight > 0) {
                cells[cell + aht] += values[aht] * weight;
                cells[cell + valueTypes + 1] += weight;
            } else if (values[aht] > 0) {
                addUnweighted(interval, values[aht]);
            }
        }
    }

    CallPage page(QueuePath queue, LocalDay day) {
        double[][] columns = new double[valueTypes][intervals];
        BitSet present = new BitSet(intervals);
        for (int interval = 0; interval < intervals; interval++) {
            int cell = interval * stride;
            if (cells[cell + valueTypes] > 0) {
                present.set(interval);
                for (int i = 0; i < valueTypes; i++) {
                    columns[i][interval] = i == aht ? mean(interval) : cells[cell + i];
                }
            }
        }
        return new CallPage(queue, day, columns, present);
    }

    private double mean(int interval) {
        int cell = interval * stride;
        double weight = cells[cell + valueTypes + 1];
        if (weight > 0) {
            return cells[cell + aht] / weight;
        }
        return unweighted == null || unweightedRows[interval] == 0
                ? 0
                : unweighted[interval] / unweightedRows[interval];
    }

    private void addUnweighted(int interval, double value) {
        if (unweighted == null) {
            unweighted = new double[intervals];
            unweightedRows = new int[intervals];
        }
        unweighted[interval] += value;
        unweightedRows[interval]++;
    }

    private static int stride(int valueTypes, int aht) {
        return valueTypes + (aht < 0 ? 1 : 2);
    }
}
