package io.xlink.source.csv;

import io.xlink.model.CallPage;

/**
 * The sums of one queue and local day, by interval and value type. The average handling time is the mean weighted by the
 * calls; where no row has a weight, and without a weight column, it is the plain mean over the rows above 0
 * (specification, section 4).
 *
 * <p>Sums are kept in ints, which almost all exports fit, and become doubles with the first value that has decimals or
 * the first sum that is too large; whole numbers come out the same either way.
 */
final class CallSums implements CallPage.Values {
    private final int valueTypes;
    private final int aht;
    private final int intervals;
    private final int stride;
    /**
     * For each interval its values, the number of rows and, with an average handling time, the weight. Side by side,
     * because a row then touches one line of the processor's cache and not one for each value type. The handling time's
     * sum is of times multiplied by weights while the weight is above 0. Before the first weight it is the plain sum,
     * which that weight makes irrelevant, and the weight is the number of its rows below 0.
     */
    private int[] whole;

    /** The same; null as long as whole numbers do. */
    private double[] cells;

    /** @param aht position of the average handling time among the value types, or -1 */
    CallSums(int valueTypes, int aht, int intervals) {
        this.valueTypes = valueTypes;
        this.aht = aht;
        this.intervals = intervals;
        this.stride = stride(valueTypes, aht);
        this.whole = new int[intervals * stride];
    }

    private CallSums(CallSums copied) {
        this.valueTypes = copied.valueTypes;
        this.aht = copied.aht;
        this.intervals = copied.intervals;
        this.stride = copied.stride;
        this.whole = copied.whole == null ? null : copied.whole.clone();
        this.cells = copied.cells == null ? null : copied.cells.clone();
    }

    /** How many cells an interval has. */
    static int stride(int valueTypes, int aht) {
        return valueTypes + (aht < 0 ? 1 : 2);
    }

    /** How much memory an object of whole numbers takes, roughly. */
    static long bytes(int valueTypes, int aht, int intervals) {
        return 64L + 4L * intervals * stride(valueTypes, aht);
    }

    CallSums copy() {
        return new CallSums(this);
    }

    /** The same intervals, with nothing but zeros. */
    CallSums zeros() {
        CallSums zeros = new CallSums(valueTypes, aht, intervals);
        for (int i = 0; i < intervals; i++) {
            zeros.whole[i * stride + valueTypes] = has(i) ? 1 : 0;
        }
        return zeros;
    }

    boolean isWhole() {
        return cells == null;
    }

    /**
     * Adds a row, unless that takes doubles: then nothing is changed, and false is returned.
     *
     * @param weight weight of its average handling time, ignored without one; not negative
     */
    boolean addWhole(int interval, int[] values, int weight) {
        int[] sums = whole;
        if (sums == null) {
            return false;
        }
        int cell = interval * stride;
        int rows = cell + valueTypes;
        if (aht >= 0) {
            long time = sums[cell + aht];
            long weights = sums[rows + 1];
            if (weight > 0) {
                time = (weights > 0 ? time : 0) + (long) values[aht] * weight;
                weights = Math.max(weights, 0) + weight;
            } else if (values[aht] > 0 && weights <= 0) {
                time += values[aht];
                weights--;
            }
            if ((int) time != time || (int) weights != weights || !addCounts(sums, cell, values)) {
                return false;
            }
            sums[cell + aht] = (int) time;
            sums[rows + 1] = (int) weights;
            return true;
        }
        return addCounts(sums, cell, values);
    }

    /** Adds all but the handling time, and the row; false when a sum overflows. */
    private boolean addCounts(int[] sums, int cell, int[] values) {
        int overflow = 0;
        for (int i = 0; i < valueTypes; i++) {
            if (i != aht) {
                int sum = sums[cell + i] + values[i];
                overflow |= (sums[cell + i] ^ sum) & (values[i] ^ sum);
                sums[cell + i] = sum;
            }
        }
        overflow |= ++sums[cell + valueTypes];
        if (overflow >= 0) {
            return true;
        }
        // Arithmetic modulo 2^32 takes back exactly what it added.
        for (int i = 0; i < valueTypes; i++) {
            if (i != aht) {
                sums[cell + i] -= values[i];
            }
        }
        sums[cell + valueTypes]--;
        return false;
    }

