package io.xlink.model;

import java.util.List;

/**
 * Where a queue stands in the tree of an external system: group, sub group and so on (specification, section 3,
 * acd_map.ini). Names are case-sensitive.
 *
 * @param parts one or more names, outermost first
 */
public record QueuePath(List<String> parts) {

    public QueuePath {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("a queue path has at least one part");
        }
    }

    public static QueuePath of(String... parts) {
        return new QueuePath(List.of(parts));
    }

    /** The notation of acd_map.ini: {@code Service:Sales}. */
    @Override
    public String toString() {
        return String.join(":", parts);
    }
}
