package io.xlink.config;

import java.nio.file.Path;

/** Configuration that cannot be used. The message is complete for an administrator: where, what, and what to do. */
public final class ConfigException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param file the file concerned
     * @param line line number from 1, or 0 for the file as a whole
     * @param what what is wrong
     * @param remedy what to do about it
     */
    public ConfigException(Path file, int line, String what, String remedy) {
        super(message(file, line, what, remedy));
    }

    /**
     * As the other one, with the place in the line.
     *
     * @param line line number from 1
     * @param column column number from 1
     */
    public ConfigException(Path file, int line, int column, String what, String remedy) {
        super(file + ":" + line + ":" + column + ": " + what + ". " + remedy);
    }

    /** The one form that errors and warnings about a file have: {@code file:line: what. remedy}. */
    static String message(Path file, int line, String what, String remedy) {
        return file + (line > 0 ? ":" + line : "") + ": " + what + ". " + remedy;
    }
}
