package io.xlink.source.csv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a configuration says of the columns of a file, be they those of calls or of activities.
 *
 * @param key the key that names them, for messages
 * @param names their names in their order; empty for a column without one
 * @param needed positions from 0 of those without which a row cannot be read, in no particular order
 * @param separator what separates them, or {@link io.xlink.config.keys.Separator#DETECT}
 * @param elsewhere where a name stands, too, and must be changed with it, for messages; may be empty
 */
@SuppressWarnings("ArrayRecordComponent") // made once for each file, never compared
record NamedColumns(String key, List<String> names, int[] needed, char separator, String elsewhere) {
    NamedColumns {
        names = List.copyOf(names);
    }

    /** The name of a column; empty when it has none. */
    String name(int column) {
        return column < names.size() ? names.get(column) : "";
    }

    /** The names by which a header is known. */
    List<String> neededNames() {
        List<String> folded = new ArrayList<>();
        for (int column : needed) {
            String name = HeaderLine.folded(name(column));
            if (!name.isEmpty() && !folded.contains(name)) {
                folded.add(name);
            }
        }
        return folded;
    }

    /** How many columns a row must have. */
    int neededColumns() {
        return Arrays.stream(needed).max().orElse(-1) + 1;
    }
}
