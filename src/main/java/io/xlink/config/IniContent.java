package io.xlink.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * What is read from an INI file: sections, keys and values, without the places where they stand.
 *
 * @param sections in the order of the file
 */
record IniContent(List<Section> sections) {

    record Section(String name, List<Pair> pairs) {}

    record Pair(String key, String value) {
        /** Without the value, which may be a password. */
        @Override
        public String toString() {
            return key + "=...";
        }
    }

    static IniContent of(IniFile file) {
        return new IniContent(file.sections().stream()
                .map(section -> new Section(
                        section.name(),
                        section.entries().stream()
                                .map(entry -> new Pair(entry.key(), entry.value()))
                                .toList()))
                .toList());
    }

    /** This content with a value of a key; a new key is the last of its section. */
    IniContent with(String section, String key, String value) {
        return changed(section, pairs -> {
            for (int i = 0; i < pairs.size(); i++) {
                if (same(pairs.get(i).key, key)) {
                    pairs.set(i, new Pair(pairs.get(i).key, value));
                    return;
                }
            }
            pairs.add(new Pair(key, value));
        });
    }

    IniContent without(String section, String key) {
        return changed(section, pairs -> pairs.removeIf(pair -> same(pair.key, key)));
    }

    IniContent withSection(String name) {
        List<Section> all = new ArrayList<>(sections);
        all.add(new Section(name, List.of()));
        return new IniContent(all);
    }

    private IniContent changed(String section, Consumer<List<Pair>> change) {
        List<Section> all = new ArrayList<>();
        for (Section old : sections) {
            List<Pair> pairs = new ArrayList<>(old.pairs);
            if (same(old.name, section)) {
                change.accept(pairs);
            }
            all.add(new Section(old.name, pairs));
        }
        return new IniContent(all);
    }

    /** As the reader compares names. */
    private static boolean same(String a, String b) {
        return a.toLowerCase(Locale.ROOT).equals(b.toLowerCase(Locale.ROOT));
    }
}
