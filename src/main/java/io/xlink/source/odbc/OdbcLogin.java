package io.xlink.source.odbc;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Logs in at a database, and gives up drivers that do not come back. */
final class OdbcLogin {
    /** Drivers count their time limit in seconds and may begin late; those that keep none are left behind after it. */
    private static final Duration GRACE = Duration.ofSeconds(3);

    private OdbcLogin() {}

    /**
     * Logs in once; the caller closes the connection.
     *
     * @param source where, with a driver that is there
     * @param limit whole seconds, at least 1; a driver that does not keep to it is given up 3 s later, with the thread
     *     that is inside it
     * @throws OdbcException when there is no driver manager, no connection, or the login is refused
     */
    static NativeConnection open(DataSource source, ConnectionText text, Duration limit) throws OdbcException {
        CompletableFuture<NativeConnection> login = new CompletableFuture<>();
        Thread thread = new Thread(() -> logIn(source, text, limit, login), "xlink-odbc-login");
        thread.setDaemon(true);
        thread.start();
        try {
            return login.get(limit.plus(GRACE).toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            abandon(login);
            throw new OdbcException(
                    "HYT00",
                    0,
                    false,
                    "data source " + source.name() + " did not answer within " + limit.toSeconds() + " s",
                    "Look at its host and port, whether the database runs, and at the firewall");
        } catch (InterruptedException e) {
            abandon(login);
            Thread.currentThread().interrupt();
            throw OdbcException.early("the login at " + source.name() + " was given up", "Start the program again");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof OdbcException refused) {
                throw refused;
            }
            // Without the cause, because nobody knows what a library's error quotes.
            throw OdbcException.early(
                    "the login at " + source.name() + " ended in "
                            + e.getCause().getClass().getSimpleName(),
                    "Report this, with the driver's name and version");
        }
    }

    /** Whichever side comes second closes the connection. */
    private static void abandon(CompletableFuture<NativeConnection> login) {
        if (!login.cancel(false) && !login.isCompletedExceptionally()) {
            login.join().close();
        }
    }

    private static void logIn(
            DataSource source, ConnectionText text, Duration limit, CompletableFuture<NativeConnection> login) {
        try {
            NativeConnection connection = NativeConnection.open(source, text, limit);
            if (!login.complete(connection)) {
                connection.close();
            }
        } catch (OdbcException | RuntimeException | LinkageError e) {
            login.completeExceptionally(e);
        }
    }
}
