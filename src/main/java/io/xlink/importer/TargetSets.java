package io.xlink.importer;

import io.xlink.model.CallTable;
import io.xlink.model.Target;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** To what the files of one import contribute. Most files contribute to the same, so equal sets are one. */
final class TargetSets {
    private final Function<CallTable, Set<Target>> mapping;
    private final Map<Set<Target>, Set<Target>> known = new HashMap<>();

    /** @param mapping to what acd_map.ini maps anything in a table */
    TargetSets(Function<CallTable, Set<Target>> mapping) {
        this.mapping = mapping;
    }

    Set<Target> of(CallTable table) {
        return known.computeIfAbsent(mapping.apply(table), same -> same);
    }
}
