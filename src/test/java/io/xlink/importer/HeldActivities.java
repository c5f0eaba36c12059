package io.xlink.importer;

import static org.assertj.core.api.Assertions.assertThat;

import io.xlink.model.ActivityColumn;
import io.xlink.model.ActivityImport;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What a server holds that takes imports as the specification says, in the simplest way. */
final class HeldActivities {
    private static final DateTimeFormatter PLAIN = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");
    private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");

    private final Map<Key, Integer> held = new TreeMap<>();

    private record Key(String agent, long start, String activity) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byAgent = agent.compareTo(other.agent);
            int byStart = byAgent == 0 ? Long.compare(start, other.start) : byAgent;
            return byStart == 0 ? activity.compareTo(other.activity) : byStart;
        }
    }

    /** Replaces the day of the agents that an import names. */
    void take(ActivityImport what) {
        Set<String> named = new HashSet<>();
        Set<String> columns = new HashSet<>();
        for (ActivityColumn column : what.columns()) {
            assertThat(columns.add(column.agent() + "\n" + column.activity()))
                    .as("stands once: " + column)
                    .isTrue();
            if (named.add(column.agent())) {
                held.keySet()
                        .removeIf(key -> key.agent.equals(column.agent())
                                && key.start >= what.fromSecond()
                                && key.start < what.toSecond());
            }
        }
        for (ActivityColumn column : what.columns()) {
            for (int i = 0; i < column.size(); i++) {
                assertThat(column.start(i)).isBetween(what.fromSecond(), what.toSecond() - 1);
                assertThat(i == 0 || column.start(i) > column.start(i - 1))
                        .as("ascending: " + column)
                        .isTrue();
                assertThat(column.seconds(i)).isBetween(1, ActivityColumn.LONGEST);
                held.put(new Key(column.agent(), column.start(i), column.activity()), column.seconds(i));
            }
        }
    }

    /** {@code agent;activity;local start;local end}, with offsets where clocks have just changed or soon will. */
    List<String> lines(ZoneId zone) {
        List<String> lines = new ArrayList<>();
        held.forEach((key, seconds) -> lines.add(
                String.join(";", key.agent, key.activity, local(key.start, zone), local(key.start + seconds, zone))));
        return lines;
    }

    /** {@code agent;activity;start;seconds}. */
    List<String> exact() {
        List<String> lines = new ArrayList<>();
        held.forEach((key, seconds) -> lines.add(key.agent + ";" + key.activity + ";" + key.start + ";" + seconds));
        return lines;
    }

    private static String local(long second, ZoneId zone) {
        Instant time = Instant.ofEpochSecond(second);
        var rules = zone.getRules();
        boolean steady = rules.getOffset(time.minusSeconds(86_400)).equals(rules.getOffset(time.plusSeconds(86_400)));
        return time.atZone(zone).format(steady ? PLAIN : EXACT);
    }
}
