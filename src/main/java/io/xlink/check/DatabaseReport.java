package io.xlink.check;

import java.util.Optional;

/**
 * How a login at a database ended.
 *
 * @param system the external system's name
 * @param source name of the data source; empty when the section has none
 * @param product what let us in, with its version; empty when nothing did
 */
public record DatabaseReport(String system, String source, Optional<String> product) {}
