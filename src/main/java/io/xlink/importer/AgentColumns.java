package io.xlink.importer;

import io.xlink.model.ActivityColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Collects the activities of one agent on one day. */
final class AgentColumns {
    private final String agent;
    private final Map<String, NavigableMap<Long, Integer>> activities = new TreeMap<>();

    AgentColumns(String agent) {
        this.agent = agent;
    }

    /** Of the same activity and start, the last one counts; one of 0 seconds takes it away. */
    void put(String activity, long start, int seconds) {
        NavigableMap<Long, Integer> starts = activities.computeIfAbsent(activity, a -> new TreeMap<>());
        if (seconds == 0) {
            starts.remove(start);
        } else {
            starts.put(start, seconds);
        }
    }

    /** One for each activity; when there is nothing, one that says so. */
    List<ActivityColumn> columns() {
        List<ActivityColumn> columns = new ArrayList<>();
        activities.forEach((activity, starts) -> {
            if (!starts.isEmpty()) {
                columns.add(new ActivityColumn(
                        agent,
                        activity,
                        starts.keySet().stream().mapToLong(Long::longValue).toArray(),
                        starts.values().stream().mapToInt(Integer::intValue).toArray()));
            }
        });
        return columns.isEmpty() ? List.of(ActivityColumn.none(agent)) : columns;
    }
}
