package io.xlink.iwfm.protocol;

/** The other side said something that the protocol does not allow. The message tells what, never the content. */
final class MalformedException extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedException(String message) {
        super(message);
    }
}
