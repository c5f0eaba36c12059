package io.xlink.acdmap.basic;

import io.xlink.config.Problem;

/**
 * What is wrong at one place of a script.
 *
 * @param script name of the script, such as {@code $1.BAS}
 * @param line number of the line, from 1
 * @param column number of the character in its line, from 1; a tab is one character
 * @param what what is wrong, without a full stop
 * @param remedy what to do about it, without a full stop
 * @param source the line's text
 */
public record ScriptProblem(String script, int line, int column, String what, String remedy, String source) {
    /** The line, and below it a caret under the place. */
    public String excerpt() {
        return Problem.excerpt(source, column);
    }

    @Override
    public String toString() {
        return script + ":" + line + ":" + column + ": " + what + ". " + remedy;
    }
}
