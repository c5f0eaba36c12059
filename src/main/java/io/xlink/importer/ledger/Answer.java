package io.xlink.importer.ledger;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A server's receipt for one day.
 *
 * @param importId the id under which it was sent
 * @param stored interval values or activities that it stored
 * @param refused those that it did not
 */
public record Answer(String server, LocalDate day, UUID importId, long stored, long refused) {}
