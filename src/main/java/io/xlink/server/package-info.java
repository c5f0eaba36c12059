/**
 * The reference server without its network: the catalogue ({@code server.yaml}), users and the durable store of call
 * data. No Camel; routes call these classes as beans.
 */
package io.xlink.server;
