package io.xlink.source.odbc;

import com.sun.jna.Pointer;
import java.lang.ref.Reference;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A connection of the driver manager. Calls on it and its statements go one after the other, because drivers need not
 * stand more; only a cancellation comes between. Closing never waits: what a call in another thread still uses is freed
 * by that thread, when the call has come back.
 */
final class NativeConnection {
    /** For a call of another thread on the same connection. */
    private static final Duration BUSY_LIMIT = Duration.ofMinutes(10);

    private static final int DEAD = 1;

    private final String name;
    private final Encoding encoding;
    private final ConnectionText text;
    private final Pointer environment;
    private final Pointer connection;
    private final ReentrantLock line = new ReentrantLock();
    private final Set<NativeStatement> statements = ConcurrentHashMap.newKeySet();
    private final Queue<NativeStatement> closedStatements = new ConcurrentLinkedQueue<>();
    private volatile boolean closed;
    private volatile boolean dead;
    private boolean autoCommit = true;
    private boolean freed;

    private NativeConnection(
            String name, Encoding encoding, ConnectionText text, Pointer environment, Pointer connection) {
        this.name = name;
        this.encoding = encoding;
        this.text = text;
        this.environment = environment;
        this.connection = connection;
    }

    /**
     * Logs in. Blocks for as long as the driver does.
     *
     * @param limit whole seconds, at least 1, for drivers that keep one
     */
    static NativeConnection open(DataSource source, ConnectionText text, Duration limit) throws OdbcException {
        Pointer environment = OdbcCalls.environment();
        Pointer connection = null;
        boolean connected = false;
        try {
            connection = OdbcCalls.allocate(OdbcFunctions.CONNECTION, environment);
            Encoding encoding = Encoding.of(source.library());
            // Drivers may know neither; then our own limit holds, and what the session is told.
            attribute(connection, OdbcFunctions.ATTR_LOGIN_TIMEOUT, Math.max(1, limit.toSeconds()));
            attribute(connection, OdbcFunctions.ATTR_ACCESS_MODE, 1);
            if (!OdbcCalls.isDone(encoding.connect(connection, text.reveal()))) {
                throw OdbcCalls.failure(
                        "the login at data source " + source.name() + " failed",
                        encoding,
                        OdbcFunctions.CONNECTION,
                        connection,
                        text::cleaned);
            }
            connected = true;
            return new NativeConnection(source.name(), encoding, text, environment, connection);
        } finally {
            if (!connected) {
                if (connection != null) {
                    OdbcFunctions.SQLFreeHandle(OdbcFunctions.CONNECTION, connection);
                }
                OdbcFunctions.SQLFreeHandle(OdbcFunctions.ENVIRONMENT, environment);
            }
        }
    }

    private static short attribute(Pointer connection, int attribute, long value) {
        return OdbcFunctions.SQLSetConnectAttr(
                connection, attribute, Pointer.createConstant(value), OdbcFunctions.IS_UINTEGER);
    }

