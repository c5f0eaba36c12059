package io.xlink.source.sql;

import io.xlink.it.MariaServer;
import io.xlink.it.PostgresServer;
import io.xlink.it.TestDatabase;
import io.xlink.source.odbc.OdbcUrls;
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
            String url = database.url() + "?stringtype=unspecified";
            return new Database(url, url, database.user(), false);
        }
    },
    MARIADB {
        @Override
        Database open() throws SQLException {
            TestDatabase database = MariaServer.running().newDatabase();
            return new Database(database.url(), database.url(), database.user(), true);
        }
    },
    SQLITE {
        @Override
        Database open() {
            String url = "jdbc:sqlite:" + file();
            return new Database(url, url, "", true);
        }
    },
    H2 {
        @Override
        Database open() {
            String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
            return new Database(url, url, "", true);
        }
    },
    POSTGRESQL_BY_ODBC {
        @Override
        Database open() throws SQLException {
            TestDatabase database = PostgresServer.running().newDatabase();
            return new Database(database.url(), OdbcUrls.postgres(database), database.user(), true);
        }
    },
    MARIADB_BY_ODBC {
        @Override
        Database open() throws SQLException {
            TestDatabase database = MariaServer.running().newDatabase();
            return new Database(database.url(), OdbcUrls.mariadb(database), database.user(), true);
        }
    },
    SQLITE_BY_ODBC {
        @Override
        Database open() {
            Path file = file();
            return new Database("jdbc:sqlite:" + file, OdbcUrls.sqlite(file), "", true);
        }
    };

    private static Path file() {
        try {
            Path file = Files.createTempFile("source", ".sqlite");
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A new, empty database. */
    abstract Database open() throws SQLException;

    /**
     * @param writeUrl by which it is filled, always of its own JDBC driver
     * @param readUrl by which it is read
     * @param autoCommit PostgreSQL's driver streams rows only within a transaction
     */
    record Database(String writeUrl, String readUrl, String user, boolean autoCommit) {

        Connection connect() throws SQLException {
            Connection connection = DriverManager.getConnection(readUrl, user, "");
            connection.setAutoCommit(autoCommit);
            return connection;
        }

        void run(List<String> statements) throws SQLException {
            try (Connection connection = DriverManager.getConnection(writeUrl, user, "");
                    Statement statement = connection.createStatement()) {
                // As one, which is quicker for databases that wait for the disk at each end of a transaction.
                connection.setAutoCommit(false);
                for (String sql : statements) {
                    statement.execute(sql);
                }
                connection.commit();
            }
        }
    }
}
