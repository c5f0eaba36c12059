package io.xlink.importer.gaps;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.Map;

/**
 * About which intervals of a local day an external system reported anything.
 *
 * @param date the day
 * @param minutes length of an interval, 1 to 1440
 * @param queues for each queue that had data its intervals, counted in elapsed time from the day's start; not to be changed. Its
 *     activities are the queue {@value #ACTIVITIES}
 */
public record KnownDay(LocalDate date, int minutes, Map<String, BitSet> queues) {
    /** Stands for the agents' activities of an external system, which has no queue of that name. */
    public static final String ACTIVITIES = "";

    private static final BitSet NOTHING = new BitSet(0);

    public KnownDay {
        queues = Map.copyOf(queues);
    }

    boolean isEmpty() {
        return queues.values().stream().allMatch(BitSet::isEmpty);
    }

    BitSet of(String queue) {
        return queues.getOrDefault(queue, NOTHING);
    }

    /** The intervals about which any queue reported. */
    BitSet any() {
        if (queues.size() == 1) {
            return queues.values().iterator().next();
        }
        BitSet any = new BitSet();
        queues.values().forEach(any::or);
        return any;
    }
}
