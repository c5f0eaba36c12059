/** Which intervals had data, which are expected to have some, which of those have none, and how old the newest are. */
package io.xlink.importer.gaps;
