package io.xlink.importer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.support.SynchronizationAdapter;

/**
 * Lets automatic imports begin, except while somebody imports by hand (specification, section 6): two imports of the same days
 * at a time could undo each other. What is due meanwhile stays due.
 */
final class ImportGate {
    private final Map<Object, String> inside = new LinkedHashMap<>();
    private int pauses;

    /** An automatic import that is at work. */
    static final class Pass extends SynchronizationAdapter implements AutoCloseable {
        private final Runnable over;

        private Pass(Runnable over) {
            this.over = over;
        }

        @Override
        public void close() {
            over.run();
        }

        /** The exchange that made the import is over. */
        @Override
        public void onDone(Exchange exchange) {
            close();
        }
    }

    /** Automatic imports do not begin until this is closed. */
    interface Pause extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * An automatic import wants to begin.
     *
     * @param what names it, for messages
     * @return to be closed when it is over; empty when it must not begin now
     */
    synchronized Optional<Pass> enter(String what) {
        if (pauses > 0) {
            return Optional.empty();
        }
        Object key = new Object();
        inside.put(key, what);
        return Optional.of(new Pass(() -> leave(key)));
    }

    private synchronized void leave(Object key) {
        inside.remove(key);
        notifyAll();
    }

    /** From now on none begins; those that are at work go on. */
    synchronized Pause pause() {
        pauses++;
        boolean[] closed = new boolean[1];
        return () -> resume(closed);
    }

    private synchronized void resume(boolean[] closed) {
        if (!closed[0]) {
            closed[0] = true;
            pauses--;
        }
    }

    /** Whether automatic imports may begin. */
    synchronized boolean isOpen() {
        return pauses == 0;
    }

    /** Waits for those at work, but no longer than this; returns which of them still are. */
    synchronized List<String> awaitEmpty(long millis) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        for (long left = millis; !inside.isEmpty() && left > 0; ) {
            wait(left);
            left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        }
        return List.copyOf(inside.values());
    }
}
