package io.xlink.importer.ledger;

import java.time.Instant;
import java.util.Optional;

/**
 * A file that was read.
 *
 * @param path absolute path
 * @param size in bytes
 * @param modified when it was written last
 * @param sha256 check sum of its bytes, in hexadecimal digits; empty when it was not to be had
 * @param rows rows that were read
 * @param rejected rows of them that are not part of the figures
 */
public record ReadFile(String path, long size, Instant modified, Optional<String> sha256, long rows, long rejected) {}
