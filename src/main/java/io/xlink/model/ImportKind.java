package io.xlink.model;

/** The two kinds of data that are imported (specification, section 1). */
public enum ImportKind {
    /** PhoneLink: contact data by queue, value type and interval. */
    CALL_DATA,
    /** TimeLink: what agents did from when to when. */
    ACTIVITIES
}
