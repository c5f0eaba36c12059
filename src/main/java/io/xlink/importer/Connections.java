package io.xlink.importer;

import io.xlink.source.jdbc.Database;
import io.xlink.source.jdbc.LoginRefusedException;
import java.sql.Connection;
import java.sql.SQLException;

/** Connections to databases, with errors that say which database it is. */
final class Connections {
    private Connections() {}

    /**
     * @throws LoginRefusedException when the login is refused
     * @throws SQLException when there is no connection; its message is complete for an administrator
     */
    static Connection of(Database database) throws SQLException {
        try {
            return database.connect();
        } catch (LoginRefusedException e) {
            throw e;
        } catch (SQLException e) {
            throw new SQLException(
                    "the data source " + database.name() + " (" + database.shown() + ") cannot be reached: "
                            + Causes.message(e),
                    e.getSQLState(),
                    e.getErrorCode(),
                    e);
        }
    }
}
