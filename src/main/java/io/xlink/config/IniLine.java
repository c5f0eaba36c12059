package io.xlink.config;

import java.util.List;

/**
 * The parts of a {@code key=value} line.
 *
 * @param begin everything up to the value: indentation, key, {@code =} and the spaces around it
 * @param end what follows the value: spaces, and a trailing comment
 */
record IniLine(String begin, String end) {

    static IniLine of(String content) {
        int equals = content.indexOf('=');
        String right = content.substring(equals + 1);
        String value = IniValue.written(right);
        String spaces = right.substring(0, right.length() - right.stripLeading().length());
        String begin = content.substring(0, equals + 1);
        if (!value.isEmpty()) {
            return new IniLine(begin + spaces, right.substring(spaces.length() + value.length()));
        }
        String comment = right.strip();
        if (comment.isEmpty()) {
            return new IniLine(begin + spaces, "");
        }
        // What stands between = and the comment must stay a space in front of it, or it is a comment no more.
        boolean spaced = equals > 0 && Character.isWhitespace(content.charAt(equals - 1));
        return new IniLine(begin + (spaced ? " " : ""), (spaces.isEmpty() ? " " : spaces) + comment);
    }

    /** The trailing comment; empty when there is none. */
    String comment() {
        return end.strip();
    }

    /** This line with another value, as it is to stand there. */
    String with(String written) {
        return begin + written + end;
    }

    /** This line with another value and without its comment. */
    String without(String written) {
        return begin + written;
    }

    /** The beginning of a line for another key that looks like this one. */
    String likeThis(String key) {
        String indentation =
                begin.substring(0, begin.length() - begin.stripLeading().length());
        boolean spaced = begin.strip().length() > 1 && begin.contains(" =");
        return indentation + key + (spaced ? " = " : "=");
    }

    /** The ways to write a value, the plainest first; which of them reads back the same is for the reader to say. */
    static List<String> writings(String value) {
        return List.of(value, '"' + value + '"', '\'' + value + '\'');
    }
}
