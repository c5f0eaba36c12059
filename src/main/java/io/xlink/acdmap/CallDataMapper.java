package io.xlink.acdmap;

import io.xlink.config.Problem;
import io.xlink.model.CallPage;
import io.xlink.model.CallTable;
import io.xlink.model.QueueImport;
import io.xlink.model.QueuePath;
import io.xlink.model.Target;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Turns call data of an external system into imports for the servers, as acd_map.ini says (specification, section 3).
 * Each target is what its script computes, or else the sum of its sources times 100, decimals truncated; a result within 1e-6 of a whole number is that
 * number, so that binary fractions cost no hundredth. An interval is delivered when at least one source of the target
 * has data in it; the other sources then count 0. When sources belong to several external systems, each of them brings
 * the target up to date in the intervals that it reports. Immutable: one mapper serves all threads.
 */
public final class CallDataMapper {
    private final AcdMap map;
    private final Map<String, SystemPlan> plans;
    private final SharedCalls shared;
    private final Optional<Clock> zeros;
    private final List<Problem> warnings;
    private final String version;

    /**
     * @param scripts the scripts that the map names
     * @param shared the memory for targets that several external systems make up
     */
    public CallDataMapper(AcdMap map, ImportScripts scripts, SharedCalls shared) {
        this(map, scripts, shared, Optional.empty());
    }

    /**
     * @param zeros when intervals without data are delivered as 0 too ({@code WriteAlways}): the clock that says which
     *     intervals are over
     */
    public CallDataMapper(AcdMap map, ImportScripts scripts, SharedCalls shared, Optional<Clock> zeros) {
        PlanBuilder builder = new PlanBuilder(map, scripts);
        this.map = map;
        this.shared = shared;
        this.zeros = zeros;
        this.plans = builder.plans();
        this.warnings = List.copyOf(builder.warnings());
        this.version = MapVersion.of(map.file(), scripts.files());
    }

    /**
     * Targets that are left out, because what would be delivered for them replaces the right figures on the server: those
     * whose script cannot be used or reads more Paras than there are sources, and those mapped under several parents. To
     * be logged once, at start; what the file itself holds amiss stands in {@link AcdMap#warnings}.
     */
    public List<Problem> warnings() {
        return warnings;
    }

    /** Tells this state of the mappings and their scripts from others; the same for the same files. */
    public String version() {
        return version;
    }

    /** What {@link #warnings} would say, without anything being mapped. */
    public static List<Problem> leftOut(AcdMap map, ImportScripts scripts) {
        return List.copyOf(new PlanBuilder(map, scripts).warnings());
    }

    /** The queues of an external system that any line names. */
    public Set<QueuePath> queues(String externalSystem) {
        return map.queues(externalSystem);
    }

    /** Whether targets have sources of this and of other external systems, so that their imports must not overlap. */
    public boolean shares(String externalSystem) {
        SystemPlan plan = plans.get(externalSystem);
        return plan != null && !plan.shared().isEmpty();
    }

    /** The targets to which any queue of a table contributes, as far as they are not left out. */
    public Set<Target> targets(CallTable table) {
        SystemPlan plan = plans.get(table.externalSystem());
        if (plan == null) {
            return Set.of();
        }
        Set<QueuePath> queues = new HashSet<>();
        Set<Target> targets = new HashSet<>();
        for (CallPage page : table.pages()) {
            if (queues.add(page.queue())) {
                targets.addAll(plan.targets(page.queue()));
            }
        }
        return targets;
    }

    /**
     * Maps a table.
     *
     * @return one import with a new id for each local day and server for which there is any value, days ascending,
     *     servers in the order of the file; and what should be said about it
     */
    public Result map(CallTable table) {
        SystemPlan plan = plans.get(table.externalSystem());
        if (plan == null) {
            String note = "no line of " + map.file() + " maps external system \"" + table.externalSystem() + "\""
                    + (plans.isEmpty() ? "" : ", only " + new Names(plans.keySet()));
            return new Result(List.of(), List.of(note), 0, List.of());
        }
        return new TableMapping(
                        table.externalSystem(),
                        plan,
                        table,
                        shared,
                        zeros.map(clock -> clock.instant().getEpochSecond() / 60))
                .run();
    }

    /**
     * What became of a table.
     *
     * @param imports what is to be delivered, in this order
     * @param notes what was not mapped or not found, a few lines for a log; no error
     * @param failedIntervals how many values of targets could not be computed and are not among the imports
     * @param failures the first of those failures in words, and how many more there were
     */
    public record Result(List<QueueImport> imports, List<String> notes, long failedIntervals, List<String> failures) {
        public Result {
            imports = List.copyOf(imports);
            notes = List.copyOf(notes);
            failures = List.copyOf(failures);
        }
    }
}
