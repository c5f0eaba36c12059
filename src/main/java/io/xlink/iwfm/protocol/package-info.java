/**
 * The iwfm protocol: messages, codec, login, session, reconnect. Netty and protobuf, no Camel; {@code
 * docs/iwfm-protocol.md} is the normative text.
 */
package io.xlink.iwfm.protocol;
