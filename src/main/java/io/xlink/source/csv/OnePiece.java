package io.xlink.source.csv;

/** What several pieces of a file came to cannot be added; the file must be read in one piece. Carries no stack. */
final class OnePiece extends Exception {
    private static final long serialVersionUID = 1L;

    OnePiece() {
        super("the file must be read in one piece", null, false, false);
    }
}
