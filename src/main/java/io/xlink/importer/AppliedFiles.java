package io.xlink.importer;

import io.xlink.source.csv.AgentActivities;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.zip.CRC32C;

/**
 * Files that the timeline has taken and whose delivery is not over. Works within its caller's transaction. A file whose
 * content reads otherwise, because the configuration has changed, is another one.
 */
final class AppliedFiles {
    private final Connection connection;

    AppliedFiles(Connection connection) {
        this.connection = connection;
    }

    /** Notes a file; false when this state of it was noted before. */
    boolean add(String system, ActivityTimeline.Said said, long now) throws SQLException {
        FileStamp file = said.file();
        try (PreparedStatement insert = connection.prepareStatement("insert into activity_applied values"
                + " (?, ?, ?, ?, ?, ?, ?) on conflict do update set size = excluded.size, modified = excluded.modified,"
                + " file_key = excluded.file_key, content = excluded.content, noted_at = excluded.noted_at where size <>"
                + " excluded.size or modified <> excluded.modified or file_key <> excluded.file_key or content <>"
                + " excluded.content")) {
            insert.setString(1, system);
            insert.setString(2, file.path().toString());
            insert.setLong(3, file.size());
            insert.setLong(4, file.modified());
            insert.setString(5, file.key());
            insert.setLong(6, content(said.activities()));
            insert.setLong(7, now);
            return insert.executeUpdate() > 0;
        }
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
