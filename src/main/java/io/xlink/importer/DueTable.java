package io.xlink.importer;

import io.xlink.model.LocalDay;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.Set;

/** Which days of which agents are to be delivered. Works within its caller's transaction. */
final class DueTable {
    private final Connection connection;
    private final ZoneId zone;

    DueTable(Connection connection, ZoneId zone) {
        this.connection = connection;
        this.zone = zone;
    }

    void add(String system, AgentDay agentDay) throws SQLException {
        update("insert or ignore into activity_due values (?, ?, ?)", system, agentDay);
    }

    void remove(String system, AgentDay agentDay) throws SQLException {
        update("delete from activity_due where external_system = ? and agent = ? and day = ?", system, agentDay);
    }

    /** By agent and day. */
    Set<AgentDay> find(String system) throws SQLException {
        Set<AgentDay> due = new LinkedHashSet<>();
        try (PreparedStatement query = connection.prepareStatement(
                "select agent, day from activity_due where external_system = ? order by agent, day")) {
            query.setString(1, system);
            try (ResultSet found = query.executeQuery()) {
                while (found.next()) {
                    due.add(new AgentDay(
                            found.getString(1), new LocalDay(LocalDate.ofEpochDay(found.getLong(2)), zone)));
                }
            }
        }
        return due;
    }

    private void update(String sql, String system, AgentDay agentDay) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setString(1, system);
            update.setString(2, agentDay.agent());
            update.setLong(3, agentDay.day().date().toEpochDay());
            update.executeUpdate();
        }
    }
}
