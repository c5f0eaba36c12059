package io.xlink.importer;

import io.xlink.model.ActivityColumn;
import io.xlink.model.ActivityImport;
import io.xlink.model.ActivitySlice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What an import of activities would change: it replaces the day of every agent that it names. */
final class ActivityDifference {
    private final ActivityImport activities;
    private final Set<String> agents = new HashSet<>();
    private final Map<Key, Integer> seconds = new HashMap<>();
    private final List<String> samples = new ArrayList<>();
    private long same;
    private long changed;
    private long removed;

    private record Key(String agent, String activity, long start) {
        @Override
        public String toString() {
            return "agent " + agent + ", activity " + activity + ", " + Instant.ofEpochSecond(start);
        }
    }

    ActivityDifference(ActivityImport activities) {
        this.activities = activities;
        for (ActivityColumn column : activities.columns()) {
            agents.add(column.agent());
            for (int i = 0; i < column.size(); i++) {
                seconds.put(new Key(column.agent(), column.activity(), column.start(i)), column.seconds(i));
            }
        }
    }

    /** The server holds these; those of other external systems and agents do not matter. */
    void held(ActivitySlice.Held held) {
        ActivityColumn column = held.column();
        if (!held.externalSystem().equals(activities.externalSystem()) || !agents.contains(column.agent())) {
            return;
        }
        for (int i = 0; i < column.size(); i++) {
            Key key = new Key(column.agent(), column.activity(), column.start(i));
            Integer imported = seconds.remove(key);
            if (imported == null) {
                removed++;
                sample(key + ": goes, " + column.seconds(i) + " s");
            } else if (imported == column.seconds(i)) {
                same++;
            } else {
                changed++;
                sample(key + ": " + column.seconds(i) + " s -> " + imported + " s");
            }
        }
    }

    private void sample(String line) {
        if (samples.size() < Difference.MOST_SAMPLES) {
            samples.add(line);
        }
    }

    /** When everything that the server holds of the day was handed in. */
    Difference result() {
        seconds.forEach((key, length) -> sample(key + ": new, " + length + " s"));
        return new Difference(
                activities.server(),
                activities.day(),
                "activities",
                same,
                changed,
                seconds.size(),
                removed,
                0,
                samples);
    }
}
