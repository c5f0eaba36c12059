/** Databases by ODBC: where data sources are defined, and the calls of the machine's driver manager. */
package io.xlink.source.odbc;
