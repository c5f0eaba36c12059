package io.xlink.acdmap.basic;

/** Thrown by the parser to give a statement up; it goes on behind it, unless nothing can be made of the rest. */
final class SyntaxError extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int at;
    private final String what;
    private final String remedy;
    private final boolean last;

    SyntaxError(int at, String what, String remedy, boolean last) {
        super(null, null, false, false);
        this.at = at;
        this.what = what;
        this.remedy = remedy;
        this.last = last;
    }

    /** Whether parsing ends with it. */
    boolean last() {
        return last;
    }

    void report(Problems problems) {
        problems.error(at, what, remedy);
    }
}
