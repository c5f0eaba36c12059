package io.xlink.importer.gaps;

import io.xlink.model.ActivityColumn;
import io.xlink.model.ActivityImport;
import io.xlink.model.CallPage;
import io.xlink.model.CallTable;
import io.xlink.model.LocalDay;
import io.xlink.model.QueuePath;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** About which intervals one import of an external system reports, small beside the figures. Not safe for threads. */
public final class Reported {
    private static final int ACTIVITY_MINUTES = 15;
    /** What goes on for longer says nothing about single intervals. */
    private static final long LONGEST_SECONDS = 86_400;

    private final String system;
    private final int minutes;
    private final Map<LocalDate, Map<String, BitSet>> days = new TreeMap<>();
    private final Set<LocalDate> whole = new HashSet<>();

    private Reported(String system, int minutes) {
        this.system = system;
        this.minutes = minutes;
    }

    /**
     * What a table reports.
     *
     * @param mapped the queues that matter; of others nothing is delivered
     */
    public static Reported of(CallTable table, Set<QueuePath> mapped) {
        Reported reported = new Reported(table.externalSystem(), table.interval());
        for (LocalDay day : table.whole()) {
            reported.whole.add(day.date());
            reported.days.put(day.date(), new HashMap<>());
        }
        Map<QueuePath, String> names = new HashMap<>();
        mapped.forEach(queue -> names.put(queue, queue.toString()));
        for (CallPage page : table.pages()) {
            String name = names.get(page.queue());
            if (name != null) {
                BitSet bits = reported.bits(page.day().date(), name);
                for (int i = page.next(0); i >= 0; i = page.next(i + 1)) {
                    bits.set(i);
                }
            }
        }
        return reported;
    }

    /** In which intervals agents were at work, by what was sent; empty when that were no activities. */
    public static Collection<Reported> ofActivities(Collection<?> imports, ZoneId zone) {
        Map<String, Reported> systems = new TreeMap<>();
        for (Object one : imports) {
            if (one instanceof ActivityImport activities) {
                Reported reported = systems.computeIfAbsent(
                        activities.externalSystem(), system -> new Reported(system, ACTIVITY_MINUTES));
                activities.columns().forEach(column -> reported.add(column, new LocalDay(activities.day(), zone)));
            }
        }
        return systems.values();
    }

    private void add(ActivityColumn column, LocalDay day) {
        int length = ACTIVITY_MINUTES * 60;
        for (int i = 0; i < column.size(); i++) {
            long end = column.start(i) + Math.min(column.seconds(i), LONGEST_SECONDS);
            for (LocalDay on = day; on.startEpochSecond() < end; on = on.next()) {
                long from = Math.max(column.start(i), on.startEpochSecond()) - on.startEpochSecond();
                long to = Math.min(end, on.next().startEpochSecond()) - on.startEpochSecond();
                if (from < to) {
                    bits(on.date(), KnownDay.ACTIVITIES)
                            .set(Math.toIntExact(from / length), Math.toIntExact((to - 1) / length) + 1);
                }
            }
        }
    }

    private BitSet bits(LocalDate day, String queue) {
        return days.computeIfAbsent(day, d -> new HashMap<>()).computeIfAbsent(queue, q -> new BitSet());
    }

    /** Whether this is all that there is to report about calls of a day: what was reported about it before counts no more. */
    boolean replaces(LocalDate day) {
        return whole.contains(day);
    }

    String system() {
        return system;
    }

    /** Length of an interval. */
    int minutes() {
        return minutes;
    }

    /** For each day and queue its intervals. */
    Map<LocalDate, Map<String, BitSet>> days() {
        return Collections.unmodifiableMap(days);
    }
}
