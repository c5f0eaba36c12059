package io.xlink.model;

/**
 * Asks a server for one slice of the call data that it holds.
 *
 * @param fromMinute first interval start, inclusive, in minutes since 1970-01-01T00:00Z
 * @param toMinute last interval start, exclusive
 * @param cursor empty for the first slice, then {@link ExportSlice#next} of the slice before; its content is the
 *     server's own affair
 */
public record ExportQuery(int fromMinute, int toMinute, String cursor) {}
