package io.xlink.acdmap.basic.naive;

/**
 * A piece of a script.
 *
 * @param text names and operators in upper case without type characters, contents of texts, digits as they stand
 * @param typeCharacter {@code % & # ! $} or a blank
 */
record Token(Kind kind, String text, char typeCharacter, int line) {
    enum Kind {
        NAME,
        NUMBER,
        TEXT,
        SIGN,
        COLON,
        LINE_END,
        END
    }

    boolean is(String word) {
        return (kind == Kind.NAME || kind == Kind.SIGN) && text.equals(word);
    }

    boolean endsStatement() {
        return kind == Kind.COLON || kind == Kind.LINE_END || kind == Kind.END;
    }
}
