package io.xlink.config;

import java.nio.file.Path;

/**
 * Something amiss in a file of an installation, complete for an administrator: where, what, and what to do. No value that
 * may be a password is ever quoted in it.
 *
 * @param file the file concerned
 * @param line line number from 1, or 0 for the file as a whole
 * @param column column number from 1, or 0 for the line as a whole
 * @param severity what it means for an import
 * @param what what is wrong, without a full stop
 * @param remedy what to do about it, without a full stop
 */
public record Problem(Path file, int line, int column, Severity severity, String what, String remedy) {

    /** What a problem means for an import. */
    public enum Severity {
        /** Figures are not delivered, or the program does not start. */
        ERROR,
        /** Something is passed over, or will become an error. */
        WARNING,
        /** It works, and could be better. */
        ADVICE
    }

    public static Problem error(Path file, int line, int column, String what, String remedy) {
        return new Problem(file, line, column, Severity.ERROR, what, remedy);
    }

    public static Problem warning(Path file, int line, int column, String what, String remedy) {
        return new Problem(file, line, column, Severity.WARNING, what, remedy);
    }

    public static Problem advice(Path file, int line, int column, String what, String remedy) {
        return new Problem(file, line, column, Severity.ADVICE, what, remedy);
    }

    /** The one form that problems have in logs: {@code file:line:column: what. remedy}. */
    @Override
    public String toString() {
        return file + (line > 0 ? ":" + line : "") + (line > 0 && column > 0 ? ":" + column : "") + ": " + what + ". "
                + remedy;
    }
}
