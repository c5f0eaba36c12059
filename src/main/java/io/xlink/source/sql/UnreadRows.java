package io.xlink.source.sql;

import java.util.ArrayList;
import java.util.List;

/** Counts rows that cannot be read, and keeps what is wrong with the first of them. */
final class UnreadRows {
    private static final int EXAMPLES = 5;

    private final List<String> examples = new ArrayList<>();
    private long count;

    void add(String what) {
        if (count++ < EXAMPLES) {
            examples.add(what);
        }
    }

    long count() {
        return count;
    }

    List<String> notes() {
        List<String> notes = new ArrayList<>(examples);
        if (count > 0) {
            notes.add(count + " rows could not be read and were left out");
        }
        return notes;
    }
}
