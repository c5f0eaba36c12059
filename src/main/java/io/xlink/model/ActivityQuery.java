package io.xlink.model;

/**
 * Asks a server for one slice of the activities that it holds.
 *
 * @param fromSecond first start, inclusive, in seconds since 1970-01-01T00:00Z
 * @param toSecond last start, exclusive
 * @param cursor empty for the first slice, then {@link ActivitySlice#next} of the slice before; its content is the
 *     server's own affair
 */
public record ActivityQuery(long fromSecond, long toSecond, String cursor) {}
