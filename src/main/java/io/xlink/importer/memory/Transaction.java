package io.xlink.importer.memory;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Changes of the importer's database that are made together or not at all. The lock is taken at the beginning: with the
 * driver's own transactions a first question would be answered from a state of the database that another connection
 * may have left behind when the first change comes, and that change would fail.
 */
public final class Transaction {
    private Transaction() {}

    /** What is changed. */
    public interface Changes {
        void make() throws SQLException, IOException;
    }

    /** Makes them, durable when this returns. */
    public static void make(Connection connection, Changes changes) throws SQLException, IOException {
        execute(connection, "begin immediate");
        try {
            changes.make();
            execute(connection, "commit");
        } catch (SQLException | IOException | RuntimeException e) {
            try {
                execute(connection, "rollback");
            } catch (SQLException r) {
                e.addSuppressed(r);
            }
            throw e;
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
