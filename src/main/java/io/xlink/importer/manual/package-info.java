/**
 * Imports by hand (specification, section 6): what is asked for, what is told of it, and how the command and a running
 * importer find each other through the data directory.
 */
package io.xlink.importer.manual;
