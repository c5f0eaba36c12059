package io.xlink.iwfm.protocol;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Pings a server while its connection stands, and finds that it has been silent for three intervals. Belongs to the
 * connection's event loop.
 */
final class Heartbeat {
    private static final int SILENT_INTERVALS = 3;

    private final EventLoop loop;
    private final Runnable ping;
    private final Consumer<MalformedException> silent;
    private long interval;
    private long lastHeard = System.nanoTime();
    private ScheduledFuture<?> next;

    /**
     * @param ping sends one
     * @param silent told once when the server has been silent for too long
     */
    Heartbeat(EventLoop loop, Runnable ping, Consumer<MalformedException> silent) {
        this.loop = loop;
        this.ping = ping;
        this.silent = silent;
    }

    void start(Duration every) {
        interval = every.toNanos();
        schedule(interval);
    }

    /** Any byte is a sign of life, also within a frame. */
    void heard() {
        lastHeard = System.nanoTime();
    }

    void stop() {
        if (next != null) {
            next.cancel(false);
        }
    }

    private void beat() {
        long delay = nextBeat(interval, System.nanoTime() - lastHeard);
        if (delay <= 0) {
            silent.accept(new MalformedException(
                    "silent for " + TimeUnit.NANOSECONDS.toMillis(SILENT_INTERVALS * interval) + " ms"));
            return;
        }
        schedule(delay);
        ping.run();
    }

    private void schedule(long nanos) {
        next = loop.schedule(this::beat, nanos, TimeUnit.NANOSECONDS);
    }

    /** The time between two pings. The server's patience, in seconds, counts whatever the settings say; 0 is no limit. */
    static Duration interval(Duration heartbeat, int idleSeconds) {
        Duration most = Duration.ofSeconds(Integer.toUnsignedLong(idleSeconds)).dividedBy(SILENT_INTERVALS);
        return idleSeconds == 0 || heartbeat.compareTo(most) < 0 ? heartbeat : most;
    }

    /**
     * How long to wait for the next beat: one interval, or less when the silence would become too long meanwhile.
     *
     * @param silence since the last byte
     * @return zero or less when it is too long now; all in the same unit
     */
    static long nextBeat(long interval, long silence) {
        return Math.min(interval, SILENT_INTERVALS * interval - silence);
    }
}
