package io.xlink.tcp;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Carries the bytes of one direction of a {@link Link}, on a thread of its own. */
final class Pump implements Runnable {
    private static final long NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Link link;
    private final Socket from;
    private final Socket to;
    private final Flow flow;
    private final AtomicLong count;
    private long passed;
    private long limit;
    private Fate fate;

    /** @param count of all bytes that passed in this direction, over all connections */
    Pump(Link link, Socket from, Socket to, Flow flow, AtomicLong count) {
        this.link = link;
        this.from = from;
        this.to = to;
        this.flow = flow;
        this.count = count;
        this.limit = flow.limit();
        this.fate = flow.fate();
    }

    /** Lets nothing more pass: the next byte meets this fate. */
    synchronized void endHere(Fate then) {
        limit = passed;
        fate = then;
    }

    @Override
    public void run() {
        try {
            carry();
        } catch (IOException e) {
            if (!swallows()) {
                link.reset(); // A side has gone, or this connection was cut.
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            link.reset();
        } finally {
            link.pumpEnded();
        }
    }

    private void carry() throws IOException, InterruptedException {
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream();
        byte[] buffer = new byte[Flow.LARGEST_PORTION];
        if (flow.limit() == 0 && !meetFate()) {
            return;
        }
        while (true) {
            int read = in.read(buffer, 0, (int) Math.min(buffer.length, Math.max(1, flow.bytesPerSecond() / 20)));
            if (read < 0) {
                if (!swallows()) {
                    link.endOf(to);
                }
                return;
            }
            link.pause(flow.latency().toNanos());
            for (int at = 0; at < read && !link.ended(); ) {
                int piece = pass(buffer, at, Math.min(flow.portion(), read - at), out);
                if (!meetFate()) {
                    return;
                }
                if (piece == 0) {
                    break; // Swallowed, with the rest of what was read.
                }
                at += piece;
                if (flow.bytesPerSecond() != Long.MAX_VALUE) {
                    link.pause(piece * NANOS / flow.bytesPerSecond());
                }
            }
        }
    }

    /** Whether the other side is to see nothing of this one any more, not even its end. */
    private synchronized boolean swallows() {
        return passed >= limit && fate == Fate.SWALLOW;
    }

    /** Writes what the limit allows, and counts it before the other side can have seen it. */
    private int pass(byte[] buffer, int at, int length, OutputStream out) throws IOException {
        int allowed;
        synchronized (this) {
            allowed = (int) Math.min(length, limit - passed);
            passed += allowed;
        }
        count.addAndGet(allowed);
        out.write(buffer, at, allowed);
        return allowed;
    }

    /** Does what is due at the limit; false when this direction carries nothing more and reads nothing more. */
    private boolean meetFate() throws InterruptedException {
        Fate due;
        synchronized (this) {
            due = passed < limit ? null : fate;
        }
        if (due == null || due == Fate.SWALLOW) {
            return true;
        }
        switch (due) {
            case FIN -> {
                link.fin();
                return true; // Reads on, and throws away: unread bytes would turn the end into a reset.
            }
            case STALL -> link.awaitEnd();
            default -> link.reset();
        }
        return false;
    }
}
