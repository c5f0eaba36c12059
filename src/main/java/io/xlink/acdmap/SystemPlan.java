package io.xlink.acdmap;

import io.xlink.model.QueuePath;
import io.xlink.model.Target;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The mappings of one external system with names replaced by numbers, so that they are looked up once for each page and
 * not once for each value. Built once, then only read.
 */
final class SystemPlan {
    private final Map<QueuePath, Integer> queues = new LinkedHashMap<>();
    private final Map<String, Integer> valueTypes = new LinkedHashMap<>();
    private final Map<String, List<TargetPlan>> servers = new LinkedHashMap<>();

    /**
     * A target that this system's data alone make up.
     *
     * @param queues numbers of its sources' queues
     * @param valueTypes numbers of its sources' value types, in the same order
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record TargetPlan(Target target, int[] queues, int[] valueTypes) {}

    /** Notes that a mapping uses the source, whether or not its target can be computed. */
    void use(Source source) {
        queues.putIfAbsent(source.path(), queues.size());
        valueTypes.putIfAbsent(source.valueType(), valueTypes.size());
    }

    /** Adds a target whose sources have all been used. */
    void add(Mapping mapping) {
        int[] queueNumbers =
                mapping.sources().stream().mapToInt(s -> queues.get(s.path())).toArray();
        int[] valueTypeNumbers = mapping.sources().stream()
                .mapToInt(s -> valueTypes.get(s.valueType()))
                .toArray();
        servers.computeIfAbsent(mapping.target().server(), s -> new ArrayList<>())
                .add(new TargetPlan(mapping.target(), queueNumbers, valueTypeNumbers));
    }

    /** Queues that a mapping uses, with their numbers. */
    Map<QueuePath, Integer> queues() {
        return queues;
    }

    /** Value types that a mapping uses, with their numbers. */
    Map<String, Integer> valueTypes() {
        return valueTypes;
    }

    /** The targets of each server, both in the order of the file. */
    Map<String, List<TargetPlan>> servers() {
        return servers;
    }
}
