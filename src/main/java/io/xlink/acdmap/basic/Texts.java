package io.xlink.acdmap.basic;

/**
 * Operators and functions of texts. Called by the classes made of scripts; {@code at} is the offset of the operator or
 * of the function's name. What makes a text counts it before.
 */
final class Texts {
    private static final int SHORT = 16;

    private Texts() {}

    static String join(ScriptRun run, String a, String b, int at) {
        run.making((long) a.length() + b.length(), at);
        return a.concat(b);
    }

    static long len(String text) {
        return text.length();
    }

    static String left(ScriptRun run, String text, long length, int at) {
        return part(run, text, 0, length, at);
    }

    static String right(ScriptRun run, String text, long length, int at) {
        long kept = Math.min(length, text.length());
        return part(run, text, text.length() - kept, kept, at);
    }

    static String mid(ScriptRun run, String text, long position, int at) {
        return mid(run, text, position, text.length(), at);
    }

    static String mid(ScriptRun run, String text, long position, long length, int at) {
        if (position < 1) {
            throw new Failed(Reason.INVALID_ARGUMENT, at);
        }
        return part(run, text, position - 1, length, at);
    }

    private static String part(ScriptRun run, String text, long from, long length, int at) {
        if (length < 0) {
            throw new Failed(Reason.INVALID_ARGUMENT, at);
        }
        int begin = (int) Math.min(from, text.length());
        int end = begin + (int) Math.min(length, text.length() - begin);
        run.making(end - begin, at);
        return text.substring(begin, end);
    }

    /** Position of a text in another, from 1; 0 when it is not there. */
    static long inStr(ScriptRun run, String text, String wanted, int at) {
        run.reading(text.length(), at);
        if (wanted.length() <= SHORT) {
            return wanted.isEmpty() ? 1 : text.indexOf(wanted) + 1;
        }
        return positionOfLong(text, wanted);
    }

    /** Knuth, Morris and Pratt's search: {@code indexOf} takes seconds for texts that are long and nearly alike. */
    private static long positionOfLong(String text, String wanted) {
        int[] borders = new int[wanted.length()];
        for (int i = 1; i < borders.length; i++) {
            borders[i] = longer(wanted, borders, borders[i - 1], wanted.charAt(i));
        }
        int matched = 0;
        for (int i = 0; i < text.length(); i++) {
            matched = longer(wanted, borders, matched, text.charAt(i));
            if (matched == wanted.length()) {
                return i - matched + 2;
            }
        }
        return 0;
    }

    private static int longer(String wanted, int[] borders, int matched, char next) {
        int length = matched;
        while (length > 0 && wanted.charAt(length) != next) {
            length = borders[length - 1];
        }
        return wanted.charAt(length) == next ? length + 1 : 0;
    }

    /** Character by character, so that a text never becomes longer. */
    static String uCase(ScriptRun run, String text, int at) {
        run.making(text.length(), at);
        char[] characters = text.toCharArray();
        for (int i = 0; i < characters.length; i++) {
            characters[i] = Character.toUpperCase(characters[i]);
        }
        return String.valueOf(characters);
    }

    static String lCase(ScriptRun run, String text, int at) {
        run.making(text.length(), at);
        char[] characters = text.toCharArray();
        for (int i = 0; i < characters.length; i++) {
            characters[i] = Character.toLowerCase(characters[i]);
        }
        return String.valueOf(characters);
    }

    static String trim(ScriptRun run, String text, int at) {
        return trimmed(run, text, true, true, at);
    }

    static String lTrim(ScriptRun run, String text, int at) {
        return trimmed(run, text, true, false, at);
    }

    static String rTrim(ScriptRun run, String text, int at) {
        return trimmed(run, text, false, true, at);
    }

    private static String trimmed(ScriptRun run, String text, boolean left, boolean right, int at) {
        int begin = 0;
        int end = text.length();
        while (left && begin < end && text.charAt(begin) == ' ') {
            begin++;
        }
        while (right && end > begin && text.charAt(end - 1) == ' ') {
            end--;
        }
        run.making(end - begin, at);
        return text.substring(begin, end);
    }

    static String chr(long code, int at) {
        if (code < 0 || code > Character.MAX_VALUE) {
            throw new Failed(Reason.INVALID_ARGUMENT, at);
        }
        return String.valueOf((char) code);
    }

    static long asc(String text, int at) {
        if (text.isEmpty()) {
            throw new Failed(Reason.INVALID_ARGUMENT, at);
        }
        return text.charAt(0);
    }

    static String space(ScriptRun run, long length, int at) {
        return string(run, length, " ", at);
    }

    static String string(ScriptRun run, long length, String text, int at) {
        if (length < 0 || text.isEmpty()) {
            throw new Failed(Reason.INVALID_ARGUMENT, at);
        }
        run.making(length, at);
        return text.substring(0, 1).repeat((int) length);
    }
}
