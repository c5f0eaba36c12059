package io.xlink.source.odbc;

import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks a database whether it still answers. */
final class ConnectionProbe {
    private static final String QUESTION = "SELECT 1";
    /** Drivers count in seconds and may begin late; after it a server that keeps silent counts as gone. */
    private static final int GRACE_MILLIS = 500;

    private ConnectionProbe() {}

    /**
     * @param seconds 0 for no limit
     */
    static boolean isAlive(NativeConnection connection, int seconds) {
        if (connection.isClosed() || connection.isKnownDead()) {
            return false;
        }
        if (connection.isBusyElsewhere()) {
            // A call of another thread is on its way; to wait for it would tell less.
            return true;
        }
        if (seconds == 0) {
            return answers(connection, 0);
        }
        return answersWithin(connection, seconds);
    }

    /** In a thread of its own, because a driver may wait for a silent network for as long as it likes. */
    private static boolean answersWithin(NativeConnection connection, int seconds) {
        CompletableFuture<Boolean> answer = new CompletableFuture<>();
        Thread thread = new Thread(() -> answer.complete(answers(connection, seconds)), "xlink-odbc-probe");
        thread.setDaemon(true);
        thread.start();
        try {
            return answer.get(TimeUnit.SECONDS.toMillis(seconds) + GRACE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            connection.setDead();
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            return false;
        }
    }

    private static boolean answers(NativeConnection connection, int seconds) {
        try {
            NativeStatement statement = connection.statement();
            try {
                statement.setTimeout(seconds);
                Encoding encoding = connection.encoding();
                statement.ask("the database does not answer", handle -> encoding.execute(handle, QUESTION));
                return true;
            } finally {
                statement.close();
            }
        } catch (SQLException e) {
            // Databases with other words for it answer, too, when they say so.
            String state = String.valueOf(e.getSQLState());
            return state.startsWith("42") || state.startsWith("37");
        }
    }
}
