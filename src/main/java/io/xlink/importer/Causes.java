package io.xlink.importer;

/** What an exception says. */
final class Causes {
    private Causes() {}

    /** Its message or, without one, what it is. */
    static String message(Throwable cause) {
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }
}
