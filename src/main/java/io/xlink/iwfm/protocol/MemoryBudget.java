package io.xlink.iwfm.protocol;

import java.util.concurrent.atomic.AtomicLong;

/** What all imports under way at a listener may hold together. */
final class MemoryBudget {
    private final long limit;
    private final AtomicLong held = new AtomicLong();

    MemoryBudget(long limit) {
        this.limit = limit;
    }

    /** Takes bytes; false, and nothing taken, when they are not there. */
    boolean take(long bytes) {
        if (held.addAndGet(bytes) <= limit) {
            return true;
        }
        held.addAndGet(-bytes);
        return false;
    }

    void give(long bytes) {
        held.addAndGet(-bytes);
    }

    long held() {
        return held.get();
    }
}
