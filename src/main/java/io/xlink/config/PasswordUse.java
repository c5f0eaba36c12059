package io.xlink.config;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a password is for. An encoded one is bound to it: a text that somebody copies from one place to another, to make
 * the program send the password to a machine of his, cannot be read there.
 *
 * @param section name of an external system's section; empty for the lines of {@code [DB]}
 */
public record PasswordUse(String section) {
    private static final Pattern NEEDS_NO_QUOTES = Pattern.compile("[\\w./-]+", Pattern.UNICODE_CHARACTER_CLASS);

    /** For the WFM servers: any line of {@code [DB]}. */
    public static PasswordUse servers() {
        return new PasswordUse("");
    }

    /**
     * For the database of an external system.
     *
     * @param name the section's name, in any case
     * @throws IllegalArgumentException when it is empty
     */
    public static PasswordUse section(String name) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a section has a name");
        }
        return new PasswordUse(name.strip());
    }

    /** What the encryption authenticates beside the password. */
    byte[] associatedData() {
        String use = section.isEmpty()
                ? "servers"
                : "section:"
                        + Normalizer.normalize(section, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        return ("xlink password x1 " + use).getBytes(StandardCharsets.UTF_8);
    }

    /** The command that encodes a password for this use, to be run in the program's directory. */
    String command(Path conf) {
        String directory = conf.equals(Path.of("conf")) ? "" : " --conf " + quoted(conf.toString());
        return "./xlink passcode" + directory + (section.isEmpty() ? "" : " --section " + quoted(section));
    }

    private static String quoted(String argument) {
        return NEEDS_NO_QUOTES.matcher(argument).matches() ? argument : '"' + argument + '"';
    }

    /** As messages call it. */
    @Override
    public String toString() {
        return section.isEmpty() ? "the lines of [DB]" : "section [" + section + "]";
    }
}
