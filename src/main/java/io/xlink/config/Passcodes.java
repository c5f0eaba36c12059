package io.xlink.config;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Encoded passwords (specification, section 3): {@code $$$:x1:} and, in Base64 for URLs without padding, the password in
 * UTF-8 under an authenticated encryption (Tink's AES-GCM) that is bound to its {@link PasswordUse use}. The key is the
 * installation's file {@code xlink.key}, made when the first password is encoded; the environment variable
 * {@code XLINK_KEY} wins over it.
 *
 * <p>The key is read when an encoded password is, so plain passwords need none. No message quotes a password or its text.
 */
public final class Passcodes {
    private static final String ENVIRONMENT = "XLINK_KEY";
    /** Longer than any database or server takes, short enough for any line. */
    public static final int MAX_LENGTH = 1024;

    private final Path conf;
    private final KeyFile file;
    private final Optional<String> environment;

    /** Words the error about the line that a password stands in. */
    @FunctionalInterface
    interface Place {
        ConfigException error(String what, String remedy);
    }

    /** With the key of a configuration directory, or of the environment. */
    public Passcodes(Path conf) {
        this(conf, System.getenv(ENVIRONMENT));
    }

    Passcodes(Path conf, String environment) {
        this.conf = conf;
        this.file = new KeyFile(conf);
        this.environment = Optional.ofNullable(environment).filter(text -> !text.isBlank());
    }

    /** Where the key is looked for, and made when it is missing; empty when the environment has it. */
    public Optional<Path> keyFile() {
        return environment.isPresent() ? Optional.empty() : Optional.of(file.path());
    }

    /**
     * Encodes a password for one use; makes the key when there is none.
     *
     * @param password 1 to {@link #MAX_LENGTH} characters, any that text can have; the caller may wipe it afterwards
     * @return text without blanks, quotes, commas and semicolons, so that it can stand in any line
     * @throws IllegalArgumentException when the password is empty, too long, or has half a surrogate pair
     * @throws ConfigException when the key cannot be read or made
     */
    public String encode(PasswordUse use, char[] password) {
        if (password.length == 0 || password.length > MAX_LENGTH) {
            throw new IllegalArgumentException("a password has 1 to " + MAX_LENGTH + " characters");
        }
        byte[] bytes = bytes(password);
        try {
            PasswordKey key = key().orElseGet(this::makeKey);
            byte[] encrypted = key.encrypt(bytes, use);
            return PasswordForm.MARK
                    + PasswordForm.METHOD
                    + Base64.getUrlEncoder().withoutPadding().encodeToString(encrypted);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /**
     * The password of a database section: that of {@code Pwd} or, when it is missing or empty, that of
     * {@code Password}; each may be plain or encoded.
     *
     * @return empty when the section has none
     * @throws ConfigException when it is encoded and cannot be read, or is the documentation's placeholder
     */
    public Optional<Secret> password(IniSection section) {
        return passwordKey(section)
                .map(key -> decode(
                        PasswordUse.section(section.name()),
                        section.text(key).orElseThrow(),
                        section.file(),
                        (what, remedy) -> section.error(key, key + " " + what, remedy)));
    }

    /** Which key of a database section has its password. */
    static Optional<String> passwordKey(IniSection section) {
        return Stream.of("Pwd", "Password")
                .filter(key -> section.text(key).isPresent())
                .findFirst();
    }

    /**
     * Reads a password.
     *
     * @param text as it stands in the file: plain, or encoded for this use
     * @param settings the file, whose sections are the other uses that the text may have been made for
     * @param place where it stands
     */
    Secret decode(PasswordUse use, String text, Path settings, Place place) {
        String again = "Run " + use.command(conf) + " and put what it prints there";
        return switch (PasswordForm.of(text)) {
            case PLAIN, MAYBE_OLD -> new Secret(text);
            case ENCODED -> decrypt(use, text, settings, place, again);
            case NEWER ->
                throw place.error("was encoded by a newer version of this program", "Update this one, or: " + again);
            case OLD ->
                throw place.error(
                        "is not text of ./xlink passcode. What Xlink's own Passcode.exe made cannot be read,"
                                + " because its method is not public",
                        again);
            case PLACEHOLDER -> throw place.error("is still the documentation's placeholder", again);
        };
    }

    private Secret decrypt(PasswordUse use, String text, Path settings, Place place, String again) {
        PasswordKey key = key().orElseThrow(() -> place.error(
                "was encoded with the key of another installation: there is no " + file.path(),
                "Copy that installation's " + KeyFile.NAME + " there, or: " + again));
        byte[] encrypted = bytes(text).orElseThrow(() -> damaged(place, again));
        Optional<Secret> password = decrypt(key, use, encrypted);
        if (password.isPresent()) {
            return password.get();
        }
        if (!key.made(encrypted)) {
            throw place.error(
                    "was encoded with another key than that of " + key.place() + ", or its beginning is damaged",
                    "Bring the key of the installation that encoded it, or: " + again);
        }
        for (PasswordUse other : otherUses(use, settings)) {
            if (decrypt(key, other, encrypted).isPresent()) {
                throw place.error("was encoded for " + other + " and is not valid for " + use, again);
            }
        }
        throw damaged(place, again);
    }

    private static ConfigException damaged(Place place, String again) {
        return place.error("is damaged, or was encoded for a section of another name", again);
    }

    private static Optional<Secret> decrypt(PasswordKey key, PasswordUse use, byte[] encrypted) {
        try {
            byte[] bytes = key.decrypt(encrypted, use);
            Secret secret = new Secret(new String(bytes, StandardCharsets.UTF_8));
            Arrays.fill(bytes, (byte) 0);
            return Optional.of(secret);
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    /** Only one spelling of a text is valid, so that no change of it goes unseen. */
    private static Optional<byte[]> bytes(String text) {
        String encoded = text.substring(PasswordForm.MARK.length() + PasswordForm.METHOD.length());
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(encoded);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(encoded)
                    ? Optional.of(bytes)
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static byte[] bytes(char[] password) {
        try {
            ByteBuffer buffer = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(password));
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            Arrays.fill(buffer.array(), (byte) 0);
            return bytes;
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("the password has characters that are no text");
        }
    }

    private static List<PasswordUse> otherUses(PasswordUse use, Path settings) {
        Stream<PasswordUse> sections =
                IniFile.read(settings).sections().stream().map(section -> PasswordUse.section(section.name()));
        return Stream.concat(Stream.of(PasswordUse.servers()), sections)
                .filter(other -> !other.equals(use))
                .toList();
    }

    private Optional<PasswordKey> key() {
        if (environment.isPresent()) {
            return environment.map(text -> PasswordKey.of(Path.of(ENVIRONMENT), text));
        }
        return file.read().map(text -> PasswordKey.of(file.path(), text));
    }

    private PasswordKey makeKey() {
        file.create(PasswordKey.newKeyset());
        return key().orElseThrow(() ->
                new ConfigException(file.path(), 0, "was removed while it was made", "Run the command again"));
    }
}
