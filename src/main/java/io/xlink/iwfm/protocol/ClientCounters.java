package io.xlink.iwfm.protocol;

import java.util.concurrent.atomic.LongAdder;

/** What a client counts; cheap to add to from any thread. */
final class ClientCounters {
    private final LongAdder sent = new LongAdder();
    private final LongAdder acknowledged = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final LongAdder logins = new LongAdder();
    private final Traffic traffic = new Traffic();

    void sent() {
        sent.increment();
    }

    void ended(boolean answered) {
        (answered ? acknowledged : failed).increment();
    }

    void loggedIn() {
        logins.increment();
    }

    Traffic traffic() {
        return traffic;
    }

    ClientStatistics snapshot(ClientState state, int pending, int inFlight, String lastError) {
        return new ClientStatistics(
                state,
                sent.sum(),
                acknowledged.sum(),
                failed.sum(),
                pending,
                inFlight,
                Math.max(0, logins.sum() - 1),
                traffic.written(),
                traffic.read(),
                lastError);
    }
}
