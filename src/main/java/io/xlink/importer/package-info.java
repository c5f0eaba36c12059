/** The importer: watches the sources of an installation, delivers what they say, and remembers what was delivered. */
package io.xlink.importer;
