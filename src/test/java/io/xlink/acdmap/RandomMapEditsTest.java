package io.xlink.acdmap;

import static org.assertj.core.api.Assertions.assertThat;

import io.xlink.config.TextEdit;
import io.xlink.model.QueuePath;
import io.xlink.model.Target;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random maps and random edits: read again, the file maps what a plain model says, and every line that an edit did not
 * name is there as it was, byte for byte and in its place.
 */
class RandomMapEditsTest {
    private static final int ROUNDS = 300;
    private static final int EDITS = 8;
    private static final long SEED = Long.getLong("xlink.test.seed", 20141223L);
    private static final List<String> ENCODINGS = List.of("UTF-8", "windows-1252", "UTF-16LE");
    private static final List<String> ENDS = List.of("\n", "\r\n", "\r");
    private static final List<String> SERVERS = List.of("WFM", "Köln:2", "A;B \"C\"");
    private static final List<String> NAMES = List.of("q", "Büro", " x ", "a=b", "#1", "\"k\"", "ß;1", "Q");
    private static final List<String> OTHER_LINES =
            List.of("", "; Öl", "  # x", "no mapping at all", "WFM:1:2=A:q:v", "\t", ";WFM:1:2:3=A:q:v", "=", "x=y");

    @TempDir
    Path dir;

    /** What a target should be read as. */
    private static final class Expected {
        final Set<Source> sources = new LinkedHashSet<>();
        Optional<String> script = Optional.empty();
        boolean broken;
    }

    private final Map<Target, Expected> model = new HashMap<>();

    @Test
    void whatIsNotNamedStaysAndTheRestReadsAsMeant() throws IOException {
        for (int round = 0; round < ROUNDS; round++) {
            long seed = SEED + round;
            Random random = new Random(seed);
            model.clear();
            Path file = randomFile(random);
            for (int i = 0; i < EDITS; i++) {
                String before = text(file);
                String what = edit(random);
                String named = "-Dxlink.test.seed=" + seed + ", edit " + i + ": " + what;
                assertThat(read()).as(named).isEqualTo(expected());
                assertUntouched(named, before, text(file));
            }
        }
    }

    private Path randomFile(Random random) throws IOException {
        String encoding = pick(random, ENCODINGS);
        StringBuilder text = new StringBuilder(encoding.startsWith("UTF-16") ? "\ufeff" : "");
        // Something that tells the encoding, whatever the edits remove.
        text.append("; Größe").append(pick(random, ENDS));
        String end = pick(random, ENDS);
        for (int i = random.nextInt(20); i >= 0; i--) {
            text.append(randomLine(random));
            text.append(i == 0 && random.nextBoolean() ? "" : random.nextInt(10) == 0 ? pick(random, ENDS) : end);
        }
        return Files.write(dir.resolve("acd_map.ini"), text.toString().getBytes(Charset.forName(encoding)));
    }

    private String randomLine(Random random) {
        if (random.nextInt(3) == 0) {
            return pick(random, OTHER_LINES);
        }
        Target target = randomTarget(random);
        Expected expected = model.computeIfAbsent(target, t -> new Expected());
        String left =
                blanks(random) + target.toString().replace(":1:", " : 01 :") + blanks(random) + "=" + blanks(random);
        switch (random.nextInt(8)) {
            case 0:
                expected.broken = true;
                return left + "broken:line";
            case 1:
                String script = "$" + random.nextInt(3) + ".BAS";
                if (expected.script.isEmpty()) {
                    expected.script = Optional.of(script);
                }
                return left + script + blanks(random);
            default:
                Source source = randomSource(random);
                expected.sources.add(source);
                return left + source + blanks(random);
        }
    }

