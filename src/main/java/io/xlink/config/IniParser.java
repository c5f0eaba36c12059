package io.xlink.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads lines into sections (specification, section 3, "The INI dialect"). Warnings name lines and keys, but never quote
 * a value or a line that was not understood: it may hold a password.
 */
final class IniParser {
    /** A key that can be shown; anything else may be a piece of a password with a {@code =} in it. */
    private static final Pattern SHOWN_KEY = Pattern.compile("[\\w .-]{1,64}", Pattern.UNICODE_CHARACTER_CLASS);

    private final ConfigText text;
    private final List<Problem> warnings;
    private final Map<String, Open> sections = new LinkedHashMap<>();
    private Place place = Place.BEFORE_ANY;
    private Open current;
    private int line;
    /** Where the content of the line being read begins, from 1. */
    private int column;

    /** Where the line being read stands. */
    private enum Place {
        BEFORE_ANY,
        INSIDE,
        /** In a section that does not count; the warning about its header speaks for all its lines. */
        PASSED_OVER
    }

    /** A section while its lines are still coming. */
    private record Open(String name, int line, List<IniEntry> entries, Map<String, Integer> keyLines) {}

    IniParser(ConfigText text) {
        this.text = text;
        this.warnings = new ArrayList<>(text.warnings());
    }

    IniFile parse() {
        for (String raw : text.lines()) {
            line++;
            String content = raw.strip();
            column = raw.indexOf(content) + 1;
            if (content.startsWith("[")) {
                header(content);
            } else if (!content.isEmpty() && !content.startsWith(";") && !content.startsWith("#")) {
                keyAndValue(content);
            }
        }
        List<IniSection> result = sections.values().stream()
                .map(s -> new IniSection(text.file(), s.name, s.line, s.entries))
                .toList();
        return new IniFile(text.file(), result, warnings);
    }

    private void header(String content) {
        int close = content.indexOf(']');
        if (close < 0) {
            // Its keys must not fall into the section before, where the first of a name would win.
            warn("this section header has no ]", "Close it; until then everything behind [ is taken as its name");
        }
        String name = close < 0
                ? IniValue.of(content.substring(1))
                : content.substring(1, close).strip();
        if (name.isEmpty()) {
            place = Place.PASSED_OVER;
            warn("this section has no name, so its lines are not read", "Name it, or remove it");
            return;
        }
        Open found = sections.get(lower(name));
        if (found != null) {
            place = Place.PASSED_OVER;
            warn(
                    "section [" + name + "] stands twice; the one of line " + found.line + " counts",
                    "Join them, or remove one");
            return;
        }
        place = Place.INSIDE;
        current = new Open(name, line, new ArrayList<>(), new HashMap<>());
        sections.put(lower(name), current);
    }

    private void keyAndValue(String content) {
        if (place == Place.PASSED_OVER) {
            return;
        }
        int equals = content.indexOf('=');
        if (equals <= 0) {
            warn(
                    "this line is neither a section, nor a comment, nor key=value, so it is not read",
                    "Correct it, or begin it with ;");
            return;
        }
        String key = content.substring(0, equals).strip();
        if (place == Place.BEFORE_ANY) {
            warn(shown(key) + " stands before any section, so it is not read", "Move it below a [section]");
            return;
        }
        Integer first = current.keyLines.putIfAbsent(lower(key), line);
        if (first != null) {
            warn(
                    shown(key) + " stands twice in [" + current.name + "]; the one of line " + first + " counts",
                    "Remove one of them");
            return;
        }
        String right = content.substring(equals + 1);
        int valueColumn =
                column + equals + 1 + right.length() - right.stripLeading().length();
        current.entries.add(new IniEntry(key, IniValue.of(right), line, column, valueColumn));
    }

    private void warn(String what, String remedy) {
        warnings.add(Problem.warning(text.file(), line, column, what, remedy));
    }

    private static String shown(String key) {
        return SHOWN_KEY.matcher(key).matches() ? key : "this key";
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
