package io.xlink.importer;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** When agents began something: a row for each agent and UTC day. Works within its caller's transaction. */
final class StartTable {
    private static final String OF_AGENT = " from activity_start where external_system = ? and agent = ?";

    private final Connection connection;

    StartTable(Connection connection) {
        this.connection = connection;
    }

    /** What is known of an agent on the days from the first second to the last one, and the start before them. */
    NavigableMap<Long, String> find(String system, String agent, long first, long last) throws SQLException {
        return find(
                system,
                agent,
                "select utc_day, starts" + OF_AGENT + " and utc_day <= ? and utc_day >= coalesce((select max(utc_day)"
                        + OF_AGENT + " and utc_day < ?), ?)",
                DayStarts.day(last),
                DayStarts.day(first));
    }

    /** What is known of an agent on the days from a second to another one, and the start after them. */
    NavigableMap<Long, String> findWithNext(String system, String agent, long from, long to) throws SQLException {
        return find(
                system,
                agent,
                "select utc_day, starts" + OF_AGENT + " and utc_day >= ? and utc_day <= coalesce((select min(utc_day)"
                        + OF_AGENT + " and utc_day > ?), ?)",
                DayStarts.day(from),
                DayStarts.day(to));
    }

    /** The agents of whom anything is known from the day of one second to that of another. */
    List<String> agents(String system, long from, long to) throws SQLException {
        List<String> agents = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(
                "select distinct agent from activity_start where external_system = ? and utc_day between ? and ?")) {
            query.setString(1, system);
            query.setLong(2, DayStarts.day(from));
            query.setLong(3, DayStarts.day(to));
            try (ResultSet found = query.executeQuery()) {
                while (found.next()) {
                    agents.add(found.getString(1));
                }
            }
        }
        return agents;
    }

    private NavigableMap<Long, String> find(String system, String agent, String sql, long one, long other)
            throws SQLException {
        NavigableMap<Long, String> starts = new TreeMap<>();
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, system);
            query.setString(2, agent);
            query.setLong(3, one);
            query.setString(4, system);
            query.setString(5, agent);
            query.setLong(6, other);
            query.setLong(7, other);
            try (ResultSet found = query.executeQuery()) {
                while (found.next()) {
                    starts.putAll(DayStarts.of(found.getLong(1), found.getBytes(2)));
                }
            }
        }
        return starts;
    }

    /** Writes one day of an agent; {@code starts} may hold others. */
    void write(String system, String agent, long day, NavigableMap<Long, String> starts, long now) throws SQLException {
        NavigableMap<Long, String> ofDay = starts.subMap(day * DayStarts.DAY, true, (day + 1) * DayStarts.DAY, false);
        String sql = ofDay.isEmpty()
                ? "delete" + OF_AGENT + " and utc_day = ?"
                : "insert or replace into activity_start values (?, ?, ?, ?, ?)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, system);
            statement.setString(2, agent);
            statement.setLong(3, day);
            if (!ofDay.isEmpty()) {
                statement.setBytes(4, DayStarts.bytes(ofDay));
                statement.setLong(5, now);
            }
            statement.executeUpdate();
        }
    }

    /** Forgets what was last said before a second. */
    void forget(long before) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("delete from activity_start where noted_at < ?")) {
            delete.setLong(1, before);
            delete.executeUpdate();
        }
    }
}
