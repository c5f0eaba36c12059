package io.xlink.acdmap;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The lines of one target, those too that were not understood. */
final class TargetLines {
    private final List<MapLine> lines = new ArrayList<>();

    void add(MapLine line) {
        lines.add(line);
    }

    /** In the order of the file, at least one. */
    List<MapLine> all() {
        return List.copyOf(lines);
    }

    boolean hasSources() {
        return !sources().isEmpty();
    }

    /** Whether both compute the same from the same sources, as far as every line of both was understood. */
    boolean sameAs(TargetLines other) {
        if (!complete() || !other.complete() || !script().equals(other.script())) {
            return false;
        }
        return script().isEmpty()
                ? sources().equals(other.sources())
                : List.copyOf(sources()).equals(List.copyOf(other.sources()));
    }

    private boolean complete() {
        return lines.stream()
                .noneMatch(line -> line.source().isEmpty() && line.script().isEmpty());
    }

    /** The script that counts; its file is found in any case. */
    private Optional<String> script() {
        return lines.stream()
                .flatMap(line -> line.script().stream())
                .findFirst()
                .map(name -> name.toLowerCase(Locale.ROOT));
    }

    private Set<Source> sources() {
        Set<Source> sources = new LinkedHashSet<>();
        lines.forEach(line -> line.source().ifPresent(sources::add));
        return sources;
    }
}
