package io.xlink.importer;

import io.xlink.source.csv.CallTotals;

/**
 * What one file adds to the figures of its external system where the key {@code Overlap} is {@code sum}.
 *
 * @param file its path within the watched folder, by which a later file replaces it
 * @param content check sum of its bytes
 * @param totals what its rows add up to
 */
record Contribution(String file, String content, CallTotals totals) {}
