package io.xlink.importer;

import io.xlink.source.csv.AgentActivities;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

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

    /** Calls for each agent, by id, with what walks through its rows. */
    void forEach(BiConsumer<String, Walk> each) {
        agents.forEach((agent, places) -> each.accept(agent, taker -> walk(places, taker)));
    }

    /** Hands over the rows of one agent. */
    interface Walk {
        void rows(Taker taker);
    }

    private void walk(Places places, Taker taker) {
        for (int i = 0; i < places.size; i++) {
            AgentActivities rows = files.get((int) (places.places[i] >> 32));
            int row = (int) places.places[i];
            taker.take(rows.activity(row), rows.start(row), rows.seconds(row));
        }
    }
}
