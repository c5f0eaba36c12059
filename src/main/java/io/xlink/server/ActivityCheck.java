package io.xlink.server;

import io.xlink.model.ActivityColumn;
import io.xlink.model.ActivityImport;
import io.xlink.model.Catalogue;
import io.xlink.model.Catalogue.ExternalName;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Decides which activities of an import the server accepts, and under which of its own they count (specification,
 * section 7). An external activity that nothing claims is no reason to refuse it.
 */
final class ActivityCheck {
    /** Where external activities arrive that no activity claims (specification, section 7). */
    static final int PRESENT = 1;

    private final Set<String> systems;
    private final Map<ExternalName, Integer> activities = new HashMap<>();
    private final Set<ExternalName> agents = new HashSet<>();
    private final boolean anyAgent;

    ActivityCheck(Catalogue catalogue) {
        systems = Set.copyOf(catalogue.externalSystems());
        catalogue
                .activities()
                .forEach(activity -> activity.external().forEach(name -> activities.put(name, activity.id())));
        catalogue.employees().forEach(employee -> agents.addAll(employee.external()));
        anyAgent = catalogue.anyEmployee();
    }

    /** Id of the activity that claims an external one; Present when none does. */
    int activityId(String system, String activity) {
        return activities.getOrDefault(new ExternalName(system, activity), PRESENT);
    }

    /** Why nothing that an import says of an agent is stored, in words for an administrator; empty when it is. */
    Optional<String> refusal(ActivityImport what, String agent) {
        if (!systems.contains(what.externalSystem())) {
            return Optional.of("external system " + what.externalSystem() + " is unknown");
        }
        if (agent.isEmpty()) {
            return Optional.of("an agent without an id");
        }
        if (!anyAgent && !agents.contains(new ExternalName(what.externalSystem(), agent))) {
            return Optional.of(
                    "agent " + agent + " of " + what.externalSystem() + " is unknown: no employee claims it");
        }
        return Optional.empty();
    }

    /** Why a column is not stored; empty when it is. A server trusts no client with what its rows depend on. */
    Optional<String> refusal(ActivityImport what, ActivityColumn column) {
        if (column.activity().isEmpty() && column.size() > 0) {
            return Optional.of("an activity without an id");
        }
        for (int i = 0; i < column.size(); i++) {
            long start = column.start(i);
            if (start < what.fromSecond() || start >= what.toSecond()) {
                return Optional.of("activity " + column.activity() + " begins at " + Instant.ofEpochSecond(start)
                        + ", which is not on " + what.day());
            }
            if (i > 0 && start <= column.start(i - 1)) {
                return Optional.of("activity " + column.activity() + " of " + Instant.ofEpochSecond(start)
                        + " is out of order or stands twice");
            }
            if (column.seconds(i) < 1 || column.seconds(i) > ActivityColumn.LONGEST) {
                return Optional.of("activity " + column.activity() + " of " + Instant.ofEpochSecond(start) + " lasts "
                        + column.seconds(i) + " s, not 1 to " + ActivityColumn.LONGEST);
            }
        }
        return Optional.empty();
    }
}
