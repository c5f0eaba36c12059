package io.xlink.acdmap;

import io.xlink.acdmap.SystemPlan.TargetPlan;
import io.xlink.model.CallPage;
import io.xlink.model.CallTable;
import io.xlink.model.LocalDay;
import io.xlink.model.QueueImport;
import io.xlink.model.QueuePath;
import io.xlink.model.ValueColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** One table on its way through a plan. Used once, by one thread. */
final class TableMapping {
    private final String system;
    private final SystemPlan plan;
    private final CallTable table;
    private final List<String> notes = new ArrayList<>();
    private final Failures failures = new Failures();

    /** Column of the table for each value type of the plan, or -1. */
    private final int[] columns;
    /** For each day the pages by number of their queue; null where a queue reported nothing. */
    private final Map<LocalDay, CallPage[]> days = new HashMap<>();

    private final Map<String, List<TargetPlan>> servers = new LinkedHashMap<>();

    TableMapping(String system, SystemPlan plan, CallTable table) {
        this.system = system;
        this.plan = plan;
        this.table = table;
        this.columns = new int[plan.valueTypes().size()];
    }

    CallDataMapper.Result run() {
        Set<String> unmappedValueTypes = findColumns();
        Set<QueuePath> unmappedQueues = sortPages();
        selectTargets();
        noteQueuesWithoutData();
        noteNotMapped("queues", unmappedQueues);
        noteNotMapped("value types", unmappedValueTypes);

        List<QueueImport> imports = new ArrayList<>();
        days.keySet().stream().sorted(Comparator.comparing(LocalDay::date)).forEach(day -> mapDay(day, imports));
        return new CallDataMapper.Result(imports, notes, failures.count(), failures.messages());
    }

    /** Finds the table's column of each value type of the plan; returns those that no mapping uses. */
    private Set<String> findColumns() {
        Set<String> unmapped = new LinkedHashSet<>();
        Arrays.fill(columns, -1);
        for (int i = 0; i < table.valueTypes().size(); i++) {
            Integer number = plan.valueTypes().get(table.valueTypes().get(i));
            if (number == null) {
                unmapped.add(table.valueTypes().get(i));
            } else if (columns[number] < 0) {
                columns[number] = i;
            }
        }
        return unmapped;
    }

    /** Sorts the pages by day and queue; returns the queues that no mapping uses. */
    private Set<QueuePath> sortPages() {
        Set<QueuePath> unmapped = new LinkedHashSet<>();
        for (CallPage page : table.pages()) {
            Integer queue = plan.queues().get(page.queue());
            if (queue == null) {
                unmapped.add(page.queue());
            } else {
                days.computeIfAbsent(page.day(), d -> new CallPage[plan.queues().size()])[queue] = page;
            }
        }
        return unmapped;
    }

    /**
     * Passes over the targets that need a value type which the table never has: without it the sum would be another one,
     * and would replace the right one on the server. A queue without data, in contrast, may have had no calls.
     */
    private void selectTargets() {
        Set<String> missing = new LinkedHashSet<>();
        List<String> leftOut = new ArrayList<>();
        List<String> names = List.copyOf(plan.valueTypes().keySet());
        plan.servers().forEach((server, targets) -> {
            List<TargetPlan> selected = new ArrayList<>();
            for (TargetPlan target : targets) {
                int[] absent = Arrays.stream(target.valueTypes())
                        .filter(v -> columns[v] < 0)
                        .toArray();
                if (absent.length == 0) {
                    selected.add(target);
                } else {
                    Arrays.stream(absent).forEach(v -> missing.add(names.get(v)));
                    leftOut.add(target.target().toString());
                }
            }
            servers.put(server, selected);
        });
        if (!missing.isEmpty()) {
            notes.add(system + " has no value types " + new Names(missing) + "; nothing is delivered for "
                    + new Names(leftOut));
        }
    }

    private void noteQueuesWithoutData() {
        boolean[] seen = new boolean[plan.queues().size()];
        for (CallPage[] pages : days.values()) {
            for (int q = 0; q < pages.length; q++) {
                seen[q] |= pages[q] != null;
            }
        }
        List<QueuePath> names = List.copyOf(plan.queues().keySet());
        Set<QueuePath> silent = new LinkedHashSet<>();
        for (List<TargetPlan> targets : servers.values()) {
            for (TargetPlan target : targets) {
                Arrays.stream(target.queues()).filter(q -> !seen[q]).forEach(q -> silent.add(names.get(q)));
            }
        }
        if (!silent.isEmpty()) {
            notes.add(system + " reported nothing about mapped queues (" + silent.size() + "): " + new Names(silent));
        }
    }

    private void noteNotMapped(String what, Set<?> names) {
        if (!names.isEmpty()) {
            notes.add("not mapped: " + what + " of " + system + " (" + names.size() + "): " + new Names(names));
        }
    }

    private void mapDay(LocalDay day, List<QueueImport> imports) {
        TargetSums sums = new TargetSums(day, table.interval(), columns, days.get(day), failures);
        servers.forEach((server, targets) -> {
            List<ValueColumn> values = new ArrayList<>(targets.size());
            for (TargetPlan target : targets) {
                ValueColumn column = sums.of(target);
                if (column.size() > 0) {
                    values.add(column);
                }
            }
            if (!values.isEmpty()) {
                imports.add(new QueueImport(UUID.randomUUID(), server, system, day.date(), values));
            }
        });
    }
}
