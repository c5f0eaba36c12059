package io.xlink.source.sql;

import io.xlink.model.ActivityColumn;
import io.xlink.source.csv.ActivitySpan;
import io.xlink.source.csv.AgentActivities;
import io.xlink.source.csv.TimeStampText.NotATimeException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;

/** Reads the rows of the query for activities. */
final class ActivityRowReader {
    private final UniversalActivityFormat format;
    private final ProbedActivities probed;
    private final DayWindow asked;
    private final DayWindow delivered;
    private final Optional<Set<String>> listed;
    private final AgentActivities.Collector collector = new AgentActivities.Collector();
    private final AgentStarts starts = new AgentStarts();
    private final UnreadRows unread;
    private long leftOut;
    private long unlisted;

    /**
     * @param asked what the query asks for
     * @param delivered the days whose activities are delivered; later ones only end them
     * @param listed ids of the activities that are taken; empty when all are
     */
    ActivityRowReader(
            UniversalActivityFormat format,
            ProbedActivities probed,
            DayWindow asked,
            DayWindow delivered,
            Optional<Set<String>> listed,
            UnreadRows unread) {
        this.format = format;
        this.probed = probed;
        this.asked = asked;
        this.delivered = delivered;
        this.listed = listed;
        this.unread = unread;
    }

    long leftOut() {
        return leftOut;
    }

    long unlisted() {
        return unlisted;
    }

    /** @return how many rows there were */
    long read(ResultSet rows) throws SQLException {
        TimeReader start = new TimeReader(probed.start(), asked);
        TimeReader end = probed.end().map(time -> new TimeReader(time, asked)).orElse(null);
        int last = 3 + probed.start().selected().size();
        long count = 0;
        while (rows.next()) {
            count++;
            try {
                row(rows, start, end, last);
            } catch (NotATimeException | NumberFormatException e) {
                unread.add("the activity \"" + rows.getString(2) + "\" of agent " + rows.getString(1)
                        + " has a time or duration that is " + e.getMessage());
            }
        }
        return count;
    }

    private void row(ResultSet rows, TimeReader start, TimeReader end, int last)
            throws SQLException, NotATimeException {
        String agent = strip(rows.getString(1));
        String activity = strip(rows.getString(2));
        long from = start.read(rows, 3);
        if (agent.isEmpty() || activity.isEmpty() || from == TimeReader.NONE) {
            unread.add("a row has no agent, activity or start");
            return;
        }
        if (format.span() == ActivitySpan.START_ONLY) {
            starts.add(agent, activity, from);
        } else if (delivered.contains(from)) {
            take(agent, activity, from, end == null ? duration(rows, last) : until(rows, end, last, from));
        }
    }

    private static String strip(String id) {
        return id == null ? "" : id.strip();
    }

    private long duration(ResultSet rows, int column) throws SQLException {
        double seconds = probed.duration().orElseThrow().read(rows, column);
        return Double.isNaN(seconds) ? -1 : Math.round(seconds);
    }

    /** How long it lasted; -1 when there is no end yet. */
    private long until(ResultSet rows, TimeReader end, int column, long from) throws SQLException, NotATimeException {
        long to = end.read(rows, column);
        if (to == TimeReader.NONE) {
            return -1;
        }
        // An end that would lie before its start was shown after the clock had been set back.
        boolean again = to < from && to + asked.around() >= from;
        return again ? to + asked.around() - from : Math.max(to - from, -2);
    }

    private void take(String agent, String activity, long start, long seconds) {
        if (format.isLogOff(activity)) {
            return;
        }
        if (listed.isPresent() && !listed.get().contains(activity)) {
            unlisted++;
            return;
        }
        if (seconds < -1 || seconds > ActivityColumn.LONGEST) {
            unread.add("the activity \"" + activity + "\" of agent " + agent
                    + (seconds < 0 ? " ends before it starts" : " lasts for more than 366 days"));
            return;
        }
        boolean counts = seconds >= format.minimumDuration();
        leftOut += counts ? 0 : 1;
        // A row of 0 seconds still says that there is something about that agent and day.
        collector.add(agent, activity, start, counts ? (int) seconds : 0);
    }

    /** What was read; nothing can be read afterwards. */
    AgentActivities finish() {
        starts.end((agent, activity, start, seconds) -> {
            if (delivered.contains(start)) {
                take(agent, activity, start, seconds);
            }
        });
        return collector.finish();
    }
}
