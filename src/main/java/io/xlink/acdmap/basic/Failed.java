package io.xlink.acdmap.basic;

/** Thrown within an evaluation where it cannot go on; {@link ScriptRun} makes a {@link ScriptFailure} of it. */
final class Failed extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Reason reason;
    private final int at;

    /** @param at offset of the place in the script's text */
    Failed(Reason reason, int at) {
        super(null, null, false, false);
        this.reason = reason;
        this.at = at;
    }

    Reason reason() {
        return reason;
    }

    int at() {
        return at;
    }
}
