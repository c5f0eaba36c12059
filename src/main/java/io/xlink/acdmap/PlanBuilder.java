package io.xlink.acdmap;

import io.xlink.acdmap.basic.Script;
import io.xlink.config.Problem;
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
 * Sorts mappings by external system, and leaves out, with a warning, each target whose figures would come out wrong:
 * what is delivered replaces what the server holds, so a wrong figure is worse than none.
 */
final class PlanBuilder {
    private final AcdMap map;
    private final ImportScripts scripts;
    private final List<Problem> warnings = new ArrayList<>();
    private final Map<String, SystemPlan> plans = new LinkedHashMap<>();
    private final Map<Slot, List<Mapping>> slots = new HashMap<>();

    /** What a value is stored under; the parent is not part of it. */
    private record Slot(String server, int queue, int valueType) {
        static Slot of(Target target) {
            return new Slot(target.server(), target.queue(), target.valueType());
        }
    }

    PlanBuilder(AcdMap map, ImportScripts scripts) {
        this.map = map;
        this.scripts = scripts;
        for (Mapping mapping : map.mappings()) {
            slots.computeIfAbsent(Slot.of(mapping.target()), k -> new ArrayList<>())
                    .add(mapping);
        }
        map.mappings().forEach(this::plan);
    }

    Map<String, SystemPlan> plans() {
        return plans;
    }

    List<Problem> warnings() {
        return warnings;
    }

    private void plan(Mapping mapping) {
        Set<String> systems = new LinkedHashSet<>();
        for (Source source : mapping.sources()) {
            systems.add(source.system());
            plans.computeIfAbsent(source.system(), SystemPlan::new).use(source);
        }
        List<Mapping> rivals = slots.get(Slot.of(mapping.target()));
        Optional<Script> script = mapping.script().flatMap(scripts::find);
        if (mapping.sources().isEmpty()) {
            leaveOut(
                    mapping,
                    "has a script, but no source, so there is no interval to compute",
                    "Add a line " + mapping.target() + "=system:group:valuetype for each Para");
        } else if (mapping.script().isPresent() && script.isEmpty()) {
            leaveOut(
                    mapping,
                    "is computed by " + mapping.script().get() + ", which cannot be used",
                    "Correct the script, or remove its line if the sum of the sources is meant");
        } else if (script.isPresent()
                && script.get().paras() > mapping.sources().size()) {
            leaveOut(
                    mapping,
                    "has " + mapping.sources().size() + (mapping.sources().size() == 1 ? " source" : " sources")
                            + ", but " + script.get().name() + " reads Para"
                            + script.get().paras(),
                    "Add the sources that are missing, or correct the script");
        } else if (rivals.size() > 1) {
            Mapping other = rivals.get(rivals.get(0) == mapping ? 1 : 0);
            leaveOut(
                    mapping,
                    "is mapped under another parent queue too, in line " + other.line() + " as " + other.target(),
                    "Keep the lines with the parent that the server shows");
        } else {
            systems.forEach(system -> plans.get(system).add(mapping, script));
        }
    }

    private void leaveOut(Mapping mapping, String what, String remedy) {
        warnings.add(Problem.error(
                map.file(),
                mapping.line(),
                1,
                mapping.target() + " " + what + "; nothing is delivered for it",
                remedy));
    }
}
