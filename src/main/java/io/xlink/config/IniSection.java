package io.xlink.config;

import io.xlink.config.keys.Choice;
import io.xlink.config.keys.Flag;
import io.xlink.config.keys.Key;
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
     * The text of a known key, checked; empty when it is missing or has no value.
     *
     * @throws ConfigException when the key's type does not allow it
     */
    public Optional<String> text(Key key) {
        Optional<IniEntry> entry = entry(key.name()).filter(e -> !e.value().isEmpty());
        entry.flatMap(e -> KeyCheck.refusal(this, e, key, Problem.Severity.ERROR))
                .ifPresent(problem -> {
                    throw new ConfigException(problem);
                });
        return entry.map(IniEntry::value);
    }

    /**
     * As {@link #text(Key)}, with the key's default where there is no value.
     *
     * @throws java.util.NoSuchElementException when the key has no default
     */
    public String value(Key key) {
        return text(key).or(key::absent).orElseThrow();
    }

    /** As {@link #value}, for a {@link io.xlink.config.keys.WholeNumber} or a {@link io.xlink.config.keys.ColumnNumber}. */
    public int integer(Key key) {
        return Integer.parseInt(value(key));
    }

    /** As {@link #value}, for a {@link Choice}: spelled as the choice has it. */
    public String choice(Key key) {
        return ((Choice) key.type()).find(value(key)).orElseThrow();
    }

    /** As {@link #value}, for a {@link Flag}. */
    public boolean isOn(Key key) {
        return Flag.isOn(value(key));
    }

    /** As {@link #list(String)}. */
    public List<String> list(Key key) {
        return text(key).map(IniValue::list).orElse(List.of());
    }

    /** A list: elements separated by {@code ;} outside parentheses and quotes, trimmed; a trailing separator adds none. */
    public List<String> list(String key) {
        return text(key).map(IniValue::list).orElse(List.of());
    }

    /** As {@link #error(String, String, String)}. */
    public ConfigException error(Key key, String what, String remedy) {
        return error(key.name(), what, remedy);
    }

    /** This section without one of its keys. */
    public IniSection without(String key) {
        return new IniSection(
                file,
                name,
                line,
                entries.values().stream()
                        .filter(e -> !e.key().equalsIgnoreCase(key))
                        .toList());
    }

    /** The error to throw about a key of this section; it names the key's line, or the header's when it is missing. */
    public ConfigException error(String key, String what, String remedy) {
        int at = entry(key).map(IniEntry::line).orElse(line);
        int column = entry(key).map(IniEntry::column).orElse(1);
        return new ConfigException(file, at, column, "[" + name + "] " + what, remedy);
    }
}
