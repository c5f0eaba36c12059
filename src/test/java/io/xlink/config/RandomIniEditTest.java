package io.xlink.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random files with random edits: what is read afterwards is what was asked for, and no other line has changed. */
class RandomIniEditTest {
    private static final long SEED = Long.getLong("xlink.test.seed", 20260125);
    private static final int FILES = 2_000;
    private static final int EDITS = 5;
    private static final String LETTERS = "ab;;  \t\"\"''=[]()#,$Ö";

    @TempDir
    Path dir;

    private int accepted;
    private int refused;

    @Test
    void onlyWhatWasAskedForChanges() throws IOException {
        for (int i = 0; i < FILES; i++) {
            Random random = new Random(SEED + i);
            Path file = Files.writeString(dir.resolve("a.ini"), text(random));
            for (int n = 0; n < EDITS; n++) {
                edit(file, random, "seed " + SEED + ", file " + i + ", edit " + n);
            }
        }
        assertThat(accepted).as("edits accepted").isGreaterThan(FILES);
        assertThat(refused).as("edits refused").isPositive();
    }

    private void edit(Path file, Random random, String where) throws IOException {
        String before = Files.readString(file);
        Map<String, Map<String, String>> wanted = read(file);
        IniEdit edit = new IniEdit(ConfigText.read(file));
        String section = name(random);
        String key = name(random);
        String value = word(random, random.nextInt(12));
        int kind = random.nextInt(5);
        boolean exists = wanted.containsKey(section);
        try {
            if (kind == 0) {
                edit.addSection(section);
                wanted.put(section, new TreeMap<>());
            } else if (kind == 1) {
                edit.remove(section, key);
                wanted.get(section).remove(key);
            } else {
                edit.set(section, key, value);
                wanted.get(section).put(key, value);
            }
        } catch (ConfigException e) {
            refused++;
            // There is no other reason than a name that stands there already, one that does not, or odd quotes.
            boolean quotes = value.contains("\"") || value.contains("'");
            assertThat(kind == 0 ? exists : !exists || kind > 1 && quotes)
                    .as(where + " refused: " + value)
                    .isTrue();
            assertThat(edit.changes()).as(where).isFalse();
            return;
        }
        accepted++;
        edit.save(Optional.empty());
        String after = Files.readString(file);
        String shown = where + "\n" + before + "\n---\n" + after;

        assertThat(read(file)).as(shown).isEqualTo(wanted);
        assertThatOtherLinesAreTheSame(before, after, kind, shown);
    }

    /** What is common at the beginning and at the end may leave out only what this edit may touch. */
    private static void assertThatOtherLinesAreTheSame(String before, String after, int kind, String shown) {
        List<String> old = lines(before);
        List<String> now = lines(after);
        if (kind == 1) {
            int i = 0;
            for (String line : old) {
                i += i < now.size() && now.get(i).equals(line) ? 1 : 0;
            }
            assertThat(i).as(shown).isEqualTo(now.size());
            return;
        }
        int first = 0;
        while (first < Math.min(old.size(), now.size()) && old.get(first).equals(now.get(first))) {
            first++;
        }
        int last = 0;
        while (last < Math.min(old.size(), now.size()) - first
                && old.get(old.size() - 1 - last).equals(now.get(now.size() - 1 - last))) {
            last++;
        }
        assertThat(old.size() - first - last).as(shown).isLessThanOrEqualTo(1);
        assertThat(now.size() - first - last).as(shown).isLessThanOrEqualTo(kind == 0 ? 3 : 2);
    }

    private static List<String> lines(String text) {
        return List.of(text.split("(?<=\n)")).stream()
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static Map<String, Map<String, String>> read(Path file) {
        Map<String, Map<String, String>> all = new TreeMap<>();
        for (IniSection section : IniFile.read(file).sections()) {
            Map<String, String> pairs = new TreeMap<>();
            section.entries().forEach(entry -> pairs.put(entry.key(), entry.value()));
            all.put(section.name(), pairs);
        }
        return all;
    }

    private static String text(Random random) {
        String end = random.nextBoolean() ? "\n" : "\r\n";
        List<String> lines = new ArrayList<>();
        int count = random.nextInt(12);
        for (int i = 0; i < count; i++) {
            lines.add(
                    switch (random.nextInt(8)) {
                        case 0, 1 -> "[" + name(random) + "]" + (random.nextInt(4) == 0 ? word(random, 4) : "");
                        case 2 -> "; " + word(random, 6);
                        case 3 -> word(random, 8);
                        case 4 -> "";
                        default ->
                            name(random)
                                    + (random.nextBoolean() ? " = " : "=")
                                    + word(random, random.nextInt(9))
                                    + (random.nextInt(3) == 0 ? "  ;" + word(random, 5) : "");
                    });
        }
        String text = String.join(end, lines);
        return random.nextInt(4) == 0 ? text : text + end;
    }

    private static String name(Random random) {
        return String.valueOf((char) ('p' + random.nextInt(4)));
    }

    private static String word(Random random, int length) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < length; i++) {
            word.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return word.toString();
    }
}
