package io.xlink.source.sql;

import io.xlink.model.LocalDay;
import io.xlink.source.csv.AgentActivities;
import java.util.List;

/**
 * What was read of agents' activities.
 *
 * @param days the days that were read as a whole: the one that was asked for, and the one before it where only starts are
 *     known
 * @param activities what the rows say that began on those days
 * @param statements the statements that ran, in their order
 * @param rows rows that the database sent
 * @param leftOut rows without length, too short, or without an end so far
 * @param unlisted rows of activities that {@code ActivitySQL} does not list
 * @param unread rows that could not be read
 * @param notes what an administrator should look at
 */
public record ActivityRead(
        List<LocalDay> days,
        AgentActivities activities,
        List<RanStatement> statements,
        long rows,
        long leftOut,
        long unlisted,
        long unread,
        List<String> notes) {
    public ActivityRead {
        days = List.copyOf(days);
        statements = List.copyOf(statements);
        notes = List.copyOf(notes);
    }
}
