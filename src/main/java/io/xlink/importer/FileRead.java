package io.xlink.importer;

import io.xlink.source.csv.CsvCallResult;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file that was read but not yet delivered.
 *
 * @param result what was read
 * @param rejects where the rows are that could not be used; empty when there are none
 */
record FileRead(CsvCallResult result, Optional<Path> rejects) {}
