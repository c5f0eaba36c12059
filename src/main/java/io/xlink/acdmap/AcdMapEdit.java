package io.xlink.acdmap;

import io.xlink.config.ConfigText;
import io.xlink.config.TextEdit;
import io.xlink.model.Target;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Changes to acd_map.ini. Each method describes one change of the file as it was read, to be saved with
 * {@link TextEdit#save}; every line that it does not name keeps its bytes. It is empty when the file says already what
 * is wanted, so that nothing needs to be written.
 */
public final class AcdMapEdit {
    private final ConfigText text;
    private final AcdMap map;

    private AcdMapEdit(ConfigText text) {
        this.text = text;
        this.map = new AcdMapParser(text).parse();
    }

    /**
     * Reads the mappings of a directory, to change them; a file that is missing is made by the first change.
     *
     * @throws io.xlink.config.ConfigException when the file exists, but cannot be read, or is not text
     */
    public static AcdMapEdit read(Path confDirectory) {
        Path file = confDirectory.resolve(AcdMap.NAME);
        return new AcdMapEdit(ConfigText.readIfPresent(file).orElseGet(() -> ConfigText.absent(file)));
    }

    /** The mappings as they were read. */
    public AcdMap map() {
        return map;
    }

    /** Whether any line names this target, be its right side understood or not. */
    public boolean has(Target target) {
        return map.lines().stream().anyMatch(line -> line.target().equals(target));
    }

    /** The target's sources in the order of {@code Para1}, {@code Para2}, ...; none twice. */
    public List<Source> sources(Target target) {
        return TargetLines.of(map, target).sources();
    }

    /** The target's script as it is written; empty when it sums its sources. */
    public Optional<String> script(Target target) {
        return TargetLines.of(map, target).script();
    }

    /** The text of a line, by its number from 1. */
    public String line(int number) {
        return text.lines().get(number - 1);
    }

    /**
     * Adds a source as the target's last one: behind the target's last line; the first one of a target behind the last
     * line of its queue, or at the end.
     *
     * @throws IllegalArgumentException when a name cannot be written so that it reads back as the same; the message
     *     says why
     */
    public Optional<TextEdit> add(Target target, Source source) {
        requireWritable(WritableNames.refusal(target).or(() -> WritableNames.refusal(source)));
        if (map.lines().stream().anyMatch(line -> names(line, target, source))) {
            return Optional.empty();
        }
        return Optional.of(inserted(target, target + "=" + source));
    }

    /** Removes a source of a target, with every line that repeats it. */
    public Optional<TextEdit> remove(Target target, Source source) {
        return without(line -> names(line, target, source));
    }

    /** Removes every line of a target, those whose right side was not understood too. */
    public Optional<TextEdit> remove(Target target) {
        return without(line -> line.target().equals(target));
    }

    /** Removes every script line of a target; its sources are summed from then on. */
    public Optional<TextEdit> removeScript(Target target) {
        return without(line -> line.target().equals(target) && line.script().isPresent());
    }

    /**
     * Has a target computed by a script: in the line that named another one, or in a new line behind the target's last
     * one.
     *
     * @param name such as {@code $1.BAS}
     * @throws IllegalArgumentException when this cannot be the name of a script; the message says why
     */
    public Optional<TextEdit> setScript(Target target, String name) {
        requireWritable(WritableNames.refusal(target).or(() -> WritableNames.scriptRefusal(name)));
        Optional<MapLine> counting = map.lines().stream()
                .filter(line -> line.target().equals(target) && line.script().isPresent())
                .findFirst();
        if (counting.isEmpty()) {
            return Optional.of(inserted(target, target + "=" + name));
        }
        String before = counting.get().script().get();
        if (before.equals(name)) {
            return Optional.empty();
        }
        TextEdit edit = new TextEdit(text);
        int number = counting.get().line();
        int right = counting.get().rightColumn() - 1;
        edit.set(number, line(number).substring(0, right) + name + line(number).substring(right + before.length()));
        return Optional.of(edit);
    }

    /**
     * Rewrites lines with another parent and removes duplicates, as {@link MapCheck} of {@link #map} found them; what is
     * unclear stays.
     */
    public TextEdit correct(List<MapFinding> findings) {
        TextEdit edit = new TextEdit(text);
        for (MapFinding finding : findings) {
            switch (finding.kind()) {
                case MOVED -> edit.set(finding.line().line(), corrected(finding));
                case DUPLICATE -> edit.remove(finding.line().line());
                case UNCLEAR -> {}
            }
        }
        return edit;
    }

    /** The text of a line under its right parent. */
    public String corrected(MapFinding moved) {
        return MapNotation.withParent(line(moved.line().line()), moved.parent().orElseThrow());
    }

    private TextEdit inserted(Target target, String content) {
        TextEdit edit = new TextEdit(text);
        lastLine(line -> line.target().equals(target))
                .or(() -> lastLine(line -> isOfQueue(line.target(), target)))
                .ifPresentOrElse(line -> edit.insertAfter(line, content), () -> edit.append(content));
        return edit;
    }

    private Optional<TextEdit> without(Predicate<MapLine> removed) {
        List<MapLine> found = map.lines().stream().filter(removed).toList();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        TextEdit edit = new TextEdit(text);
        found.forEach(line -> edit.remove(line.line()));
        return Optional.of(edit);
    }

    private Optional<Integer> lastLine(Predicate<MapLine> wanted) {
        return map.lines().stream().filter(wanted).map(MapLine::line).reduce((first, second) -> second);
    }

    /** The parent may be outdated; what belongs together is found by the queue. */
    private static boolean isOfQueue(Target target, Target other) {
        return target.server().equals(other.server()) && target.queue() == other.queue();
    }

    private static boolean names(MapLine line, Target target, Source source) {
        return line.target().equals(target)
                && line.source().filter(source::equals).isPresent();
    }

    private static void requireWritable(Optional<String> refusal) {
        refusal.ifPresent(why -> {
            throw new IllegalArgumentException(why);
        });
    }
}
