package io.xlink.source.odbc;

/**
 * What answered a login.
 *
 * @param name the product as its driver calls it, such as {@code PostgreSQL}
 * @param version as its driver writes it
 */
public record Database(String name, String version) {}
