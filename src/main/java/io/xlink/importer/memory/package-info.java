/** The importer's embedded database: the file {@code importer.db} in the data directory, and changes of it that are made whole. */
package io.xlink.importer.memory;