    /** Makes doubles of the sums, which take twice the memory. */
    void widen() {
        if (cells == null) {
            cells = new double[whole.length];
            for (int i = 0; i < whole.length; i++) {
                cells[i] = whole[i];
            }
            whole = null;
        }
    }

    /** Adds a row to doubles. */
    void add(int interval, double[] values, double weight) {
        int cell = interval * stride;
        int rows = cell + valueTypes;
        cells[rows]++;
        for (int i = 0; i < valueTypes; i++) {
            if (i != aht) {
                cells[cell + i] += values[i];
            }
        }
        if (aht < 0) {
            return;
        }
        if (weight > 0) {
            boolean first = cells[rows + 1] <= 0;
            cells[cell + aht] = (first ? 0 : cells[cell + aht]) + values[aht] * weight;
            cells[rows + 1] = (first ? 0 : cells[rows + 1]) + weight;
        } else if (values[aht] > 0 && cells[rows + 1] <= 0) {
            cells[cell + aht] += values[aht];
            cells[rows + 1]--;
        }
    }

    /** Adds the sums of other rows of the same queue and day. */
    void merge(CallSums other) {
        if (cells == null && other.cells == null && mergeWhole(other)) {
            return;
        }
        widen();
        for (int cell = 0; cell < cells.length; cell += stride) {
            for (int i = cell; i <= cell + valueTypes; i++) {
                if (i != cell + aht) {
                    cells[i] += other.cell(i);
                }
            }
            if (aht >= 0) {
                mergeTime(cell + aht, cell + valueTypes + 1, other);
            }
        }
    }

    private void mergeTime(int time, int weight, CallSums other) {
        double weights = other.cell(weight);
        if (cells[weight] > 0 == weights > 0) {
            cells[time] += other.cell(time);
            cells[weight] += weights;
        } else if (weights > 0) {
            cells[time] = other.cell(time);
            cells[weight] = weights;
        }
    }

    /** False, and nothing changed, when a sum overflows. */
    private boolean mergeWhole(CallSums other) {
        int[] sums = whole.clone();
        for (int cell = 0; cell < sums.length; cell += stride) {
            long weight = 0;
            long otherWeight = 0;
            if (aht >= 0) {
                weight = sums[cell + valueTypes + 1];
                otherWeight = other.whole[cell + valueTypes + 1];
            }
            for (int i = cell; i < cell + stride; i++) {
                boolean ofTime = i == cell + aht && aht >= 0 || i == cell + valueTypes + 1;
                long mine = ofTime && weight <= 0 && otherWeight > 0 ? 0 : sums[i];
                long its = ofTime && otherWeight <= 0 && weight > 0 ? 0 : other.whole[i];
                if ((int) (mine + its) != mine + its) {
                    return false;
                }
                sums[i] = (int) (mine + its);
            }
        }
        whole = sums;
        return true;
    }

    @Override
    public int intervals() {
        return intervals;
    }

    @Override
    public boolean has(int interval) {
        return cell(interval * stride + valueTypes) > 0;
    }

    @Override
    public double value(int valueType, int interval) {
        double sum = cell(interval * stride + valueType);
        if (valueType != aht) {
            return sum;
        }
        double weight = cell(interval * stride + valueTypes + 1);
        return weight == 0 ? 0 : sum / Math.abs(weight);
    }

    /** The n-th sum as it is kept, for storing it. */
    double cell(int n) {
        return cells == null ? whole[n] : cells[n];
    }

    /** Puts a stored sum back. */
    void restore(int n, double sum) {
        if (cells == null && (int) sum == sum) {
            whole[n] = (int) sum;
        } else {
            widen();
            cells[n] = sum;
        }
    }
}
