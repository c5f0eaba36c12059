package io.xlink.source.odbc;

import io.xlink.config.IniSection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Keys and values of a connection, in the order in which they were written: a section of {@code odbc.ini} or a connection
 * string. A value may be a password, so none is shown.
 */
public final class Attributes {
    static final Attributes NONE = new Attributes(List.of());

    private final List<Attribute> all;

    private Attributes(List<Attribute> all) {
        this.all = List.copyOf(all);
    }

    /** One key with its value. */
    record Attribute(String key, String value) {
        @Override
        public String toString() {
            return key + "=***";
        }
    }

    static Attributes of(IniSection section) {
        return new Attributes(section.entries().stream()
                .map(entry -> new Attribute(entry.key(), entry.value()))
                .toList());
    }

    /**
     * Reads {@code key=value;key={value}}. Braces hold values with semicolons; within them {@code }}} stands for one.
     *
     * @throws IllegalArgumentException when a part has no {@code =} or a brace is left open; the message names the part's
     *     number, because its text may be a password
     */
    static Attributes parse(String text) {
        List<Attribute> found = new ArrayList<>();
        int at = 0;
        int number = 0;
        while (at < text.length()) {
            number++;
            int equals = text.indexOf('=', at);
            int semicolon = text.indexOf(';', at);
            if (equals < 0 || (semicolon >= 0 && semicolon < equals)) {
                int end = semicolon < 0 ? text.length() : semicolon;
                if (!text.substring(at, end).isBlank()) {
                    throw new IllegalArgumentException("part " + number + " has no =");
                }
                at = end + 1;
                continue;
            }
            String key = text.substring(at, equals).strip();
            StringBuilder value = new StringBuilder();
            at = value(text, equals + 1, number, value);
            found.add(new Attribute(key, value.toString()));
        }
        return new Attributes(found);
    }

    /** @return where the next part begins */
    private static int value(String text, int begin, int number, StringBuilder value) {
        int at = begin;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        if (at >= text.length() || text.charAt(at) != '{') {
            int end = text.indexOf(';', at);
            end = end < 0 ? text.length() : end;
            value.append(text.substring(at, end).strip());
            return end + 1;
        }
        for (at++; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c != '}') {
                value.append(c);
            } else if (text.startsWith("}}", at)) {
                value.append(c);
                at++;
            } else {
                int end = text.indexOf(';', at);
                return end < 0 ? text.length() : end + 1;
            }
        }
        throw new IllegalArgumentException("part " + number + " has no closing brace");
    }

    List<Attribute> all() {
        return all;
    }

    boolean has(String key) {
        return value(key).isPresent();
    }

    /** The first value of a key, found in any case. */
    public Optional<String> value(String key) {
        return all.stream()
                .filter(attribute -> attribute.key().equalsIgnoreCase(key))
                .map(Attribute::value)
                .findFirst();
    }

    Attributes without(String key) {
        return new Attributes(all.stream()
                .filter(attribute -> !attribute.key().equalsIgnoreCase(key))
                .toList());
    }

    @Override
    public String toString() {
        return all.toString();
    }
}
