package io.xlink.model;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * One import of call data: what one external system says about one day, mapped to the queues of one server. Every
 * value replaces what the server holds for the same queue, value type and interval (specification, section 6).
 *
 * @param id made when the import begins and kept until its receipt is recorded; a retry carries the same id
 * @param server name of the server, from {@code [DB]}
 * @param externalSystem name of the external system
 * @param day the local day that the values belong to
 * @param columns the values; a queue and value type stands at most once
 */
public record QueueImport(UUID id, String server, String externalSystem, LocalDate day, List<ValueColumn> columns)
        implements Import {

    public QueueImport {
        columns = List.copyOf(columns);
    }

    @Override
    public QueueImport withId(UUID other) {
        return new QueueImport(other, server, externalSystem, day, columns);
    }

    @Override
    public ImportKind kind() {
        return ImportKind.CALL_DATA;
    }

    /** Number of interval values in all columns. */
    @Override
    public long values() {
        return columns.stream().mapToLong(ValueColumn::size).sum();
    }
}
