package io.xlink.it;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A database of its own on a server that all tests of a JVM share.
 *
 * @param host of the server, by address
 * @param port of the server
 * @param name of the database
 * @param user who owns it
 * @param password the user's; empty where none is asked for
 * @param url of the database's own JDBC driver, without user and password
 */
public record TestDatabase(String host, int port, String name, String user, String password, String url) {
    /** A connection by the database's own JDBC driver. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    /** Runs statements, one after the other, by the database's own JDBC driver. */
    public void run(String... statements) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
