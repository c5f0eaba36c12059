package io.xlink.model;

import java.util.Arrays;

/**
 * When one agent did one thing, as it is delivered and stored. Activities of an agent may overlap in time, since a login
 * and a break within it are both data. Immutable as long as callers leave the arrays alone, which are shared because
 * copying them would double the cost of the path they travel.
 */
public final class ActivityColumn {
    /** The longest that an activity may last, in seconds: 366 days. */
    public static final int LONGEST = 366 * 86_400;

    private final String agent;
    private final String activity;
    private final long[] starts;
    private final int[] seconds;

    /**
     * @param agent the agent's id in the external system
     * @param activity the activity's id in the external system; may be empty when there are no starts, which says that
     *     the agent did nothing
     * @param starts beginning of each in seconds since 1970-01-01T00:00Z, ascending, none twice
     * @param seconds how long each lasted, 1 to {@link #LONGEST}
     */
    public ActivityColumn(String agent, String activity, long[] starts, int[] seconds) {
        if (starts.length != seconds.length) {
            throw new IllegalArgumentException(starts.length + " starts for " + seconds.length + " durations");
        }
        this.agent = agent;
        this.activity = activity;
        this.starts = starts;
        this.seconds = seconds;
    }

    /** A column that says of an agent that there is nothing to say. */
    public static ActivityColumn none(String agent) {
        return new ActivityColumn(agent, "", new long[0], new int[0]);
    }

    public String agent() {
        return agent;
    }

    public String activity() {
        return activity;
    }

    /** How many activities the column holds. */
    public int size() {
        return starts.length;
    }

    /** Beginning of the i-th activity in seconds since 1970-01-01T00:00Z. */
    public long start(int i) {
        return starts[i];
    }

    /** How long the i-th activity lasted, in seconds. */
    public int seconds(int i) {
        return seconds[i];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ActivityColumn that
                && agent.equals(that.agent)
                && activity.equals(that.activity)
                && Arrays.equals(starts, that.starts)
                && Arrays.equals(seconds, that.seconds);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * agent.hashCode() + activity.hashCode()) + Arrays.hashCode(starts);
    }

    @Override
    public String toString() {
        return agent + ":" + activity + " (" + starts.length + " activities)";
    }
}
