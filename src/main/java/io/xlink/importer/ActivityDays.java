package io.xlink.importer;

import io.xlink.model.ActivityColumn;
import io.xlink.model.ActivityImport;
import io.xlink.model.LocalDay;
import io.xlink.source.csv.AgentActivities;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** What is to be said of agents, by the day on which their activities begin (specification, section 6). */
final class ActivityDays {
    private final Map<LocalDay, List<ActivityColumn>> columns = new TreeMap<>(Comparator.comparing(LocalDay::date));

    /** The rows of files that say how long an activity lasted; those of several files are one import. */
    static ActivityDays of(List<AgentActivities> files, ZoneId zone) {
        ActivityDays days = new ActivityDays();
        DayOf dayOf = new DayOf(zone);
        AgentRows rows = new AgentRows(files);
        for (String agent : rows.agents()) {
            Map<LocalDay, AgentColumns> ofAgent = new HashMap<>();
            rows.walk(
                    agent,
                    (activity, start, seconds) -> ofAgent.computeIfAbsent(
                                    dayOf.second(start), day -> new AgentColumns(agent))
                            .put(activity, start, seconds));
            ofAgent.forEach(days::add);
        }
        return days;
    }

    void add(LocalDay day, AgentColumns agent) {
        columns.computeIfAbsent(day, d -> new ArrayList<>()).addAll(agent.columns());
    }

    /** One import a day and server, by day. */
    List<ActivityImport> imports(String externalSystem, List<String> servers) {
        List<ActivityImport> imports = new ArrayList<>();
        columns.forEach((day, ofDay) -> servers.forEach(
                server -> imports.add(ActivityImport.of(UUID.randomUUID(), server, externalSystem, day, ofDay))));
        return imports;
    }
}
