/** Copies of configuration and state in one file, and the way back. */
package io.xlink.backup;
