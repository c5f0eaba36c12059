/** Which intervals are expected to have data, which of them have none, and how old the newest are; computes only. */
package io.xlink.importer.gaps;
