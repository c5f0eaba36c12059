/**
 * A second Enable Basic, written after docs/enable-basic.md and after nothing else: slow, plain, and without a line in
 * common with the compiler. It takes correct scripts only; whoever wants errors of scripts told asks the compiler.
 */
package io.xlink.acdmap.basic.naive;
