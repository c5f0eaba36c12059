package io.xlink.source.sql;

/** How a database holds the time of a row, as it declares the column. */
enum TimeForm {
    /** Date and time of a clock. */
    WALL_CLOCK,
    /** Date and time with a zone. */
    INSTANT,
    /** Seconds since 1970-01-01T00:00Z. */
    UNIX_SECONDS,
    /** Text that begins with the year or is written in a pattern. */
    TEXT,
    /** The date, and in another column the time of day. */
    DATE_AND_TIME
}
