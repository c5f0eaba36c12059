package io.xlink.acdmap;

import java.time.LocalDate;

/**
 * What one source reported about one day, kept because its target has sources of other external systems too.
 *
 * @param source the source
 * @param day the local day
 * @param interval length of an interval in minutes
 * @param values by interval of the day, in elapsed time from its start; NaN where nothing was reported. Callers leave the
 *     array alone
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record SharedColumn(Source source, LocalDate day, int interval, double[] values) {

    /** This column where it reports anything, the earlier one of the same intervals everywhere else. */
    public SharedColumn over(SharedColumn earlier) {
        if (earlier.interval != interval || earlier.values.length != values.length) {
            return this; // The configuration changed: what was reported before means other intervals.
        }
        double[] joined = values.clone();
        for (int i = 0; i < joined.length; i++) {
            if (Double.isNaN(joined[i])) {
                joined[i] = earlier.values[i];
            }
        }
        return new SharedColumn(source, day, interval, joined);
    }
}
