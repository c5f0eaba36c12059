package io.xlink.cli;

/** Exit codes of the command line; scripts rely on them (interfaces: command line). */
final class ExitCode {
    static final int DONE = 0;
    static final int UNEXPECTED = 1;
    static final int USAGE = 2;
    static final int CONFIGURATION = 3;
    static final int SERVER_NOT_AVAILABLE = 4;
    static final int LOGIN_REFUSED = 5;
    static final int REJECTED = 6;

    private ExitCode() {}
}
