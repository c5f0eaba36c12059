package io.xlink.acdmap.basic;

/** Thrown by the statement {@code End}, through all procedures that are under way. */
final class Ended extends RuntimeException {
    static final Ended HERE = new Ended();
    private static final long serialVersionUID = 1;

    private Ended() {
        super(null, null, false, false);
    }
}
