package io.xlink.config.keys;

import java.util.Optional;

/** What separates the columns of a file (specification, section 4). */
public enum Separator implements KeyType {
    SEPARATOR;

    /** {@link #of} a file whose separator is to be detected. */
    public static final char DETECT = 0;

    @Override
    public String words() {
        return "`0` `1` `2` `3`, or a character";
    }

    @Override
    public Optional<Fault> fault(String text) {
        char only = text.charAt(0);
        boolean none = text.length() > 1 || (Character.isLetterOrDigit(only) && only > '3') || only == '"';
        return KeyType.unless(
                !none,
                "is no separator",
                "Write 0 (detect), 1 (tab), 2 (comma), 3 (semicolon) or the character itself");
    }

    /** The character that a valid value means. */
    public static char of(String text) {
        char only = text.charAt(0);
        return switch (only) {
            case '0' -> DETECT;
            case '1' -> '\t';
            case '2' -> ',';
            case '3' -> ';';
            default -> only;
        };
    }
}
