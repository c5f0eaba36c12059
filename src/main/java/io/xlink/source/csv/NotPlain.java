package io.xlink.source.csv;

/**
 * A file holds what takes the tokeniser: a quotation mark where none may be, a carriage return without a line feed, a
 * damaged character, a row without end; or its rows are such that the tokeniser is quicker. Carries no stack, because
 * where it was found says nothing.
 */
final class NotPlain extends Exception {
    private static final long serialVersionUID = 1L;

    NotPlain(String what) {
        super(what, null, false, false);
    }
}
