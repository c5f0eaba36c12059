package io.xlink.model;

import java.util.List;
import java.util.UUID;

/**
 * A server's word that an import is durably stored.
 *
 * @param importId id of the import
 * @param stored number of entries stored: interval values or activities
 * @param rejected what was not stored, and why; everything else was
 */
public record Receipt(UUID importId, long stored, List<Rejected> rejected) {
    public Receipt {
        rejected = List.copyOf(rejected);
    }

    /** Number of entries that were not stored. */
    public long rejectedValues() {
        return rejected.stream().mapToLong(Rejected::values).sum();
    }

    /** What the server does not accept. */
    public sealed interface Rejected permits RejectedColumn, RejectedActivities {

        /** Number of entries concerned: interval values or activities. */
        long values();

        /** What is wrong with them, for an administrator to read. */
        String reason();
    }

    /**
     * A column of call data that the server does not accept.
     *
     * @param queue id of the queue
     * @param valueType id of the value type
     */
    public record RejectedColumn(int queue, int valueType, long values, String reason) implements Rejected {}

    /**
     * Activities that the server does not accept.
     *
     * @param agent external id of the agent
     * @param activity the external activity; empty when nothing that the import says of the agent is accepted
     */
    public record RejectedActivities(String agent, String activity, long values, String reason) implements Rejected {}
}
