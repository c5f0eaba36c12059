package io.xlink.acdmap.basic;

/**
 * A word, number, text or sign of a script.
 *
 * @param text as written, without its type character
 * @param key the word in lower case, or the sign itself; what tokens are compared by
 * @param mark type character of a name, or {@link #NO_MARK}
 * @param value of a number or text, else null
 * @param at offset of the first character
 */
record Token(Sort sort, String text, String key, char mark, Object value, int at) {
    static final char NO_MARK = 0;

    enum Sort {
        NAME,
        /** A word of the language, which cannot be a name. */
        WORD,
        NUMBER,
        TEXT,
        SIGN,
        /** A character without a meaning; its text is how a message shows it. */
        STRANGE,
        END_OF_LINE,
        END_OF_SCRIPT
    }

    /** How a message calls it. */
    String shown() {
        return switch (sort) {
            case END_OF_LINE -> "the end of the line";
            case END_OF_SCRIPT -> "the end of the script";
            case TEXT -> "a text";
            default -> text + (mark == NO_MARK ? "" : String.valueOf(mark));
        };
    }

    boolean is(String wanted) {
        return (sort == Sort.WORD || sort == Sort.SIGN) && key.equals(wanted);
    }

    boolean endsLine() {
        return sort == Sort.END_OF_LINE || sort == Sort.END_OF_SCRIPT;
    }
}
