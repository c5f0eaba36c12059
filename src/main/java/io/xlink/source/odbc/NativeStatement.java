package io.xlink.source.odbc;

import com.sun.jna.Pointer;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.util.concurrent.ScheduledFuture;

/**
 * A statement of the driver manager, with the memory that was given to its driver: that must live as long as the handle,
 * whatever the collector thinks of the Java objects that use it.
 */
final class NativeStatement {
    private final NativeConnection connection;
    private final Pointer handle;
    private ByteBuffer columns;
    private ByteBuffer parameters;
    private int timeout;
    private boolean driverKeepsTimeout;
    private volatile int asked;
    private volatile boolean closed;
    private volatile boolean running;
    private volatile boolean timedOut;
    private boolean freed;

    NativeStatement(NativeConnection connection, Pointer handle) {
        this.connection = connection;
        this.handle = handle;
    }

    /** A function of the driver manager that is called with a statement's handle. */
    interface Call {
        short on(Pointer handle);
    }

    /** What is done when a call failed. */
    interface Step<T> {
        T with(Pointer handle) throws SQLException;
    }

    /** Does several calls that belong together. */
    <T> T together(Step<T> step) throws SQLException {
        connection.enter();
        try {
            if (closed) {
                throw Refusal.closed("the statement");
            }
            return step.with(handle);
        } finally {
            Reference.reachabilityFence(this);
            connection.leave();
        }
    }

    /**
     * Does one call.
     *
     * @param doing what it is for, as an error begins
     * @return success, success with information, or no data
     */
    short call(String doing, Call call) throws SQLException {
        return together(h -> {
            short result = call.on(h);
            if (!OdbcCalls.isDone(result) && result != OdbcFunctions.NO_DATA) {
                throw error(doing);
            }
            return result;
        });
    }

    /** Does one call that asks the database and may last, within the time limit. */
    short ask(String doing, Call call) throws SQLException {
        return together(h -> {
            int number = ++asked;
            ScheduledFuture<?> alarm = timeout > 0 ? QueryAlarms.in(alarmSeconds(), () -> timeOut(number)) : null;
            timedOut = false;
            running = true;
            try {
                return call(doing, call);
            } finally {
                running = false;
                if (alarm != null) {
                    alarm.cancel(false);
                }
            }
        });
    }

    /** Where the driver keeps the limit itself, ours is there for what it forgets. */
    private int alarmSeconds() {
        return driverKeepsTimeout ? timeout + 2 : timeout;
    }

    /** An alarm that comes too late must not end the next call. */
    private void timeOut(int number) {
        if (running && number == asked) {
            timedOut = true;
            cancelRunning();
        }
    }

    /** @param seconds 0 for no limit */
    void setTimeout(int seconds) throws SQLException {
        if (seconds != timeout) {
            driverKeepsTimeout = OdbcCalls.isDone(together(h -> StatementFunctions.SQLSetStmtAttr(
                    h, StatementFunctions.ATTR_QUERY_TIMEOUT, Pointer.createConstant(seconds), 0)));
            timeout = seconds;
        }
    }

    int timeout() {
        return timeout;
    }

    /** Asks the driver to end what it does for this statement in another thread; does nothing when it does nothing. */
    void cancelRunning() {
        if (running) {
            synchronized (this) {
                if (!freed) {
                    StatementFunctions.SQLCancel(handle);
                }
            }
        }
    }

    /** Holds memory that the driver is given for results, in place of the last. */
    void holdColumns(ByteBuffer memory) {
        columns = memory;
    }

    /** Holds memory that the driver is given for parameters, in place of the last. */
    void holdParameters(ByteBuffer memory) {
        parameters = memory;
    }

    /** The error that the last call left. */
    SQLException error(String doing) {
        SqlFailure failure =
                new SqlFailure(doing, OdbcCalls.diagnoses(connection.encoding(), StatementFunctions.STATEMENT, handle));
        boolean late = timedOut || (timeout > 0 && failure.mayBeTimeout());
        boolean dead = failure.meansDead() || connection.isDead();
        if (dead) {
            connection.setDead();
        }
        return failure.exception(connection.text(), dead, late);
    }

    /** May be called by any thread and any number of times. */
    void close() {
        if (!closed) {
            closed = true;
            cancelRunning();
            connection.close(this);
        }
    }

    boolean isClosed() {
        return closed || connection.isClosed();
    }

    /** By the connection, when no call is on its way. */
    synchronized void free() {
        if (!freed) {
            freed = true;
            OdbcFunctions.SQLFreeHandle(StatementFunctions.STATEMENT, handle);
            Reference.reachabilityFence(columns);
            Reference.reachabilityFence(parameters);
        }
    }

    NativeConnection connection() {
        return connection;
    }
}
