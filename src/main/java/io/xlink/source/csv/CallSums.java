package io.xlink.source.csv;

import io.xlink.model.CallPage;

/**
 * The sums of one queue and local day, by interval and value type. The average handling time is the mean weighted by the
 * calls; where no row has a weight, and without a weight column, it is the plain mean over the rows above 0
 * (specification, section 4).
 *
 * <p>Sums are kept in ints, which almost all exports fit, and become doubles with the first value that has decimals or
 * the first sum that is too large; whole numbers come out the same either way. A day is kept in blocks of {@link #BLOCK}
 * intervals, since most queues are silent for half of it.
 */
final class CallSums implements CallPage.Values {
    /** Intervals of a block, a power of 2. */
    static final int BLOCK = 16;

    /** More than any day has. */
    static final int MOST_BLOCKS = 16;

    private static final int SHIFT = 4;

    private final int valueTypes;
    private final int aht;
    private final int intervals;
    private final int stride;
    /**
     * By block, null where there is nothing: for each interval its values, the number of rows and, with an average
     * handling time, the weight. Side by side, because a row then touches one line of the processor's cache and not one
     * for each value type. The handling time's sum is of times multiplied by weights while the weight is above 0. Before
     * the first weight it is the plain sum, which that weight makes irrelevant, and the weight is the number of its rows
     * below 0.
     */
    private final int[][] whole;

    /** The same for blocks that need it, which are null above; null as long as whole numbers do. */
    private double[][] wide;

    /** @param aht position of the average handling time among the value types, or -1 */
    CallSums(int valueTypes, int aht, int intervals) {
        this.valueTypes = valueTypes;
        this.aht = aht;
        this.intervals = intervals;
        this.stride = stride(valueTypes, aht);
        this.whole = new int[(intervals + BLOCK - 1) >>> SHIFT][];
    }

    private CallSums(CallSums copied) {
        this(copied.valueTypes, copied.aht, copied.intervals);
        for (int i = 0; i < whole.length; i++) {
            whole[i] = copied.whole[i] == null ? null : copied.whole[i].clone();
            if (copied.isWide(i)) {
                wide()[i] = copied.wide[i].clone();
            }
        }
    }

    /** How many cells an interval has. */
    static int stride(int valueTypes, int aht) {
        return valueTypes + (aht < 0 ? 1 : 2);
    }

    /** How much memory an object without blocks takes, roughly. */
    static long bytes(int intervals) {
        return 80L + intervals / BLOCK * 4L;
    }

    /** How much memory a block of ints takes; one of doubles takes twice as much. */
    static long blockBytes(int valueTypes, int aht) {
        return 16L + 4L * BLOCK * stride(valueTypes, aht);
    }

    CallSums copy() {
        return new CallSums(this);
    }

    /** The same intervals, with nothing but zeros. */
    CallSums zeros() {
        CallSums zeros = new CallSums(valueTypes, aht, intervals);
        for (int i = 0; i < intervals; i++) {
            if (has(i)) {
                zeros.restore(i, valueTypes, 1);
            }
        }
        return zeros;
    }

    /** Whether an interval lies in a block that is there already. */
    boolean hasBlock(int interval) {
        int block = interval >>> SHIFT;
        return whole[block] != null || isWide(block);
    }

    /** Makes the block of an interval, which is not there yet. */
    void addBlock(int interval) {
        whole[interval >>> SHIFT] = new int[BLOCK * stride];
    }

    /** Whether an interval lies in a block of doubles. */
    boolean isWideAt(int interval) {
        return isWide(interval >>> SHIFT);
    }

    private boolean isWide(int block) {
        return wide != null && wide[block] != null;
    }

    private double[][] wide() {
        if (wide == null) {
            wide = new double[whole.length][];
        }
        return wide;
    }

    /** The block of an interval, for {@link #addWhole}; null when there is none, or it is one of doubles. */
    int[] block(int interval) {
        return whole[interval >>> SHIFT];
    }

    /**
     * Adds a row to a block of a page with these value types, unless that takes doubles: then nothing is changed, and
     * false is returned.
     *
     * @param weight weight of its average handling time, ignored without one; not negative
     */
    static boolean addWhole(int[] sums, int interval, int[] values, int weight, int valueTypes, int aht) {
        int cell = (interval & BLOCK - 1) * stride(valueTypes, aht);
        if (aht < 0) {
            return addCounts(sums, cell, values, valueTypes, aht);
        }
        int rows = cell + valueTypes;
        long time = sums[cell + aht];
        long weights = sums[rows + 1];
        if (weight > 0) {
            long product = (long) values[aht] * weight;
            time = weights > 0 ? time + product : product;
            weights = weights > 0 ? weights + weight : weight;
        } else if (values[aht] > 0 && weights <= 0) {
            time += values[aht];
            weights--;
        }
        if ((int) time != time || (int) weights != weights || !addCounts(sums, cell, values, valueTypes, aht)) {
            return false;
        }
        sums[cell + aht] = (int) time;
        sums[rows + 1] = (int) weights;
        return true;
    }

