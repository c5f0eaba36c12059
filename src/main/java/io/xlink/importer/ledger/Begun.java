package io.xlink.importer.ledger;

import io.xlink.model.ImportKind;
import java.time.LocalDate;
import java.util.Set;

/**
 * An import that begins.
 *
 * @param system name of the external system
 * @param subject tells what is imported from the system's other imports; one that failed and is tried again has the same
 * @param days the local days that it is about, as far as they are known
 * @param mapping tells one state of the mappings and scripts from another; empty when they play no part
 */
public record Begun(
        String system, ImportKind kind, Origin origin, String subject, Set<LocalDate> days, String mapping) {
    public Begun {
        days = Set.copyOf(days);
    }
}
