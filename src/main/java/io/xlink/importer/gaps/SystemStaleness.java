package io.xlink.importer.gaps;

/**
 * How old the newest data of one external system are.
 *
 * @param system its name
 */
public record SystemStaleness(String system, Staleness staleness) {}
