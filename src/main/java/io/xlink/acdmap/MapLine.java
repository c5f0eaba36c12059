package io.xlink.acdmap;

import io.xlink.model.Target;
import java.util.Optional;

/**
 * A line of acd_map.ini whose left side is a target (specification, section 3). Neither a source nor a script stands on
 * its right side when that was not understood.
 *
 * @param line line number from 1
 * @param column where the line's text begins, from 1
 * @param rightColumn where the right side begins, from 1
 * @param target the left side
 * @param source the right side, when it names a value type of an external system
 * @param script the right side, when it names an import script such as {@code $1.BAS}
 */
public record MapLine(
        int line, int column, int rightColumn, Target target, Optional<Source> source, Optional<String> script) {}
