package io.xlink.model;

import java.util.List;

/**
 * Call data of one external system, summed into intervals, before any mapping.
 *
 * @param externalSystem name of the external system, its section in isps_Ul.ini
 * @param interval length of an interval in minutes
 * @param valueTypes names of the value types, in the order of the pages' columns
 * @param pages one for each queue and day; no queue and day stands twice
 */
public record CallTable(String externalSystem, int interval, List<String> valueTypes, List<CallPage> pages) {
    public CallTable {
        valueTypes = List.copyOf(valueTypes);
        pages = List.copyOf(pages);
    }
}
