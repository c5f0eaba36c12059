/** A network that misbehaves on purpose: test tools that know nothing of any protocol. */
package io.xlink.tcp;
