package io.xlink.acdmap;

import io.xlink.acdmap.SystemPlan.SourcePlan;
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
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** One table on its way through a plan. Used once, by one thread. */
final class TableMapping {
    private final String system;
    private final SystemPlan plan;
    private final CallTable table;
    private final SharedCalls shared;
    private final Optional<Long> zerosUntil;
    private final List<String> notes = new ArrayList<>();
    private final Failures failures = new Failures();
    private final Evaluations evaluations = new Evaluations();

    /** Column of the table for each value type of the plan, or -1. */
    private final int[] columns;
    /** For each day the pages by number of their queue; null where a queue reported nothing. */
    private final Map<LocalDay, CallPage[]> days = new HashMap<>();

    private final Map<String, List<TargetPlan>> servers = new LinkedHashMap<>();

    /** @param zerosUntil before which minute since 1970-01-01T00:00Z intervals without data are 0; empty when they are absent */
    TableMapping(String system, SystemPlan plan, CallTable table, SharedCalls shared, Optional<Long> zerosUntil) {
        this.system = system;
        this.plan = plan;
        this.table = table;
        this.shared = shared;
        this.zerosUntil = zerosUntil;
        this.columns = new int[plan.valueTypes().size()];
    }

    CallDataMapper.Result run() {
        Set<String> unmappedValueTypes = findColumns();
        Set<QueuePath> unmappedQueues = sortPages();
        if (zerosUntil.isPresent()) {
            table.whole()
                    .forEach(day -> days.computeIfAbsent(
                            day, d -> new CallPage[plan.queues().size()]));
        }
        selectTargets();
        noteQueuesWithoutData();
        noteNotMapped("queues", unmappedQueues);
        noteNotMapped("value types", unmappedValueTypes);

        List<DayColumns> ascending = days.keySet().stream()
                .sorted(Comparator.comparing(LocalDay::date))
                .map(day -> new DayColumns(day, table.interval(), columns, days.get(day), shared))
                .toList();
        remember(ascending);
        List<QueueImport> imports = new ArrayList<>();
        ascending.forEach(day -> mapDay(day, imports));
        notes.addAll(evaluations.dialogs());
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
        plan.servers().forEach((server, targets) -> {
            List<TargetPlan> selected = new ArrayList<>();
            for (TargetPlan target : targets) {
                List<String> absent = target.sources().stream()
                        .filter(source -> source.isOwn() && columns[source.valueType()] < 0)
                        .map(source -> source.source().valueType())
                        .toList();
                if (absent.isEmpty()) {
                    selected.add(target);
                } else {
                    missing.addAll(absent);
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
        if (table.pages().isEmpty()) {
            // Of files without rows, or refused ones, that is said.
            return;
        }
        boolean[] seen = new boolean[plan.queues().size()];
        for (CallPage[] pages : days.values()) {
            for (int q = 0; q < pages.length; q++) {
                seen[q] |= pages[q] != null;
            }
        }
        Set<QueuePath> silent = new LinkedHashSet<>();
        for (List<TargetPlan> targets : servers.values()) {
            for (TargetPlan target : targets) {
                for (SourcePlan source : target.sources()) {
                    if (source.isOwn() && !seen[source.queue()]) {
                        silent.add(source.source().path());
                    }
                }
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

    /** Before anything is delivered, so that the other systems of a target always know what this one said. */
    private void remember(List<DayColumns> ascending) {
        List<SharedColumn> said = new ArrayList<>();
        for (DayColumns day : ascending) {
            plan.shared().forEach(source -> day.toRemember(source).ifPresent(said::add));
        }
        if (!said.isEmpty()) {
            shared.remember(said);
        }
    }

    private void mapDay(DayColumns day, List<QueueImport> imports) {
        TargetSums sums = new TargetSums(day, failures);
        ComputedTargets computed = new ComputedTargets(day, evaluations, failures);
        servers.forEach((server, targets) -> {
            List<ValueColumn> values = new ArrayList<>(targets.size());
            for (TargetPlan target : targets) {
                Optional<SharedColumn> misfit = target.isShared() ? day.misfit(target) : Optional.empty();
                if (misfit.isPresent()) {
                    notes.add(target.target() + " on " + day.day().date() + ": "
                            + misfit.get().source() + " has intervals of "
                            + misfit.get().interval() + " minutes, " + system + " of " + table.interval()
                            + "; nothing is delivered for it. Give both the same Interval");
                    continue;
                }
                boolean plain = !target.isShared() && target.script().isEmpty();
                ValueColumn column = plain ? sums.of(target) : computed.of(target);
                if (zerosUntil.isPresent()) {
                    column = Zeros.fill(column, day, target, zerosUntil.get());
                }
                if (column.size() > 0) {
                    values.add(column);
                }
            }
            if (!values.isEmpty()) {
                imports.add(new QueueImport(
                        UUID.randomUUID(), server, system, day.day().date(), values));
            }
        });
    }
}
