/** Looks at a whole installation and says everything that is amiss with it ({@code xlink check}). Changes nothing. */
package io.xlink.check;
