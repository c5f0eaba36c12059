package io.xlink.source.sql;

/**
 * A statement that has run.
 *
 * @param rows how many came
 * @param millis how long it took, with the reading of its rows
 */
public record RanStatement(SqlStatement statement, long rows, long millis) {}
