package io.xlink.importer;

import io.xlink.source.csv.CallTotals;
import java.util.Optional;

/**
 * What one file adds to the figures of its external system where the key {@code Overlap} is {@code sum}.
 *
 * @param file its path within the watched folder, by which a later file replaces it
 * @param content what tells its bytes from others, {@link FileContent}
 * @param totals what its rows add up to; empty when a file with the same content counts already
 */
record Contribution(String file, String content, Optional<CallTotals> totals) {}
