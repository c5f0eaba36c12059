package io.xlink.acdmap.basic.naive;

/** An evaluation that cannot go on, with the page's words for it. */
final class NaiveFailure extends RuntimeException {
    static final String DIVISION_BY_ZERO = "division by zero";
    static final String OVERFLOW = "overflow";
    static final String TYPE_MISMATCH = "type mismatch";
    static final String INVALID_ARGUMENT = "invalid argument";
    static final String STEP_LIMIT = "step limit";
    static final String CALL_DEPTH = "call depth";
    static final String TEXT_TOO_LONG = "text too long";

    private static final long serialVersionUID = 1;

    /** Of the statement, or the condition of one, that was being evaluated; 0 until somebody on the way knows it. */
    private int line;

    NaiveFailure(String reason) {
        super(reason, null, false, false);
    }

    int line() {
        return line;
    }

    NaiveFailure at(int where) {
        if (line == 0) {
            line = where;
        }
        return this;
    }
}
