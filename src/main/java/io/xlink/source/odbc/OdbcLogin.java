package io.xlink.source.odbc;

import com.sun.jna.Pointer;
import io.xlink.config.Secret;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Logs in at a database once, asks what it is, and leaves. */
final class OdbcLogin {
    /** Drivers count their time limit in seconds and may begin late; those that keep none are left behind after it. */
    private static final Duration GRACE = Duration.ofSeconds(3);

    private OdbcLogin() {}

    /**
     * @param source where, with a driver that is there
     * @param limit whole seconds, at least 1; a driver that does not keep to it is given up 3 s later, with the thread
     *     that is inside it
     * @throws OdbcException when there is no driver manager, no connection, or the login is refused
     */
    static Database at(DataSource source, Optional<String> user, Optional<Secret> password, Duration limit)
            throws OdbcException {
        FutureTask<Database> login = new FutureTask<>(() -> logIn(source, user, password, limit));
        Thread thread = new Thread(login, "xlink-odbc-login");
        thread.setDaemon(true);
        thread.start();
        try {
            return login.get(limit.plus(GRACE).toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new OdbcException(
                    "HYT00",
                    0,
                    false,
                    "data source " + source.name() + " did not answer within " + limit.toSeconds() + " s",
                    "Look at its host and port, whether the database runs, and at the firewall");
        } catch (InterruptedException e) {
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

    private static Database logIn(DataSource source, Optional<String> user, Optional<Secret> password, Duration limit)
            throws OdbcException {
        Pointer environment = OdbcCalls.environment();
        try {
            Pointer connection = OdbcCalls.allocate(OdbcFunctions.CONNECTION, environment);
            try {
                return connect(connection, source, new ConnectionText(source, Attributes.NONE, user, password), limit);
            } finally {
                OdbcFunctions.SQLFreeHandle(OdbcFunctions.CONNECTION, connection);
            }
        } finally {
            OdbcFunctions.SQLFreeHandle(OdbcFunctions.ENVIRONMENT, environment);
        }
    }

    private static Database connect(Pointer connection, DataSource source, ConnectionText text, Duration limit)
            throws OdbcException {
        Encoding encoding = Encoding.of(source.library());
        // A driver may not know the limit; then ours holds.
        OdbcFunctions.SQLSetConnectAttr(
                connection,
                OdbcFunctions.ATTR_LOGIN_TIMEOUT,
                Pointer.createConstant(Math.max(1, limit.toSeconds())),
                OdbcFunctions.IS_UINTEGER);
        if (!OdbcCalls.isDone(encoding.connect(connection, text.reveal()))) {
            throw OdbcCalls.failure(
                    "the login at data source " + source.name() + " failed",
                    encoding,
                    OdbcFunctions.CONNECTION,
                    connection,
                    text::cleaned);
        }
        try {
            return new Database(
                    encoding.info(connection, OdbcFunctions.DBMS_NAME),
                    encoding.info(connection, OdbcFunctions.DBMS_VERSION));
        } finally {
            OdbcFunctions.SQLDisconnect(connection);
        }
    }
}
