package io.xlink.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Changes to an INI file (specification, section 3), of which every line that nobody changes keeps its bytes. A changed
 * line keeps its key's spelling, the spaces around {@code =} and its trailing comment.
 *
 * <p>Every change is read back before it counts: when anything else than what was asked for would be read, it is refused
 * and nothing has happened. That goes for values that the dialect cannot hold, characters that the file's encoding has
 * not, and names that would be taken for something else. No refusal quotes a value, because it may be a password.
 */
public final class IniEdit {
    private final ConfigText text;
    private List<Line> lines = new ArrayList<>();

    /** A line of the file as it is to be; {@code original} is its number as it was read, or 0 for a new one. */
    private record Line(int original, String content, boolean changed) {}

    public IniEdit(ConfigText text) {
        this.text = text;
        for (String content : text.lines()) {
            lines.add(new Line(lines.size() + 1, content, false));
        }
    }

    /**
     * Gives a key a value. Of a key that stands twice the first line is changed, because that one counts; a key that is
     * missing is added behind the last one of the section.
     *
     * @throws ConfigException when the section does not exist, or the value cannot be written so that it reads the same
     */
    public void set(String section, String key, String value) {
        IniSection found = section(section);
        IniContent wanted = content().with(section, key, value);
        Optional<IniEntry> entry = found.entry(key);
        List<List<Line>> attempts = new ArrayList<>();
        for (String written : IniLine.writings(value)) {
            if (entry.isPresent()) {
                int at = entry.get().line() - 1;
                IniLine line = IniLine.of(lines.get(at).content);
                attempts.add(replaced(at, line.with(written)));
                if (!line.comment().isEmpty()) {
                    List<Line> apart = replaced(at, line.without(written));
                    apart.add(at, new Line(0, line.comment(), true));
                    attempts.add(apart);
                }
            } else {
                attempts.add(added(found, key, written));
            }
        }
        take(attempts, wanted, found.name(), key);
    }

    /**
     * Removes a key, with every line of the section that gives it a value. Nothing happens when it is missing.
     *
     * @throws ConfigException when the section does not exist
     */
    public void remove(String section, String key) {
        IniSection found = section(section);
        IniContent wanted = content().without(section, key);
        List<Line> before = lines;
        while (section(section).entry(key).isPresent()) {
            lines = new ArrayList<>(lines);
            lines.remove(section(section).entry(key).get().line() - 1);
        }
        List<Line> after = lines;
        lines = before;
        take(List.of(after), wanted, found.name(), key);
    }

    /**
     * Adds an empty section at the end of the file.
     *
     * @throws ConfigException when there is one of this name, or it cannot be a name
     */
    public void addSection(String name) {
        if (read(lines).section(name).isPresent()) {
            throw new ConfigException(text.file(), 0, "has a section [" + name + "] already", "Take another name");
        }
        List<Line> after = new ArrayList<>(lines);
        if (!after.isEmpty() && !after.get(after.size() - 1).content.isBlank()) {
            after.add(new Line(0, "", true));
        }
        after.add(new Line(0, "[" + name + "]", true));
        take(List.of(after), content().withSection(name), name, "its name");
    }

    /** Whether anything is different from the file as it was read. */
    public boolean changes() {
        return edit(lines).changes();
    }

    /**
     * Replaces the file; see {@link TextEdit#save}.
     *
     * @param backup where the file as it was read is kept; empty for nowhere
     */
    public void save(Optional<Path> backup) {
        edit(lines).save(backup);
    }

    /** The content of the changed file. */
    byte[] bytes() {
        return edit(lines).bytes();
    }

    private List<Line> replaced(int at, String content) {
        List<Line> after = new ArrayList<>(lines);
        after.set(at, new Line(lines.get(at).original, content, true));
        return after;
    }

    /** Written as the entry before it is, so that a section looks like one piece. */
    private List<Line> added(IniSection section, String key, String written) {
        List<IniEntry> entries = section.entries();
        int at = entries.isEmpty()
                ? section.line()
                : entries.stream().mapToInt(IniEntry::line).max().orElseThrow();
        String begin = entries.isEmpty()
                ? key + "="
                : IniLine.of(lines.get(at - 1).content).likeThis(key);
        List<Line> after = new ArrayList<>(lines);
        after.add(at, new Line(0, begin + written, true));
        return after;
    }

    private void take(List<List<Line>> attempts, IniContent wanted, String section, String key) {
        for (List<Line> attempt : attempts) {
            if (attempt.stream().noneMatch(line -> line.changed && isBroken(line.content))
                    && reads(attempt).filter(wanted::equals).isPresent()) {
                lines = attempt;
                return;
            }
        }
        throw new ConfigException(
                text.file(),
                0,
                "[" + section + "] " + IniParser.shown(key) + " cannot be written so that it reads back the same",
                "Leave out line breaks and odd quotes, or save the file as UTF-8 first");
    }

    /** Whether a text would not stay one line. */
    private static boolean isBroken(String content) {
        return content.chars().anyMatch(c -> c < ' ' && c != '\t');
    }

    /** What the file would hold; empty when it could not be encoded. */
    private Optional<IniContent> reads(List<Line> attempt) {
        try {
            byte[] bytes = edit(attempt).bytes();
            return Optional.of(IniContent.of(new IniParser(ConfigText.of(text.file(), bytes)).parse()));
        } catch (ConfigException e) {
            return Optional.empty(); // Said by the one refusal there is.
        }
    }

    private IniSection section(String name) {
        return read(lines)
                .section(name)
                .orElseThrow(() ->
                        new ConfigException(text.file(), 0, "has no section [" + name + "]", "Add the section first"));
    }

    private IniContent content() {
        return IniContent.of(read(lines));
    }

    private IniFile read(List<Line> current) {
        return new IniParser(text.file(), current.stream().map(Line::content).toList()).parse();
    }

    private TextEdit edit(List<Line> wanted) {
        TextEdit edit = new TextEdit(text);
        Set<Integer> kept = new HashSet<>();
        int last = 0;
        for (Line line : wanted) {
            if (line.original == 0) {
                edit.insertAfter(last, line.content);
                continue;
            }
            last = line.original;
            kept.add(last);
            if (line.changed) {
                edit.set(last, line.content);
            }
        }
        for (int number = 1; number <= text.lines().size(); number++) {
            if (!kept.contains(number)) {
                edit.remove(number);
            }
        }
        return edit;
    }
}
