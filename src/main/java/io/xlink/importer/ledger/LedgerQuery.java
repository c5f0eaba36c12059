package io.xlink.importer.ledger;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Which imports are asked for.
 *
 * @param troubleOnly only those that failed, or left something out
 * @param day only those that are about this local day
 * @param system only those of this external system
 * @param most at most so many, the newest; from 1
 */
public record LedgerQuery(boolean troubleOnly, Optional<LocalDate> day, Optional<String> system, int most) {}
