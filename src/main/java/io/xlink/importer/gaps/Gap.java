package io.xlink.importer.gaps;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Consecutive intervals of one day that were expected to have data and have none.
 *
 * @param queue empty when the external system delivered nothing at all on that day
 * @param day the local day
 * @param from when the first of them begins
 * @param to when the last of them ends
 * @param minutes length of an interval
 * @param intervals how many of them were expected; of a whole day those between {@code from} and {@code to} that were
 */
public record Gap(Optional<String> queue, LocalDate day, Instant from, Instant to, int minutes, int intervals) {}
