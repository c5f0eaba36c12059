package io.xlink.iwfm.protocol;

import java.util.Arrays;

/** A password in memory. It can be used, but it never prints itself. */
public final class Password {
    private final char[] characters;

    private Password(char[] characters) {
        this.characters = characters;
    }

    public static Password of(String text) {
        return new Password(text.toCharArray());
    }

    /**
     * Takes a password from an array.
     *
     * @param characters copied, so the caller may wipe them
     */
    public static Password of(char[] characters) {
        return new Password(characters.clone());
    }

    /** A copy for the one place that logs in with it, which wipes it afterwards. */
    char[] reveal() {
        return characters.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Password that && Arrays.equals(characters, that.characters);
    }

    @Override
    public int hashCode() {
        return 0; // Nothing about it may be guessed from outside.
    }

    @Override
    public String toString() {
        return "***";
    }
}
