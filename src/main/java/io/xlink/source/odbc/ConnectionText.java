package io.xlink.source.odbc;

import io.xlink.config.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The connection string of one login, and what must not be repeated of it. A data source of our own directory is written
 * out in full, because the driver manager does not look there; of others the driver manager gets the name.
 */
final class ConnectionText {
    /** Keys of a definition that are for the driver manager or for people, and none of the driver's. */
    private static final Set<String> NOT_FOR_DRIVERS = Set.of("driver", "driver64", "description", "setup", "dsn");

    private static final Set<String> USER = Set.of("uid", "user", "username");
    private static final Set<String> PASSWORD = Set.of("pwd", "password");
    private static final Pattern NEEDS_NO_BRACES = Pattern.compile("(?!\\s)[^\\[\\]{}(),;?*=!@]*(?<!\\s)");
    private static final Pattern ASSIGNMENT =
            Pattern.compile("(?i)\\b(pwd|password)(\\s*=\\s*)(\\{(?:[^}]|}})*+(?:}|$)|[^;]*)");
    /** Shorter ones are parts of ordinary words. */
    private static final int FINDABLE = 4;

    private final StringBuilder text = new StringBuilder();
    private final List<String> secrets = new ArrayList<>();

    /**
     * @param more attributes that win over those of the definition
     * @param user replaces that of the definition
     * @param password replaces that of the definition
     */
    ConnectionText(DataSource source, Attributes more, Optional<String> user, Optional<Secret> password) {
        add(source.own() ? "DRIVER" : "DSN", source.own() ? source.driver() : source.name());
        Attributes definition = source.definition().orElse(Attributes.NONE);
        if (source.own()) {
            definition.all().stream()
                    .filter(attribute -> !more.has(attribute.key()))
                    .forEach(attribute -> add(attribute, user.isPresent(), password.isPresent()));
        }
        more.all().forEach(attribute -> add(attribute, user.isPresent(), password.isPresent()));
        if (source.definition().isPresent()) {
            DriverOptions.of(source.library()).forEach((key, value) -> {
                if (!definition.has(key) && !more.has(key)) {
                    add(key, value);
                }
            });
        }
        user.ifPresent(name -> add("UID", name));
        password.ifPresent(secret -> addSecret("PWD", secret.reveal()));
    }

    private void add(Attributes.Attribute attribute, boolean otherUser, boolean otherPassword) {
        String key = attribute.key().toLowerCase(Locale.ROOT);
        if (NOT_FOR_DRIVERS.contains(key) || (otherUser && USER.contains(key))) {
            return;
        }
        if (!PASSWORD.contains(key)) {
            add(attribute.key(), attribute.value());
        } else if (!otherPassword) {
            addSecret(attribute.key(), attribute.value());
        }
    }

    private void addSecret(String key, String value) {
        secrets.add(value);
        secrets.add(value.replace("}", "}}"));
        add(key, value);
    }

    private void add(String key, String value) {
        text.append(key).append('=').append(quoted(value)).append(';');
    }

    private static String quoted(String value) {
        return NEEDS_NO_BRACES.matcher(value).matches() ? value : "{" + value.replace("}", "}}") + "}";
    }

    /** For the driver manager alone. */
    CharSequence reveal() {
        return text;
    }

    /** A driver's words without the password, should it have repeated it. */
    String cleaned(String words) {
        String cleaned = words;
        for (String secret : secrets) {
            if (!secret.isEmpty()) {
                String exact = Pattern.quote(secret);
                String found = secret.length() < FINDABLE ? "(?<![\\p{L}\\d])" + exact + "(?![\\p{L}\\d])" : exact;
                cleaned = Pattern.compile(found, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                        .matcher(cleaned)
                        .replaceAll("***");
            }
        }
        Matcher assignment = ASSIGNMENT.matcher(cleaned);
        return assignment.replaceAll("$1$2***");
    }

    @Override
    public String toString() {
        return "***";
    }
}
