/**
 * The CSV interface (specification, section 4): a file is read in one streaming step, its rows are summed into intervals,
 * and what cannot be used is set aside with file, line, column and reason.
 */
package io.xlink.source.csv;
