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
 * @param source the line's text, where it may be shown; otherwise empty
 */
public record Problem(Path file, int line, int column, Severity severity, String what, String remedy, String source) {

    /** A problem whose line is not shown. */
    public Problem(Path file, int line, int column, Severity severity, String what, String remedy) {
        this(file, line, column, severity, what, remedy, "");
    }

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

    /** The line, and below it a caret under the place; empty where the line is not shown. */
    public String excerpt() {
        return source.isEmpty() || column < 1 ? source : excerpt(source, column);
    }

    /**
     * A line, and below it a caret under a place of it.
     *
     * @param column from 1; a tab is one character
     */
    public static String excerpt(String source, int column) {
        StringBuilder below = new StringBuilder();
        for (int i = 0; i < column - 1; i++) {
            // Tabs stay tabs, so that the caret stands right however wide they are shown.
            below.append(i < source.length() && source.charAt(i) == '\t' ? '\t' : ' ');
        }
        return source + System.lineSeparator() + below + '^';
    }

    /** The one form that problems have in logs: {@code file:line:column: what. remedy}. */
    @Override
    public String toString() {
        return file + (line > 0 ? ":" + line : "") + (line > 0 && column > 0 ? ":" + column : "") + ": " + what + ". "
                + remedy;
    }
}
