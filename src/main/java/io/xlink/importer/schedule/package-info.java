/** Which days are imported when (specification, section 6): computes, and touches no clock, database or route itself. */
package io.xlink.importer.schedule;
