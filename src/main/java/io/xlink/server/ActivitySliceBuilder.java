package io.xlink.server;

import io.xlink.model.ActivityColumn;
import io.xlink.model.ActivitySlice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Collects activities, as they come sorted, into the columns of a slice. */
final class ActivitySliceBuilder {
    /** So many characters of text weigh as much as an activity on the way to the client. */
    private static final int CHARACTERS = 8;

    private final int fullWeight;
    private final List<ActivitySlice.Held> columns = new ArrayList<>();
    private int weight;
    private String system = "";
    private int activityId;
    private String agent = "";
    private String activity = "";
    private long[] starts = new long[16];
    private int[] seconds = new int[16];
    private int size;

    /** @param fullWeight number of activities, texts included, that makes it full */
    ActivitySliceBuilder(int fullWeight) {
        this.fullWeight = fullWeight;
    }

    /** Whether nothing more should be added. */
    boolean full() {
        return weight >= fullWeight;
    }

    void add(String ofSystem, int underActivity, String ofAgent, String what, long start, int lasts) {
        if (size > 0 && !(what.equals(activity) && ofAgent.equals(agent) && ofSystem.equals(system))) {
            endColumn();
        }
        if (size == 0) {
            system = ofSystem;
            activityId = underActivity;
            agent = ofAgent;
            activity = what;
            weight += (system.length() + agent.length() + activity.length()) / CHARACTERS;
        }
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, 2 * size);
            seconds = Arrays.copyOf(seconds, 2 * size);
        }
        starts[size] = start;
        seconds[size++] = lasts;
        weight++;
    }

    /** @param next cursor of what comes after */
    ActivitySlice build(String next) {
        if (size > 0) {
            endColumn();
        }
        return new ActivitySlice(columns, next);
    }

    private void endColumn() {
        columns.add(new ActivitySlice.Held(
                system,
                activityId,
                new ActivityColumn(agent, activity, Arrays.copyOf(starts, size), Arrays.copyOf(seconds, size))));
        size = 0;
    }
}
