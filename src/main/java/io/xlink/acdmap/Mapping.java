package io.xlink.acdmap;

import io.xlink.model.Target;
import java.util.List;
import java.util.Optional;

/**
 * All lines of acd_map.ini that have the same left side (specification, section 3).
 *
 * @param target the left side
 * @param sources the right sides in the order of the file, which is the order of a script's {@code Para1},
 *     {@code Para2}, ...; none twice; empty when only a script is named
 * @param script name of the import script ({@code $1.BAS}) as written; empty when the sources are summed
 * @param line number of the target's first line, from 1
 */
public record Mapping(Target target, List<Source> sources, Optional<String> script, int line) {
    public Mapping {
        sources = List.copyOf(sources);
    }
}
