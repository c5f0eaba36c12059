/** Finds the database that a section's {@code Source} names, and keeps connections to it (specification, section 5). */
package io.xlink.source.jdbc;
