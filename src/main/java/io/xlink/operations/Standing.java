package io.xlink.operations;

/** How well something is. */
enum Standing {
    UP,
    /** It works, and somebody should look at it. */
    DEGRADED,
    DOWN;

    Standing worse(Standing other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
