package io.xlink.config;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A section of an INI file. Keys are found in any case; of a key that stands twice, the first one counts
 * (specification, section 3, "The INI dialect").
 */
public final class IniSection {
    private final Path file;
    private final String name;
    private final int line;
    private final Map<String, IniEntry> entries;

    IniSection(Path file, String name, int line, List<IniEntry> entries) {
        this.file = file;
        this.name = name;
        this.line = line;
        this.entries = new LinkedHashMap<>();
        entries.forEach(e -> this.entries.putIfAbsent(e.key().toLowerCase(Locale.ROOT), e));
    }

    public Path file() {
        return file;
    }

    public String name() {
        return name;
    }

    /** Line number of the header, from 1. */
    public int line() {
        return line;
    }

    /** All entries that count, in the order of the file. */
    public List<IniEntry> entries() {
        return List.copyOf(entries.values());
    }

    public Optional<IniEntry> entry(String key) {
        return Optional.ofNullable(entries.get(key.toLowerCase(Locale.ROOT)));
    }

    /** The text of a key; empty when it is missing or has no value. */
    public Optional<String> text(String key) {
        return entry(key).map(IniEntry::value).filter(v -> !v.isEmpty());
    }

    /**
     * A whole number.
     *
     * @throws ConfigException when it is not one, or not within {@code min} to {@code max}
     */
    public int integer(String key, int absent, int min, int max) {
        Optional<String> text = text(key);
        if (text.isEmpty()) {
            return absent;
        }
        try {
            int value = Integer.parseInt(text.get());
            if (value >= min && value <= max) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Reported below, together with numbers that are out of range.
        }
        throw error(
                key,
                key + "=" + text.get() + " is not a whole number from " + min + " to " + max,
                "Write a number within that range");
    }

    /** A list: elements separated by {@code ;} outside parentheses and quotes, trimmed; a trailing separator adds none. */
    public List<String> list(String key) {
        return text(key).map(IniValue::list).orElse(List.of());
    }

    /** The error to throw about a key of this section; it names the key's line, or the header's when it is missing. */
    public ConfigException error(String key, String what, String remedy) {
        int at = entry(key).map(IniEntry::line).orElse(line);
        int column = entry(key).map(IniEntry::column).orElse(1);
        return new ConfigException(file, at, column, "[" + name + "] " + what, remedy);
    }
}
