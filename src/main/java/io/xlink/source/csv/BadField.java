package io.xlink.source.csv;

/**
 * Why a field cannot be read. The few instances are made once and carry no stack, because a file may hold millions of
 * bad rows and the place in this program says nothing about any of them.
 */
class BadField extends Exception {
    private static final long serialVersionUID = 1L;

    BadField(String reason) {
        super(reason, null, false, false);
    }
}
