package io.xlink.importer.ledger;

/**
 * A statement that a database was asked.
 *
 * @param text SQL, with a question mark for each parameter
 * @param rows rows that came
 */
public record RanQuery(String text, long rows) {}
