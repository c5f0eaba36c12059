package io.xlink.config;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How a password stands in a file (specification, section 3). Telling the form needs no key, and says nothing about
 * whether the password can be read.
 */
public enum PasswordForm {
    /** The password itself. */
    PLAIN,
    /**
     * Used as the password itself, but it looks like what Passcode.exe printed. A person may choose such a password, so
     * it is worth a hint and nothing more.
     */
    MAYBE_OLD,
    /** Text of {@code xlink passcode}. */
    ENCODED,
    /** Text of a later {@code xlink passcode}, whose method this program does not know. */
    NEWER,
    /** Encoded by something else, such as Passcode.exe. */
    OLD,
    /** What stands in the documentation in a password's place. */
    PLACEHOLDER;

    /** What each encoded text begins with. */
    static final String MARK = "$$$:";
    /** The one method that is known: an {@link Passcodes authenticated encryption}. */
    static final String METHOD = "x1:";

    private static final Pattern OTHER_METHOD = Pattern.compile("x[0-9]{1,4}:.*", Pattern.DOTALL);
    private static final String DOCUMENTED = "<password from generator>";
    private static final Pattern HEXADECIMAL = Pattern.compile("(?:[0-9a-f]{2}){8,}|(?:[0-9A-F]{2}){8,}");
    private static final Pattern BASE64 = Pattern.compile(
            "(?=.*[0-9+/=])(?=.*[a-z])(?=.*[A-Z])(?:[A-Za-z0-9+/]{4}){5,}(?:[A-Za-z0-9+/]{2,3}={1,2})?");

    /** The form of a password's text, without the quotes and the comment of its line. */
    public static PasswordForm of(String text) {
        if (text.startsWith(MARK)) {
            String behind = text.substring(MARK.length());
            if (behind.startsWith(METHOD)) {
                return ENCODED;
            }
            return OTHER_METHOD.matcher(behind).matches() ? NEWER : OLD;
        }
        if (text.toLowerCase(Locale.ROOT).equals(DOCUMENTED)) {
            return PLACEHOLDER;
        }
        return HEXADECIMAL.matcher(text).matches() || BASE64.matcher(text).matches() ? MAYBE_OLD : PLAIN;
    }

    /** Whether the text is used as it stands, so that whoever reads the file knows the password. */
    public boolean isPlain() {
        return this == PLAIN || this == MAYBE_OLD;
    }
}
