package io.xlink.cli;

/**
 * Sums of one queue.
 *
 * @param intervals number of intervals
 * @param offered calls offered
 * @param handled calls handled
 * @param aht sum of the average handling times of all intervals, in seconds
 * @param talk handling time of all calls handled, in seconds
 */
record DemoTotals(long intervals, long offered, long handled, long aht, long talk) {
    static final DemoTotals NONE = new DemoTotals(0, 0, 0, 0, 0);

    /** The totals of one interval. */
    static DemoTotals of(long offered, long handled, long aht) {
        return new DemoTotals(1, offered, handled, aht, handled * aht);
    }

    DemoTotals plus(DemoTotals other) {
        return new DemoTotals(
                intervals + other.intervals,
                offered + other.offered,
                handled + other.handled,
                aht + other.aht,
                talk + other.talk);
    }

    /** Average handling time of a call in seconds. */
    double averageHandlingTime() {
        return handled == 0 ? 0 : (double) talk / handled;
    }
}
