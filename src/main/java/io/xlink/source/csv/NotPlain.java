package io.xlink.source.csv;

/**
 * A file holds what takes the tokeniser: a quotation mark, a carriage return without a line feed, a damaged character, a
 * row without end; or its rows are such that the tokeniser is quicker. Carries no stack, because where it was found says nothing.
 */
final class NotPlain extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean quoted;

    NotPlain(String what) {
        this(what, false);
    }

    private NotPlain(String what, boolean quoted) {
        super(what, null, false, false);
        this.quoted = quoted;
    }

    static NotPlain quoted() {
        return new NotPlain("a quotation mark", true);
    }

    /** Whether it was a quotation mark, which bytes can be read with, too. */
    boolean isQuoted() {
        return quoted;
    }
}
