package io.xlink.iwfm.protocol;

import java.util.concurrent.atomic.LongAdder;

/** What a listener counts; cheap to add to from any thread. */
final class ListenerCounters {
    private final LongAdder accepted = new LongAdder();
    private final LongAdder turnedAway = new LongAdder();
    private final LongAdder logins = new LongAdder();
    private final LongAdder refusedLogins = new LongAdder();
    private final Traffic traffic = new Traffic();

    void accepted() {
        accepted.increment();
    }

    void turnedAway() {
        turnedAway.increment();
    }

    void login(boolean letIn) {
        (letIn ? logins : refusedLogins).increment();
    }

    Traffic traffic() {
        return traffic;
    }

    ListenerStatistics snapshot(int connections) {
        return new ListenerStatistics(
                connections,
                accepted.sum(),
                turnedAway.sum(),
                logins.sum(),
                refusedLogins.sum(),
                traffic.written(),
                traffic.read());
    }
}
