package io.xlink.source.odbc;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Ends queries after their time limit, for drivers that keep none. */
final class QueryAlarms {
    private static final ScheduledThreadPoolExecutor CLOCK =
            new ScheduledThreadPoolExecutor(1, action -> daemon(action, "xlink-odbc-timeout"));

    static {
        CLOCK.setRemoveOnCancelPolicy(true);
    }

    private QueryAlarms() {}

    /** Does something later, in a thread of its own, because a cancellation may itself have to wait for the network. */
    static ScheduledFuture<?> in(int seconds, Runnable action) {
        return CLOCK.schedule(() -> daemon(action, "xlink-odbc-cancel").start(), seconds, TimeUnit.SECONDS);
    }

    private static Thread daemon(Runnable action, String name) {
        Thread thread = new Thread(action, name);
        thread.setDaemon(true);
        return thread;
    }
}
