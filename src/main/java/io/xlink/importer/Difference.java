package io.xlink.importer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What an import of one day would change on a server.
 *
 * @param what the entries: values or activities
 * @param same entries that the server holds as they are
 * @param changed entries whose value would be another one
 * @param added entries that the server does not hold
 * @param removed entries that the server would not hold any more
 * @param zeroed how many of the changed ones would be 0, and are not now
 * @param samples the first differences in words
 */
record Difference(
        String server,
        LocalDate day,
        String what,
        long same,
        long changed,
        long added,
        long removed,
        long zeroed,
        List<String> samples) {
    /** More of them are read by nobody. */
    static final int MOST_SAMPLES = 10;

    Difference {
        samples = List.copyOf(samples);
    }

    boolean isAny() {
        return changed + added + removed > 0;
    }

    /** Lines for whoever asked. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(server + ": " + same + " " + what + " the same, " + changed + " would change, " + added
                + " would be new, " + removed + " would go");
        if (zeroed > 0) {
            lines.add("DANGER: " + zeroed + " " + what + " that are not 0 on " + server
                    + " would become 0; if that is because intervals have no data, it is WriteAlways=1 that does it");
        }
        samples.forEach(sample -> lines.add("  " + sample));
        if (changed + added + removed > samples.size()) {
            lines.add("  and " + (changed + added + removed - samples.size()) + " more");
        }
        return lines;
    }
}