    /** Adds all but the handling time, and the row; false when a sum overflows. */
    private static boolean addCounts(int[] sums, int cell, int[] values, int valueTypes, int aht) {
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

    /** Makes doubles of the block of an interval, which take twice the memory. */
    void widen(int interval) {
        int block = interval >>> SHIFT;
        if (isWide(block)) {
            return;
        }
        double[] sums = new double[BLOCK * stride];
        for (int i = 0; whole[block] != null && i < sums.length; i++) {
            sums[i] = whole[block][i];
        }
        wide()[block] = sums;
        whole[block] = null;
    }

    /** Adds a row to a block of doubles. */
    void add(int interval, double[] values, double weight) {
        double[] sums = wide[interval >>> SHIFT];
        int cell = (interval & BLOCK - 1) * stride;
        int rows = cell + valueTypes;
        sums[rows]++;
        for (int i = 0; i < valueTypes; i++) {
            if (i != aht) {
                sums[cell + i] += values[i];
            }
        }
        if (aht < 0) {
            return;
        }
        if (weight > 0) {
            boolean first = sums[rows + 1] <= 0;
            sums[cell + aht] = (first ? 0 : sums[cell + aht]) + values[aht] * weight;
            sums[rows + 1] = (first ? 0 : sums[rows + 1]) + weight;
        } else if (values[aht] > 0 && sums[rows + 1] <= 0) {
            sums[cell + aht] += values[aht];
            sums[rows + 1]--;
        }
    }

    /** Adds the sums of other rows of the same queue and day, and may keep parts of them. */
    void merge(CallSums other) {
        for (int block = 0; block < whole.length; block++) {
            int first = block << SHIFT;
            if (!other.hasBlock(first)) {
                continue;
            }
            if (!hasBlock(first)) {
                whole[block] = other.whole[block];
                if (other.isWide(block)) {
                    wide()[block] = other.wide[block];
                }
            } else if (isWide(block) || other.isWide(block) || !mergeWhole(block, other.whole[block])) {
                widen(first);
                mergeWide(wide[block], block, other);
            }
        }
    }

    private void mergeWide(double[] sums, int block, CallSums other) {
        for (int cell = 0; cell < sums.length; cell += stride) {
            for (int i = cell; i <= cell + valueTypes; i++) {
                if (i != cell + aht) {
                    sums[i] += other.cell(block, i);
                }
            }
            if (aht < 0) {
                continue;
            }
            int time = cell + aht;
            int weight = cell + valueTypes + 1;
            double weights = other.cell(block, weight);
            if (sums[weight] > 0 == weights > 0) {
                sums[time] += other.cell(block, time);
                sums[weight] += weights;
            } else if (weights > 0) {
                sums[time] = other.cell(block, time);
                sums[weight] = weights;
            }
        }
    }

    /** False, and nothing changed, when a sum overflows. */
    private boolean mergeWhole(int block, int[] others) {
        int[] sums = whole[block].clone();
        for (int cell = 0; cell < sums.length; cell += stride) {
            long weight = aht < 0 ? 0 : sums[cell + valueTypes + 1];
            long otherWeight = aht < 0 ? 0 : others[cell + valueTypes + 1];
            for (int i = cell; i < cell + stride; i++) {
                boolean ofTime = aht >= 0 && (i == cell + aht || i == cell + valueTypes + 1);
                long mine = ofTime && weight <= 0 && otherWeight > 0 ? 0 : sums[i];
                long its = ofTime && otherWeight <= 0 && weight > 0 ? 0 : others[i];
                if ((int) (mine + its) != mine + its) {
                    return false;
                }
                sums[i] = (int) (mine + its);
            }
        }
        whole[block] = sums;
        return true;
    }

    @Override
    public int intervals() {
        return intervals;
    }

    @Override
    public boolean has(int interval) {
        return sum(interval, valueTypes) > 0;
    }

    @Override
    public double value(int valueType, int interval) {
        double sum = sum(interval, valueType);
        if (valueType != aht) {
            return sum;
        }
        double weight = sum(interval, valueTypes + 1);
        return weight == 0 ? 0 : sum / Math.abs(weight);
    }

    /** One of the sums of an interval as it is kept, for storing it; 0 where there is nothing. */
    double sum(int interval, int n) {
        return cell(interval >>> SHIFT, (interval & BLOCK - 1) * stride + n);
    }

    private double cell(int block, int n) {
        int[] sums = whole[block];
        if (sums != null) {
            return sums[n];
        }
        return isWide(block) ? wide[block][n] : 0;
    }

    /** Puts a stored sum back. */
    void restore(int interval, int n, double sum) {
        if (!hasBlock(interval)) {
            addBlock(interval);
        }
        int block = interval >>> SHIFT;
        int cell = (interval & BLOCK - 1) * stride + n;
        if (whole[block] != null && (int) sum == sum) {
            whole[block][cell] = (int) sum;
        } else {
            widen(interval);
            wide[block][cell] = sum;
        }
    }
}
