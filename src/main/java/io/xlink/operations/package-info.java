/** How a running importer is watched: health and metrics over HTTP. */
package io.xlink.operations;
