package io.xlink.model;

import java.util.List;
import java.util.UUID;

/**
 * A server's word that an import is durably stored.
 *
 * @param importId id of the import
 * @param stored number of interval values stored
 * @param rejected what was not stored, and why; everything else was
 */
public record Receipt(UUID importId, long stored, List<Rejected> rejected) {
    public Receipt {
        rejected = List.copyOf(rejected);
    }

    /** Number of interval values that were not stored. */
    public long rejectedValues() {
        return rejected.stream().mapToLong(Rejected::values).sum();
    }

    /**
     * A column that the server does not accept.
     *
     * @param queue id of the queue
     * @param valueType id of the value type
     * @param values number of interval values concerned
     * @param reason what is wrong with it, for an administrator to read
     */
    public record Rejected(int queue, int valueType, long values, String reason) {}
}
