/** The ledger: what every import read, what the servers answered, and what went wrong. */
package io.xlink.importer.ledger;
