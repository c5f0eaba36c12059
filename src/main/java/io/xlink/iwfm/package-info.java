/** The Camel component {@code iwfm}: delivers imports to a server (producer) and receives them (consumer). */
package io.xlink.iwfm;
