/** The values that travel through an import: what was read, what is delivered, what was stored. No I/O, no Camel. */
package io.xlink.model;
