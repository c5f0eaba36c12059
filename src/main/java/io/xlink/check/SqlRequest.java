package io.xlink.check;

import java.time.LocalDate;
import java.util.Optional;

/**
 * That statements for databases are to be shown.
 *
 * @param day the local day that they are about; today when it is empty
 * @param explain whether they are to run
 */
public record SqlRequest(Optional<LocalDate> day, boolean explain) {}
