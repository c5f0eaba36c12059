package io.xlink.config.keys;

import java.nio.charset.Charset;
import java.util.Optional;

/** A character set of the JDK. */
public enum CharacterSet implements KeyType {
    CHARACTER_SET;

    @Override
    public String words() {
        return "character set, such as `UTF-8`, `UTF-16`, `windows-1252`";
    }

    @Override
    public Optional<Fault> fault(String text) {
        return KeyType.unless(
                isKnown(text),
                "is not a character set",
                "Write one like UTF-8, UTF-16, windows-1252 or ISO-8859-15, or remove the line to have it detected");
    }

    private static boolean isKnown(String text) {
        try {
            return Charset.isSupported(text);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
