package io.xlink.importer;

import io.xlink.importer.ledger.RanQuery;
import io.xlink.source.sql.RanStatement;
import java.util.List;

/**
 * What was read of a day from a database.
 *
 * @param rows rows that the database sent
 * @param unread those of them that could not be read
 * @param queries the statements that ran for them
 * @param notes what an administrator should look at, a few lines
 */
record DayRead(long rows, long unread, List<RanQuery> queries, List<String> notes) {
    /** More lines of one kind than these say nothing new. */
    static final int MOST_NOTES = 20;

    DayRead {
        queries = List.copyOf(queries);
        notes = List.copyOf(notes);
    }

    static DayRead of(long rows, long unread, List<RanStatement> statements, List<String> notes) {
        return new DayRead(
                rows,
                unread,
                statements.stream()
                        .map(ran -> new RanQuery(ran.statement().text(), ran.rows()))
                        .toList(),
                notes);
    }
}
