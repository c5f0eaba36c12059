package io.xlink.source.sql;

import io.xlink.it.MariaServer;
import io.xlink.it.PostgresServer;
import io.xlink.it.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;

/** The databases on which every test of this package must give the same. */
enum TestSource {
    POSTGRESQL {
        @Override
        Database open() throws SQLException {
            TestDatabase database = PostgresServer.running().newDatabase();
            return new Database(this, database.url() + "?stringtype=unspecified", database.user());
        }
    },
    MARIADB {
        @Override
        Database open() throws SQLException {
            TestDatabase database = MariaServer.running().newDatabase();
            return new Database(this, database.url(), database.user());
        }
    },
    SQLITE {
        @Override
        Database open() {
            try {
                Path file = Files.createTempFile("source", ".sqlite");
                file.toFile().deleteOnExit();
                return new Database(this, "jdbc:sqlite:" + file, "");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    },
    H2 {
        @Override
        Database open() {
            return new Database(this, "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "");
        }
    };

    /** A new, empty database. */
    abstract Database open() throws SQLException;

    record Database(TestSource source, String url, String user) {

        Connection connect() throws SQLException {
            Connection connection = DriverManager.getConnection(url, user, "");
            // PostgreSQL streams rows only within a transaction.
            connection.setAutoCommit(source != POSTGRESQL);
            return connection;
        }

        void run(List<String> statements) throws SQLException {
            try (Connection connection = DriverManager.getConnection(url, user, "");
                    Statement statement = connection.createStatement()) {
                for (String sql : statements) {
                    statement.execute(sql);
                }
            }
        }
    }
}