    private String edit(Random random) {
        AcdMapEdit edit = AcdMapEdit.read(dir);
        Target target = randomTarget(random);
        Source source = randomSource(random);
        Expected expected = model.computeIfAbsent(target, t -> new Expected());
        switch (random.nextInt(6)) {
            case 0:
                model.remove(target);
                return saved("remove " + target, edit.remove(target));
            case 1:
                expected.script = Optional.empty();
                return saved("remove the script of " + target, edit.removeScript(target));
            case 2:
                expected.script = Optional.of("$" + random.nextInt(12) + ".BAS");
                return saved("script " + target, edit.setScript(target, expected.script.get()));
            case 3:
                Source removed = expected.sources.isEmpty()
                        ? source
                        : expected.sources.stream()
                                .skip(random.nextInt(expected.sources.size()))
                                .findFirst()
                                .orElseThrow();
                expected.sources.remove(removed);
                return saved("remove " + target + "=" + removed, edit.remove(target, removed));
            default:
                expected.sources.add(source);
                return saved("add " + target + "=" + source, edit.add(target, source));
        }
    }

    private static String saved(String what, Optional<TextEdit> edit) {
        edit.ifPresent(e -> e.save(Optional.empty()));
        return what;
    }

    private Map<Target, String> read() {
        return AcdMap.read(dir).mappings().stream()
                .collect(Collectors.toMap(Mapping::target, m -> m.sources() + " " + m.script()));
    }

    private Map<Target, String> expected() {
        return model.entrySet().stream()
                .filter(e -> !e.getValue().broken)
                .filter(e ->
                        !e.getValue().sources.isEmpty() || e.getValue().script.isPresent())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, e -> List.copyOf(e.getValue().sources) + " " + e.getValue().script));
    }

    /**
     * Either lines came, or lines went, or one got another right side; the others follow each other as they did. A last
     * line without an end may get one.
     */
    private static void assertUntouched(String what, String before, String after) {
        List<String> old = lines(before);
        List<String> now = lines(after);
        if (now.size() == old.size()) {
            long different = 0;
            for (int i = 0; i < old.size(); i++) {
                different += old.get(i).equals(now.get(i)) ? 0 : 1;
            }
            assertThat(different).as(what).isLessThanOrEqualTo(what.contains("script") ? 1 : 0);
        } else if (now.size() > old.size()) {
            assertThat(now).as(what).hasSize(old.size() + 1);
            assertOrder(what, old, now);
        } else {
            assertThat(what).contains("remove");
            assertOrder(what, now, old);
        }
    }

    private static void assertOrder(String what, List<String> part, List<String> whole) {
        int at = 0;
        for (String line : whole) {
            at += at < part.size() && same(part.get(at), line) ? 1 : 0;
        }
        assertThat(at)
                .as("%s: the lines of %s in their order in %s", what, part, whole)
                .isEqualTo(part.size());
    }

    /** Whether a line is another one, or an open last line and the same with an end. */
    private static boolean same(String one, String other) {
        return one.equals(other)
                || other.startsWith(one) && other.substring(one.length()).matches("[\r\n\0]+");
    }

    /** Bytes as characters, each line with its end. */
    private static List<String> lines(String text) {
        String end = text.startsWith("\u00ff\u00fe") ? "\r\0\n\0|\r\0|\n\0" : "\r\n|\r|\n";
        List<String> lines = new ArrayList<>();
        Matcher ends = Pattern.compile(end).matcher(text);
        int from = 0;
        while (ends.find()) {
            lines.add(text.substring(from, ends.end()));
            from = ends.end();
        }
        if (from < text.length()) {
            lines.add(text.substring(from));
        }
        return lines;
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    }

    private static Target randomTarget(Random random) {
        return new Target(pick(random, SERVERS), 1 + random.nextInt(2), 1002 + random.nextInt(2), random.nextInt(2));
    }

    private static Source randomSource(Random random) {
        List<String> parts = new ArrayList<>();
        for (int i = random.nextInt(2); i >= 0; i--) {
            parts.add(pick(random, NAMES));
        }
        return new Source(
                "A" + random.nextInt(2),
                new QueuePath(parts),
                pick(random, NAMES).strip());
    }

    private static String blanks(Random random) {
        return pick(random, List.of("", "", " ", "\t "));
    }

    private static String pick(Random random, List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}
