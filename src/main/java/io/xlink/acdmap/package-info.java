/** {@code acd_map.ini}: which queues and value types of external systems make up which of a server. */
package io.xlink.acdmap;
