package io.xlink.model;

import java.util.List;

/**
 * A slice of a server's call data.
 *
 * @param columns sorted by parent, queue, value type and start; a queue and value type may stand in several columns in
 *     a row, a new one wherever the length of the intervals changes
 * @param next cursor of the next slice, empty when this is the last one
 */
public record ExportSlice(List<ValueColumn> columns, String next) {
    public ExportSlice {
        columns = List.copyOf(columns);
    }
}
