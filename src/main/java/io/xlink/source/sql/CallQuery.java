package io.xlink.source.sql;

import java.util.List;

/**
 * A statement for call data, and what its rows hold: ids of the queue, the time or the number of the interval, values.
 *
 * @param ids how many columns identify the queue; none when all rows are of the same queues
 * @param queues the numbers of those queues
 * @param types the numbers of the value types whose values follow
 * @param summed whether the database has added up the rows: then there is a number of the interval instead of a time, and
 *     two values for a mean
 */
record CallQuery(SqlStatement statement, int ids, List<Integer> queues, List<Integer> types, boolean summed) {
    CallQuery {
        queues = List.copyOf(queues);
        types = List.copyOf(types);
    }
}
