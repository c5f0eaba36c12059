package io.xlink.source.csv;

/**
 * What decides how long an activity lasts; the numbers of {@code ActivityTimeSpanType} stand for these, in this order
 * (specification, section 4).
 */
public enum ActivitySpan {
    /** The row says how long. */
    START_AND_DURATION,
    /** The row says until when. */
    START_AND_END,
    /** The agent's next activity ends it. */
    START_ONLY
}
