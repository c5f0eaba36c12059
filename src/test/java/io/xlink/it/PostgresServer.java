package io.xlink.it;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A PostgreSQL server, started once for a JVM by the first test that asks, and ended with it. The user {@code postgres}
 * needs no password; every other one that a test creates logs in with its own.
 */
public final class PostgresServer {
    public static final String USER = "postgres";

    private static final String HOST = "127.0.0.1";
    private static PostgresServer running;

    private final EmbeddedPostgres server;
    private final AtomicInteger databases = new AtomicInteger();

    private PostgresServer(EmbeddedPostgres server) {
        this.server = server;
    }

    /** The server; the first call takes some seconds. */
    public static synchronized PostgresServer running() {
        if (running == null) {
            try {
                Path rules = Files.createTempFile("pg_hba", ".conf");
                rules.toFile().deleteOnExit();
                Files.writeString(
                        rules,
                        "host all " + USER + " " + HOST + "/32 trust\nhost all all " + HOST + "/32 scram-sha-256\n");
                running = new PostgresServer(EmbeddedPostgres.builder()
                        .setServerConfig("hba_file", rules.toString())
                        .start());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return running;
    }

    public int port() {
        return server.getPort();
    }

    /** The database that every server has, for what concerns the whole server. */
    public TestDatabase common() {
        return database("postgres");
    }

    /** A new, empty database. */
    public TestDatabase newDatabase() throws SQLException {
        String name = "test" + databases.incrementAndGet();
        common().run("CREATE DATABASE " + name);
        return database(name);
    }

    private TestDatabase database(String name) {
        return new TestDatabase(HOST, port(), name, USER, "", "jdbc:postgresql://" + HOST + ":" + port() + "/" + name);
    }
}
