package io.xlink.importer;

import io.xlink.importer.memory.ImporterDatabase;
import io.xlink.importer.memory.Transaction;
import io.xlink.model.ActivityColumn;
import io.xlink.model.LocalDay;
import io.xlink.source.csv.AgentActivities;
import io.xlink.source.csv.CsvActivityFormat;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.CRC32C;

/**
 * The durable memory of activities of which only the start is known: the agent's next activity ends it, in whatever file
 * and on whatever day that comes (specification, section 4, {@code ActivityTimeSpanType=2}).
 *
 * <p>What files say of an agent replaces what is known from their first start of that agent to their last one. Days whose
 * activities may have changed by that are due until they were delivered. Starts are forgotten {@value #KEPT_DAYS} days
 * after they were last said; an activity may not last that long.
 */
final class ActivityTimeline implements AutoCloseable {
    private static final int KEPT_DAYS = 400;
    /** Of a day that long ago, in seconds, a part may be forgotten already, and the rest must not replace it. */
    private static final long WHOLE_DAYS = (KEPT_DAYS - 2) * DayStarts.DAY;

    private final Connection connection;
    private final Clock clock;
    private final ZoneId zone;
    private final StartTable starts;
    private final DueTable due;
    private final AppliedFiles applied;

    /**
     * @param data the data directory
     * @param zone the zone of local time
     */
    ActivityTimeline(Path data, Clock clock, ZoneId zone) {
        this.connection = ImporterDatabase.open(data);
        this.clock = clock;
        this.zone = zone;
        this.starts = new StartTable(connection);
        this.due = new DueTable(connection, zone);
        this.applied = new AppliedFiles(connection);
    }

    /**
     * A file and what it says.
     *
     * @param content tells whether it reads as before
     */
    record Said(FileStamp file, AgentActivities activities, long content) {
        Said(FileStamp file, AgentActivities activities) {
            this(file, activities, content(activities));
        }

        /** A check sum: what is compared is a file with itself. */
        private static long content(AgentActivities activities) {
            CRC32C sum = new CRC32C();
            ByteBuffer start = ByteBuffer.allocate(Long.BYTES);
            for (int row = 0; row < activities.size(); row++) {
                sum.update(activities.agent(row).getBytes(StandardCharsets.UTF_8));
                sum.update(0);
                sum.update(activities.activity(row).getBytes(StandardCharsets.UTF_8));
                sum.update(start.putLong(0, activities.start(row)).array());
            }
            return sum.getValue();
        }
    }

    /** What is to be delivered, and what is left out of it. */
    record Due(Set<AgentDay> agentDays, ActivityDays days, long tooShort, long tooLong) {}

    /**
     * Takes what files say, which count as one, and marks what is to be delivered; durable when this returns. A file that
     * was taken before and not delivered is not taken again: it must not undo what came later.
     */
    synchronized void take(String system, List<Said> files) {
        try {
            List<Said> fresh = new ArrayList<>();
            for (Said file : files) {
                if (!applied.contains(system, file)) {
                    fresh.add(file);
                }
            }
            AgentRows rows = new AgentRows(fresh.stream().map(Said::activities).toList());
            // As late as can be, because others wait for the lock.
            Transaction.make(connection, () -> {
                long now = clock.instant().getEpochSecond();
                for (Said file : fresh) {
                    applied.add(system, file, now);
                }
                for (String agent : rows.agents()) {
                    NavigableMap<Long, String> said = new TreeMap<>();
                    rows.walk(agent, (activity, start, seconds) -> said.put(start, activity));
                    take(system, agent, said, now);
                }
                long old = clock.instant().minus(Duration.ofDays(KEPT_DAYS)).getEpochSecond();
                starts.forget(old);
                applied.forget(old);
            });
        } catch (SQLException | IOException | RuntimeException e) {
            throw failure("keep when activities began", e);
        }
    }

    /** Marks these days as to be delivered once more, for all agents of whom anything is known then; durable when this returns. */
    synchronized void again(String system, Set<LocalDate> days) {
        try {
            Transaction.make(connection, () -> {
                for (LocalDate date : days) {
                    LocalDay day = new LocalDay(date, zone);
                    for (String agent : starts.agents(
                            system, day.startEpochSecond(), day.next().startEpochSecond())) {
                        due.add(system, new AgentDay(agent, day));
                    }
                }
            });
        } catch (SQLException | IOException | RuntimeException e) {
            throw failure("mark days to be delivered once more", e);
        }
    }

    private void take(String system, String agent, NavigableMap<Long, String> said, long now) throws SQLException {
        long first = said.firstKey();
        long last = said.lastKey();
        NavigableMap<Long, String> known = starts.find(system, agent, first, last);
        Set<LocalDay> changed = new HashSet<>();
        DayOf dayOf = new DayOf(zone);
        Long before = known.lowerKey(first);
        if (before != null && first - before < WHOLE_DAYS) {
            changed.add(dayOf.second(before));
        }
        NavigableMap<Long, String> replaced = known.subMap(first, true, last, true);
        replaced.keySet().forEach(start -> changed.add(dayOf.second(start)));
        said.keySet().forEach(start -> changed.add(dayOf.second(start)));
        Set<Long> days = new HashSet<>();
        replaced.keySet().forEach(start -> days.add(DayStarts.day(start)));
        said.keySet().forEach(start -> days.add(DayStarts.day(start)));
        replaced.clear();
        known.putAll(said);
        for (long day : days) {
            starts.write(system, agent, day, known, now);
        }
        for (LocalDay day : changed) {
            due.add(system, new AgentDay(agent, day));
        }
    }

    /** What is to be delivered of a system: every agent and day that is due, whole. */
    synchronized Due due(String system, CsvActivityFormat format) {
        try {
            Set<AgentDay> agentDays = due.find(system);
            ActivityDays days = new ActivityDays();
            long tooShort = 0;
            long tooLong = 0;
            for (AgentDay agentDay : agentDays) {
                AgentColumns columns = new AgentColumns(agentDay.agent());
                long from = agentDay.day().startEpochSecond();
                long to = agentDay.day().next().startEpochSecond();
                NavigableMap<Long, String> known = starts.findWithNext(system, agentDay.agent(), from, to);
                for (Map.Entry<Long, String> start :
                        known.subMap(from, true, to, false).entrySet()) {
                    Long end = known.higherKey(start.getKey());
                    if (end == null || !format.delivers(start.getValue())) {
                        continue;
                    }
                    long seconds = end - start.getKey();
                    if (seconds > ActivityColumn.LONGEST) {
                        tooLong++;
                    } else if (seconds < format.minimumDuration()) {
                        tooShort++;
                    } else {
                        columns.put(start.getValue(), start.getKey(), (int) seconds);
                    }
                }
                days.add(agentDay.day(), columns);
            }
            return new Due(agentDays, days, tooShort, tooLong);
        } catch (SQLException e) {
            throw failure("read when activities began", e);
        }
    }

    /** There are receipts for what was due, and the files are done with. */
    synchronized void delivered(String system, Set<AgentDay> agentDays, Collection<Path> files) {
        try {
            Transaction.make(connection, () -> {
                for (AgentDay agentDay : agentDays) {
                    due.remove(system, agentDay);
                }
                for (Path file : files) {
                    applied.remove(system, file);
                }
            });
        } catch (SQLException | IOException | RuntimeException e) {
            throw failure("record which activities were delivered", e);
        }
    }

    private static IllegalStateException failure(String what, Exception cause) {
        return new IllegalStateException("cannot " + what + ": " + cause.getMessage(), cause);
    }

    @Override
    public synchronized void close() throws SQLException {
        connection.close();
    }
}
