package io.xlink.acdmap;

import io.xlink.acdmap.basic.Script;
import io.xlink.model.QueuePath;
import io.xlink.model.Target;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The mappings of one external system with names replaced by numbers, so that they are looked up once for each page and
 * not once for each value. Built once, then only read.
 */
final class SystemPlan {
    private final String system;
    private final Map<QueuePath, Integer> queues = new LinkedHashMap<>();
    private final Map<String, Integer> valueTypes = new LinkedHashMap<>();
    private final Map<String, List<TargetPlan>> servers = new LinkedHashMap<>();
    private final Map<Integer, Set<Target>> byQueue = new HashMap<>();
    private final Set<SourcePlan> shared = new LinkedHashSet<>();

    /**
     * A source of a target.
     *
     * @param source its names
     * @param queue number of its queue in this plan, or {@link #ELSEWHERE} when another system reports it
     * @param valueType number of its value type in this plan; without meaning elsewhere
     */
    record SourcePlan(Source source, int queue, int valueType) {
        static final int ELSEWHERE = -1;

        boolean isOwn() {
            return queue != ELSEWHERE;
        }
    }

    /**
     * A target that this system contributes to.
     *
     * @param sources in the order of the file, which is that of a script's Paras
     * @param script what computes it; empty when the sources are summed
     */
    record TargetPlan(Target target, List<SourcePlan> sources, Optional<Script> script) {
        TargetPlan {
            sources = List.copyOf(sources);
        }

        /** Whether other external systems contribute too. */
        boolean isShared() {
            return sources.stream().anyMatch(source -> !source.isOwn());
        }
    }

    SystemPlan(String system) {
        this.system = system;
    }

    /** Notes that a mapping uses the source, whether or not its target can be computed. */
    void use(Source source) {
        queues.putIfAbsent(source.path(), queues.size());
        valueTypes.putIfAbsent(source.valueType(), valueTypes.size());
    }

    /** Adds a target with its script, if it has one; those of its sources that belong to this system have all been used. */
    void add(Mapping mapping, Optional<Script> script) {
        TargetPlan plan = new TargetPlan(
                mapping.target(), mapping.sources().stream().map(this::plan).toList(), script);
        servers.computeIfAbsent(mapping.target().server(), s -> new ArrayList<>())
                .add(plan);
        plan.sources().stream()
                .filter(SourcePlan::isOwn)
                .forEach(source -> byQueue.computeIfAbsent(source.queue(), q -> new LinkedHashSet<>())
                        .add(plan.target()));
        if (plan.isShared()) {
            plan.sources().stream().filter(SourcePlan::isOwn).forEach(shared::add);
        }
    }

    private SourcePlan plan(Source source) {
        return source.system().equals(system)
                ? new SourcePlan(source, queues.get(source.path()), valueTypes.get(source.valueType()))
                : new SourcePlan(source, SourcePlan.ELSEWHERE, SourcePlan.ELSEWHERE);
    }

    /** Queues that a mapping uses, with their numbers. */
    Map<QueuePath, Integer> queues() {
        return queues;
    }

    /** The targets to which a queue contributes, as far as they are not left out; empty when no mapping uses it. */
    Set<Target> targets(QueuePath queue) {
        Integer number = queues.get(queue);
        return number == null ? Set.of() : byQueue.getOrDefault(number, Set.of());
    }

    /** Value types that a mapping uses, with their numbers. */
    Map<String, Integer> valueTypes() {
        return valueTypes;
    }

    /** The targets of each server, both in the order of the file. */
    Map<String, List<TargetPlan>> servers() {
        return servers;
    }

    /** This system's sources of targets to which other systems contribute too. */
    Set<SourcePlan> shared() {
        return shared;
    }
}
