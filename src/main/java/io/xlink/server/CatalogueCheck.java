package io.xlink.server;

import io.xlink.model.Catalogue;
import io.xlink.model.QueueImport;
import io.xlink.model.ValueColumn;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Decides which columns of an import the server accepts. */
final class CatalogueCheck {
    private static final int MOST_MINUTES = Intervals.DAY;

    /** Local days begin up to 18 hours before or after the UTC day of the same date. */
    private static final int ZONE_MINUTES = 18 * 60;

    private final Map<Integer, Integer> parents = new HashMap<>();
    private final Set<Integer> valueTypes;
    private final Set<String> systems;

    CatalogueCheck(Catalogue catalogue) {
        catalogue.queues().forEach(queue -> parents.put(queue.id(), queue.parent()));
        valueTypes =
                catalogue.valueTypes().stream().map(Catalogue.ValueType::id).collect(Collectors.toUnmodifiableSet());
        systems = Set.copyOf(catalogue.externalSystems());
    }

    /** Id of the parent queue, 0 at the top and for queues that are not in the catalogue (any more). */
    int parent(int queue) {
        return parents.getOrDefault(queue, 0);
    }

    /** Why a column is not stored, in words for an administrator; empty when it is. */
    Optional<String> refusal(QueueImport queueImport, ValueColumn column) {
        if (!systems.contains(queueImport.externalSystem())) {
            return Optional.of("external system " + queueImport.externalSystem() + " is unknown");
        }
        Integer parent = parents.get(column.queue());
        if (parent == null) {
            return Optional.of("queue " + column.queue() + " is unknown");
        }
        if (parent != column.parent()) {
            return Optional.of("queue " + column.queue() + " stands under " + parent + ", not " + column.parent());
        }
        if (!valueTypes.contains(column.valueType())) {
            return Optional.of("value type " + column.valueType() + " is unknown");
        }
        return malformed(queueImport, column);
    }

    /** A server trusts no client with the order that its pages depend on, nor with the number of pages touched. */
    private static Optional<String> malformed(QueueImport queueImport, ValueColumn column) {
        if (column.minutes() < 1 || column.minutes() > MOST_MINUTES) {
            return Optional.of("an interval of " + column.minutes() + " minutes is not 1 to " + MOST_MINUTES);
        }
        long day = queueImport.day().toEpochDay() * Intervals.DAY;
        for (int i = 0; i < column.size(); i++) {
            int start = column.start(i);
            if (start < day - ZONE_MINUTES || start >= day + Intervals.DAY + ZONE_MINUTES) {
                return Optional.of("interval " + utc(start) + " is not of " + queueImport.day());
            }
            if (i > 0 && start - column.start(i - 1) < column.minutes()) {
                return Optional.of("interval " + utc(start) + " is out of order or overlaps the one before");
            }
        }
        return Optional.empty();
    }

    private static Instant utc(int minute) {
        return Instant.ofEpochSecond(minute * 60L);
    }
}
