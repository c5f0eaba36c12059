package io.xlink.importer;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Files that the timeline has taken and whose delivery is not over. Works within its caller's transaction. A file whose
 * content reads otherwise, because the configuration has changed, is another one.
 */
final class AppliedFiles {
    private final Connection connection;

    AppliedFiles(Connection connection) {
        this.connection = connection;
    }

    /** Whether this state of a file was noted. */
    boolean contains(String system, ActivityTimeline.Said said) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select 1 from activity_applied where"
                + " external_system = ? and path = ? and size = ? and modified = ? and file_key = ? and content = ?")) {
            bind(query, system, said);
            try (ResultSet found = query.executeQuery()) {
                return found.next();
            }
        }
    }

    /** Notes a file in the place of an earlier state of it. */
    void add(String system, ActivityTimeline.Said said, long now) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert or replace into activity_applied values (?, ?, ?, ?, ?, ?, ?)")) {
            bind(insert, system, said);
            insert.setLong(7, now);
            insert.executeUpdate();
        }
    }

    private static void bind(PreparedStatement statement, String system, ActivityTimeline.Said said)
            throws SQLException {
        FileStamp file = said.file();
        statement.setString(1, system);
        statement.setString(2, file.path().toString());
        statement.setLong(3, file.size());
        statement.setLong(4, file.modified());
        statement.setString(5, file.key());
        statement.setLong(6, said.content());
    }

    void remove(String system, Path file) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("delete from activity_applied where external_system = ? and path = ?")) {
            delete.setString(1, system);
            delete.setString(2, file.toString());
            delete.executeUpdate();
        }
    }

    void forget(long before) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("delete from activity_applied where noted_at < ?")) {
            delete.setLong(1, before);
            delete.executeUpdate();
        }
    }
}
