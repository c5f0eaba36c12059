package io.xlink.source.sql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Activities of which only the start is known, until the agent's next one tells the end. */
final class AgentStarts {
    private final Map<String, NavigableMap<Long, String>> agents = new TreeMap<>();
    private final Map<String, String> names = new HashMap<>();

    /** Takes an activity when it is known how long it lasted. */
    @FunctionalInterface
    interface Ended {
        /** @param seconds -1 when nothing has ended it so far */
        void take(String agent, String activity, long start, long seconds);
    }

    /** Of several rows with the same agent and start the last one counts. */
    void add(String agent, String activity, long start) {
        agents.computeIfAbsent(agent, a -> new TreeMap<>()).put(start, names.computeIfAbsent(activity, name -> name));
    }

    void end(Ended ended) {
        agents.forEach((agent, starts) -> {
            List<Long> order = new ArrayList<>(starts.keySet());
            for (int i = 0; i < order.size(); i++) {
                long start = order.get(i);
                long seconds = i + 1 < order.size() ? order.get(i + 1) - start : -1;
                ended.take(agent, starts.get(start), start, seconds);
            }
        });
    }
}
