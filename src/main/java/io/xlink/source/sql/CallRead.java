package io.xlink.source.sql;

import io.xlink.model.CallTable;
import java.util.List;

/**
 * What was read of a day's call data.
 *
 * @param table the figures of the mapped queues
 * @param statements the statements that ran, in their order
 * @param rows rows of call data that the database sent
 * @param unread rows that could not be read and were left out
 * @param notes what an administrator should look at
 */
public record CallRead(CallTable table, List<RanStatement> statements, long rows, long unread, List<String> notes) {
    public CallRead {
        statements = List.copyOf(statements);
        notes = List.copyOf(notes);
    }
}
