package io.xlink.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An INI file in the dialect of the specification, section 3. Of sections and keys that stand twice the first one
 * counts; whatever is not understood is a warning, never an error. Immutable.
 */
public final class IniFile {
    private final Path file;
    private final List<IniSection> sections;
    private final List<Problem> warnings;

    IniFile(Path file, List<IniSection> sections, List<Problem> warnings) {
        this.file = file;
        this.sections = List.copyOf(sections);
        this.warnings = List.copyOf(warnings);
    }

    /**
     * Reads a file; its name is found in any case.
     *
     * @throws ConfigException when it does not exist, cannot be read, or is not text
     */
    public static IniFile read(Path file) {
        return new IniParser(ConfigText.read(file)).parse();
    }

    /** The file that was read: its name as it is written in the directory. */
    public Path file() {
        return file;
    }

    /** The section of a name, in any case. */
    public Optional<IniSection> section(String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        return sections.stream()
                .filter(s -> s.name().toLowerCase(Locale.ROOT).equals(wanted))
                .findFirst();
    }

    /** All sections that count, in the order of the file. */
    public List<IniSection> sections() {
        return sections;
    }

    /** What was passed over; no value is ever quoted in it. */
    public List<Problem> warnings() {
        return warnings;
    }
}
