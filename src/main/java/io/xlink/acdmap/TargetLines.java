package io.xlink.acdmap;

import io.xlink.model.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The lines of one target, those too that were not understood. */
final class TargetLines {
    private final List<MapLine> lines = new ArrayList<>();

    static TargetLines of(AcdMap map, Target target) {
        TargetLines found = new TargetLines();
        map.lines().stream().filter(line -> line.target().equals(target)).forEach(found::add);
        return found;
    }

    void add(MapLine line) {
        lines.add(line);
    }

    /** In the order of the file, at least one. */
    List<MapLine> all() {
        return List.copyOf(lines);
    }

    /** In the order of the file, none twice. */
    List<Source> sources() {
        return lines.stream().flatMap(line -> line.source().stream()).distinct().toList();
    }

    /** The script that counts, as it is written. */
    Optional<String> script() {
        return lines.stream().flatMap(line -> line.script().stream()).findFirst();
    }

    /** Whether both compute the same from the same sources, as far as every line of both was understood. */
    boolean sameAs(TargetLines other) {
        if (!complete() || !other.complete() || !scriptFile().equals(other.scriptFile())) {
            return false;
        }
        return script().isEmpty()
                ? Set.copyOf(sources()).equals(Set.copyOf(other.sources()))
                : sources().equals(other.sources());
    }

    private boolean complete() {
        return lines.stream()
                .noneMatch(line -> line.source().isEmpty() && line.script().isEmpty());
    }

    /** A script's file is found in any case. */
    private Optional<String> scriptFile() {
        return script().map(name -> name.toLowerCase(Locale.ROOT));
    }
}
