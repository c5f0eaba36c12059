package io.xlink.server;

import io.xlink.model.ActivityQuery;
import io.xlink.model.ActivitySlice;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Reads the stored activities, slice by slice. It goes from agent to agent rather than through the whole table, so that
 * a day costs the same after years. Belongs to one connection and one thread at a time.
 */
final class ActivityExport {
    private final ActivityCheck check;
    private final int sliceValues;
    private final PreparedStatement begin;
    private final PreparedStatement commit;
    private final PreparedStatement nextAgent;
    private final PreparedStatement nextSystem;
    private final PreparedStatement activities;

    /** @param sliceValues about how many activities a slice holds; long texts make it fewer */
    ActivityExport(Connection connection, ActivityCheck check, int sliceValues) throws SQLException {
        this.check = check;
        this.sliceValues = sliceValues;
        begin = connection.prepareStatement("begin");
        commit = connection.prepareStatement("commit");
        // Two statements: for (system, agent) > (?, ?) the engine reads all that the agent has before it goes on.
        nextAgent = connection.prepareStatement(
                "select system, agent from activities where system = ? and agent > ? order by agent limit 1");
        nextSystem = connection.prepareStatement(
                "select system, agent from activities where system > ? order by system, agent limit 1");
        activities = connection.prepareStatement("select activity, start, seconds from activities"
                + " where system = ? and agent = ? and start >= ? and start < ? and (activity, start) >= (?, ?)"
                + " order by activity, start limit ?");
    }

    /** One slice, all of it as of one moment. */
    ActivitySlice read(ActivityQuery query) throws SQLException {
        begin.execute();
        try {
            return slice(query);
        } finally {
            commit.execute();
        }
    }

    private ActivitySlice slice(ActivityQuery query) throws SQLException {
        ActivitySliceBuilder slice = new ActivitySliceBuilder(sliceValues);
        Optional<ActivityCursor> place =
                query.cursor().isEmpty() ? next("", "") : Optional.of(ActivityCursor.parse(query.cursor()));
        while (place.isPresent()) {
            Optional<ActivityCursor> rest = read(query, place.get(), slice);
            if (rest.isPresent()) {
                return slice.build(rest.get().toString());
            }
            place = next(place.get().system(), place.get().agent());
        }
        return slice.build("");
    }

    private Optional<ActivityCursor> next(String system, String agent) throws SQLException {
        nextAgent.setString(1, system);
        nextAgent.setString(2, agent);
        Optional<ActivityCursor> sameSystem = first(nextAgent);
        if (sameSystem.isPresent()) {
            return sameSystem;
        }
        nextSystem.setString(1, system);
        return first(nextSystem);
    }

    private static Optional<ActivityCursor> first(PreparedStatement statement) throws SQLException {
        try (ResultSet result = statement.executeQuery()) {
            return result.next()
                    ? Optional.of(new ActivityCursor(result.getString(1), result.getString(2), "", Long.MIN_VALUE))
                    : Optional.empty();
        }
    }

    /** Reads an agent's activities from a place on; what did not fit any more, if anything, begins where it says. */
    private Optional<ActivityCursor> read(ActivityQuery query, ActivityCursor place, ActivitySliceBuilder slice)
            throws SQLException {
        activities.setString(1, place.system());
        activities.setString(2, place.agent());
        activities.setLong(3, query.fromSecond());
        activities.setLong(4, query.toSecond());
        activities.setString(5, place.activity());
        activities.setLong(6, place.start());
        // One more than fits, to see whether anything is left.
        activities.setLong(7, sliceValues + 1L);
        try (ResultSet result = activities.executeQuery()) {
            while (result.next()) {
                String activity = result.getString(1);
                long start = result.getLong(2);
                if (slice.full()) {
                    return Optional.of(new ActivityCursor(place.system(), place.agent(), activity, start));
                }
                slice.add(
                        place.system(),
                        check.activityId(place.system(), activity),
                        place.agent(),
                        activity,
                        start,
                        result.getInt(3));
            }
        }
        return Optional.empty();
    }
}
