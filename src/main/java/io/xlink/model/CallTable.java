package io.xlink.model;

import java.util.List;
import java.util.Set;

/**
 * Call data of one external system, summed into intervals, before any mapping.
 *
 * @param externalSystem name of the external system, its section in isps_Ul.ini
 * @param interval length of an interval in minutes
 * @param valueTypes names of the value types, in the order of the pages' columns
 * @param pages one for each queue and day; no queue and day stands twice
 * @param whole days that were read as a whole, whether or not there is a page of them
 */
public record CallTable(
        String externalSystem, int interval, List<String> valueTypes, List<CallPage> pages, Set<LocalDay> whole) {
    /** A table that is about the days of its pages. */
    public CallTable(String externalSystem, int interval, List<String> valueTypes, List<CallPage> pages) {
        this(externalSystem, interval, valueTypes, pages, Set.of());
    }

    public CallTable {
        valueTypes = List.copyOf(valueTypes);
        pages = List.copyOf(pages);
        whole = Set.copyOf(whole);
    }
}
