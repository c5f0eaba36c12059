package io.xlink.importer;

import io.xlink.source.csv.CsvActivityResult;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file of activities that was read.
 *
 * @param stamp its state when reading began
 * @param result what was read
 * @param rejects where the rows are that could not be used; empty when there are none
 */
record ActivityFile(FileStamp stamp, CsvActivityResult result, Optional<Path> rejects) {}
