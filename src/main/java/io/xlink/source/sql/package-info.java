/** The Universal interface (specification, section 5): call data and activities in a database, read over JDBC. */
package io.xlink.source.sql;
