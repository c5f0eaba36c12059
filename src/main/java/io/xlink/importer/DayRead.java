package io.xlink.importer;

import java.util.List;

/**
 * What was read of a day from a database.
 *
 * @param rows rows that the database sent
 * @param statements how many statements ran for them
 * @param notes what an administrator should look at, a few lines
 */
record DayRead(long rows, int statements, List<String> notes) {
    /** More lines of one kind than these say nothing new. */
    static final int MOST_NOTES = 20;

    DayRead {
        notes = List.copyOf(notes);
    }
}
