package io.xlink.acdmap.basic.naive;

/** Exit For, Exit Do, Exit Sub, Exit Function and End, on their way to what they leave. */
final class Leave extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String what;

    /**
     * Leaves something.
     *
     * @param what "for", "do", "procedure" or "script"
     */
    Leave(String what) {
        super(what, null, false, false);
        this.what = what;
    }

    boolean leaves(String construct) {
        return what.equals(construct);
    }
}
