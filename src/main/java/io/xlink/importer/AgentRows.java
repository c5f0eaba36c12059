package io.xlink.importer;

import io.xlink.source.csv.AgentActivities;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The rows of one or more files by agent, in the order of the files and of their rows. */
final class AgentRows {
    private final List<AgentActivities> files;
    private final Map<String, Places> agents = new TreeMap<>();

    /** Where an agent's rows are: file and row in one number. */
    private static final class Places {
        private long[] places = new long[16];
        private int size;

        void add(long place) {
            if (size == places.length) {
                places = Arrays.copyOf(places, 2 * size);
            }
            places[size++] = place;
        }
    }

    /** What is to be done with a row. */
    interface Taker {
        void take(String activity, long start, int seconds);
    }

    AgentRows(List<AgentActivities> files) {
        this.files = List.copyOf(files);
        for (int file = 0; file < files.size(); file++) {
            AgentActivities rows = files.get(file);
            for (int row = 0; row < rows.size(); row++) {
                agents.computeIfAbsent(rows.agent(row), agent -> new Places()).add((long) file << 32 | row);
            }
        }
    }

    /** The agents' ids, in order. */
    Set<String> agents() {
        return Collections.unmodifiableSet(agents.keySet());
    }

    /** Hands over the rows of one agent. */
    void walk(String agent, Taker taker) {
        Places of = agents.get(agent);
        for (int i = 0; i < of.size; i++) {
            AgentActivities rows = files.get((int) (of.places[i] >> 32));
            int row = (int) of.places[i];
            taker.take(rows.activity(row), rows.start(row), rows.seconds(row));
        }
    }
}
