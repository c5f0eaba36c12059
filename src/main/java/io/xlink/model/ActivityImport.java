package io.xlink.model;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * One import of activities: what one external system says that agents did on one day. For each agent that it names,
 * what the server has from that external system with a start on that day is replaced by what the import says; agents
 * that it does not name keep what they have (specification, section 6). An agent is cleared for the day by a column
 * without activities.
 *
 * @param id made when the import begins and kept until its receipt is recorded; a retry carries the same id
 * @param server name of the server, from {@code [DB]}
 * @param externalSystem name of the external system
 * @param day the local day that the activities begin on
 * @param fromSecond the day's first second, counted from 1970-01-01T00:00Z: only the sender knows the zone
 * @param toSecond the next day's first second
 * @param columns the activities, all of which begin in the period; an agent and activity stands at most once
 */
public record ActivityImport(
        UUID id,
        String server,
        String externalSystem,
        LocalDate day,
        long fromSecond,
        long toSecond,
        List<ActivityColumn> columns)
        implements Import {

    public ActivityImport {
        columns = List.copyOf(columns);
    }

    /** An import of a local day. */
    public static ActivityImport of(
            UUID id, String server, String externalSystem, LocalDay day, List<ActivityColumn> columns) {
        return new ActivityImport(
                id,
                server,
                externalSystem,
                day.date(),
                day.startEpochSecond(),
                day.next().startEpochSecond(),
                columns);
    }

    @Override
    public ActivityImport withId(UUID other) {
        return new ActivityImport(other, server, externalSystem, day, fromSecond, toSecond, columns);
    }

    @Override
    public ImportKind kind() {
        return ImportKind.ACTIVITIES;
    }

    /** Number of activities in all columns. */
    @Override
    public long values() {
        return columns.stream().mapToLong(ActivityColumn::size).sum();
    }
}