    /** Begins a call, or several that belong together; {@link #leave} must follow. */
    void enter() throws SQLException {
        try {
            if (!line.tryLock(BUSY_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new SQLException(
                        "the connection to " + name + " has been in use by another thread for " + BUSY_LIMIT.toMinutes()
                                + " min. Use a connection for each thread",
                        "HYT00");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted while waiting for the connection to " + name, "HY008", e);
        }
        if (closed) {
            leave();
            throw new SQLException("the connection to " + name + " is closed", "08003");
        }
    }

    void leave() {
        line.unlock();
        sweep();
    }

    /** Frees what was closed, unless a call is on its way; then that one does when it comes back. */
    private void sweep() {
        if (line.isHeldByCurrentThread()) {
            return;
        }
        while ((!closedStatements.isEmpty() || (closed && !freed)) && line.tryLock()) {
            try {
                for (NativeStatement next = closedStatements.poll(); next != null; next = closedStatements.poll()) {
                    next.free();
                    statements.remove(next);
                }
                if (closed && !freed) {
                    statements.forEach(NativeStatement::free);
                    statements.clear();
                    free();
                }
            } finally {
                line.unlock();
            }
        }
    }

    private void free() {
        freed = true;
        if (!autoCommit) {
            OdbcFunctions.SQLEndTran(OdbcFunctions.CONNECTION, connection, OdbcFunctions.ROLLBACK);
        }
        OdbcFunctions.SQLDisconnect(connection);
        OdbcFunctions.SQLFreeHandle(OdbcFunctions.CONNECTION, connection);
        OdbcFunctions.SQLFreeHandle(OdbcFunctions.ENVIRONMENT, environment);
    }

    NativeStatement statement() throws SQLException {
        enter();
        try {
            NativeStatement statement =
                    new NativeStatement(this, OdbcCalls.allocate(StatementFunctions.STATEMENT, connection));
            statements.add(statement);
            return statement;
        } catch (OdbcException e) {
            throw error("no statement can be made at data source " + name);
        } finally {
            leave();
        }
    }

    /** @param statement that no thread uses any more, or will not for long */
    void close(NativeStatement statement) {
        closedStatements.add(statement);
        sweep();
    }

    /** Frees everything; a statement that runs in another thread is cancelled first. */
    void close() {
        closed = true;
        if (line.isLocked() && !line.isHeldByCurrentThread()) {
            statements.forEach(NativeStatement::cancelRunning);
        }
        sweep();
    }

    boolean isClosed() {
        return closed;
    }

    boolean isAutoCommit() {
        return autoCommit;
    }

    void setAutoCommit(boolean on) throws SQLException {
        enter();
        try {
            if (on != autoCommit) {
                check(
                        "the transaction mode cannot be changed",
                        attribute(connection, OdbcFunctions.ATTR_AUTOCOMMIT, on ? 1 : 0));
                autoCommit = on;
            }
        } finally {
            leave();
        }
    }

    /** A level of {@link java.sql.Connection}; ODBC has the same numbers. */
    int isolation() throws SQLException {
        enter();
        try {
            int[] level = new int[1];
            short result = OdbcFunctions.SQLGetConnectAttr(
                    connection, OdbcFunctions.ATTR_ISOLATION, level, Integer.BYTES, new int[1]);
            check("the isolation of transactions is not told", result);
            return level[0];
        } finally {
            leave();
        }
    }

    void setIsolation(int level) throws SQLException {
        enter();
        try {
            check(
                    "the isolation of transactions cannot be " + level,
                    attribute(connection, OdbcFunctions.ATTR_ISOLATION, level));
        } finally {
            leave();
        }
    }

    void end(short completion) throws SQLException {
        enter();
        try {
            check(
                    "the transaction cannot be ended",
                    OdbcFunctions.SQLEndTran(OdbcFunctions.CONNECTION, connection, completion));
        } finally {
            leave();
        }
    }

    private void check(String doing, short result) throws SQLException {
        if (!OdbcCalls.isDone(result)) {
            throw error(doing + " at data source " + name);
        }
    }

    private SQLException error(String doing) {
        return new SqlFailure(doing, OdbcCalls.diagnoses(encoding, OdbcFunctions.CONNECTION, connection))
                .exception(text, isDead(), false);
    }

    /** Whether the driver, or an earlier error, says that the connection is lost. Asks no server. */
    boolean isDead() {
        if (!dead && !freed) {
            int[] value = new int[1];
            short result = OdbcFunctions.SQLGetConnectAttr(
                    connection, OdbcFunctions.ATTR_CONNECTION_DEAD, value, Integer.BYTES, new int[1]);
            dead = OdbcCalls.isDone(result) && value[0] == DEAD;
            Reference.reachabilityFence(this);
        }
        return dead;
    }

    /** Whether an earlier error said so; asks nobody. */
    boolean isKnownDead() {
        return dead;
    }

    boolean isBusyElsewhere() {
        return line.isLocked() && !line.isHeldByCurrentThread();
    }

    void setDead() {
        dead = true;
    }

    /** SQLGetInfo of a text; empty when the driver does not know. */
    String info(short type) throws SQLException {
        enter();
        try {
            return encoding.info(connection, type);
        } finally {
            leave();
        }
    }

    /** SQLGetInfo of a number; 0 when the driver does not know. */
    int number(short type) throws SQLException {
        enter();
        try {
            return encoding.number(connection, type);
        } finally {
            leave();
        }
    }

    String name() {
        return name;
    }

    Encoding encoding() {
        return encoding;
    }

    ConnectionText text() {
        return text;
    }

    List<NativeStatement> statements() {
        return List.copyOf(statements);
    }
}
