package io.xlink.model;

import java.util.List;

/**
 * A slice of a server's activities.
 *
 * @param columns sorted by external system, agent and activity, as text by code points, and by start; the three may
 *     stand in several columns in a row
 * @param next cursor of the next slice, empty when this is the last one
 */
public record ActivitySlice(List<Held> columns, String next) {
    public ActivitySlice {
        columns = List.copyOf(columns);
    }

    /**
     * Activities as a server holds them.
     *
     * @param externalSystem name of the external system that they came from
     * @param activityId id of the server's own activity under which they count at present: the one that claims the
     *     external activity, otherwise 1, <em>Present</em> (specification, section 7)
     * @param column the activities
     */
    public record Held(String externalSystem, int activityId, ActivityColumn column) {}
}
