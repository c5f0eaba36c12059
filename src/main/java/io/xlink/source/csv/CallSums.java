package io.xlink.source.csv;

import io.xlink.model.CallPage;
import io.xlink.model.LocalDay;
import io.xlink.model.QueuePath;
import java.util.BitSet;

/**
 * The sums of one queue and local day, by value type and interval. The average handling time is the mean weighted by the
 * calls; where no row has a weight, and without a weight column, it is the plain mean over the rows above 0
 * (specification, section 4).
 */
final class CallSums {
    private final int aht;
    private final double[][] columns;
    private final BitSet present;
    /** By interval; null without an average handling time. */
    private final double[] weights;
    /** Sum and number of the average handling times above 0 that have no weight; made when the first one comes. */
    private double[] unweighted;

    private int[] unweightedRows;

    /** @param aht position of the average handling time among the value types, or -1 */
    CallSums(int valueTypes, int aht, int intervals) {
        this.aht = aht;
        columns = new double[valueTypes][intervals];
        present = new BitSet(intervals);
        weights = aht < 0 ? null : new double[intervals];
    }

    /** How much memory an object takes, roughly. */
    static long bytes(int valueTypes, int aht, int intervals) {
        return 160L + (8L * intervals + 24) * (valueTypes + (aht < 0 ? 0 : 1));
    }

    /**
     * Adds a row.
     *
     * @param weight weight of its average handling time, ignored without one
     */
    void add(int interval, double[] values, double weight) {
        present.set(interval);
        for (int i = 0; i < values.length; i++) {
            if (i != aht) {
                columns[i][interval] += values[i];
            }
        }
        if (aht >= 0) {
            if (weight > 0) {
                columns[aht][interval] += values[aht] * weight;
                weights[interval] += weight;
            } else if (values[aht] > 0) {
                addUnweighted(interval, values[aht]);
            }
        }
    }

    /** Makes the page. The sums must not be used afterwards, since their arrays become the page's. */
    CallPage page(QueuePath queue, LocalDay day) {
        if (aht >= 0) {
            double[] means = columns[aht];
            for (int i = present.nextSetBit(0); i >= 0; i = present.nextSetBit(i + 1)) {
                if (weights[i] > 0) {
                    means[i] /= weights[i];
                } else if (unweighted != null && unweightedRows[i] > 0) {
                    means[i] = unweighted[i] / unweightedRows[i];
                }
            }
        }
        return new CallPage(queue, day, columns, present);
    }

    private void addUnweighted(int interval, double value) {
        if (unweighted == null) {
            unweighted = new double[columns[aht].length];
            unweightedRows = new int[columns[aht].length];
        }
        unweighted[interval] += value;
        unweightedRows[interval]++;
    }
}
