package io.xlink.source.csv;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a file says that agents did, row by row in the order of the file. Once it was read, nothing changes it. Kept in
 * arrays, because a file may have millions of rows.
 */
public final class AgentActivities {
    /** What a row takes. */
    static final int BYTES = 3 * Integer.BYTES + Long.BYTES;

    private String[] agents = new String[0];
    private String[] activities = new String[0];
    private int[] agent = new int[64];
    private int[] activity = new int[64];
    private long[] start = new long[64];
    private int[] seconds = new int[64];
    private int size;

    AgentActivities() {}

    /** Collects rows that do not come from a file. */
    public static final class Collector {
        private final AgentActivities rows = new AgentActivities();
        private final Map<String, Integer> agents = new LinkedHashMap<>();
        private final Map<String, Integer> activities = new LinkedHashMap<>();

        /**
         * Adds a row.
         *
         * @param start in seconds since 1970-01-01T00:00Z
         * @param seconds as {@link AgentActivities#seconds}
         */
        public void add(String agent, String activity, long start, int seconds) {
            rows.add(number(agents, agent), number(activities, activity), start, seconds);
        }

        private static int number(Map<String, Integer> names, String name) {
            Integer known = names.get(name);
            if (known == null) {
                known = names.size();
                names.put(name, known);
            }
            return known;
        }

        /** What was added; nothing can be added afterwards. */
        public AgentActivities finish() {
            rows.agents = agents.keySet().toArray(String[]::new);
            rows.activities = activities.keySet().toArray(String[]::new);
            return rows;
        }
    }

    void add(int agentNumber, int activityNumber, long startSecond, int duration) {
        if (size == start.length) {
            int length = size + (size >> 1);
            agent = Arrays.copyOf(agent, length);
            activity = Arrays.copyOf(activity, length);
            start = Arrays.copyOf(start, length);
            seconds = Arrays.copyOf(seconds, length);
        }
        agent[size] = agentNumber;
        activity[size] = activityNumber;
        start[size] = startSecond;
        seconds[size++] = duration;
    }

    /** Gives the numbers their names. */
    void name(NameTable agentNames, NameTable activityNames) {
        agents = names(agentNames);
        activities = names(activityNames);
    }

    private static String[] names(NameTable table) {
        String[] names = new String[table.size()];
        for (int i = 0; i < names.length; i++) {
            names[i] = table.name(i);
        }
        return names;
    }

    /** How many rows there are. */
    public int size() {
        return size;
    }

    /** The agent's id. */
    public String agent(int row) {
        return agents[agent[row]];
    }

    /** The activity's id. */
    public String activity(int row) {
        return activities[activity[row]];
    }

    /** When it began, in seconds since 1970-01-01T00:00Z. */
    public long start(int row) {
        return start[row];
    }

    /**
     * How long it lasted, in seconds; 0 when it is too short to be delivered, and when only the agent's next activity
     * tells. The row then says no more than that there is something about that agent and day.
     */
    public int seconds(int row) {
        return seconds[row];
    }
}
