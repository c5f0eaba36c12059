package io.xlink.server;

import io.xlink.model.ActivityColumn;
import io.xlink.model.ActivityImport;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The writer's view of the stored activities. Belongs to one thread and works within its transaction. */
final class ActivityTable {
    private final PreparedStatement select;
    private final PreparedStatement upsert;
    private final PreparedStatement delete;

    /** What tells an agent's activities apart. */
    private record Key(long start, String activity) {}

    ActivityTable(Connection connection) throws SQLException {
        select = connection.prepareStatement("select start, activity, seconds from activities"
                + " where system = ? and agent = ? and start >= ? and start < ?");
        upsert = connection.prepareStatement(
                "insert into activities(system, agent, start, activity, seconds) values(?, ?, ?, ?, ?)"
                        + " on conflict do update set seconds = excluded.seconds");
        delete = connection.prepareStatement(
                "delete from activities where system = ? and agent = ? and start = ? and activity = ?");
    }

    /**
     * Puts what an import says of an agent in the place of what is stored of the agent, system and period. A day is
     * imported many times while it lasts: what stays as it was costs no writing.
     *
     * @param columns the agent's; all of their starts lie in the import's period
     */
    void replace(ActivityImport what, String agent, List<ActivityColumn> columns) throws SQLException {
        Map<Key, Integer> gone = load(what, agent);
        for (ActivityColumn column : columns) {
            for (int i = 0; i < column.size(); i++) {
                Key key = new Key(column.start(i), column.activity());
                Integer before = gone.remove(key);
                if (before == null || before != column.seconds(i)) {
                    bind(upsert, what, agent, key);
                    upsert.setInt(5, column.seconds(i));
                    upsert.executeUpdate();
                }
            }
        }
        for (Key key : gone.keySet()) {
            bind(delete, what, agent, key);
            delete.executeUpdate();
        }
    }

    private Map<Key, Integer> load(ActivityImport what, String agent) throws SQLException {
        select.setString(1, what.externalSystem());
        select.setString(2, agent);
        select.setLong(3, what.fromSecond());
        select.setLong(4, what.toSecond());
        Map<Key, Integer> held = new HashMap<>();
        try (ResultSet result = select.executeQuery()) {
            while (result.next()) {
                held.put(new Key(result.getLong(1), result.getString(2)), result.getInt(3));
            }
        }
        return held;
    }

    private static void bind(PreparedStatement statement, ActivityImport what, String agent, Key key)
            throws SQLException {
        statement.setString(1, what.externalSystem());
        statement.setString(2, agent);
        statement.setLong(3, key.start());
        statement.setString(4, key.activity());
    }
}
