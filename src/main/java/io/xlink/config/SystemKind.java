package io.xlink.config;

import io.xlink.config.keys.CsvActivityKeys;
import io.xlink.config.keys.CsvCallKeys;
import io.xlink.config.keys.Key;
import io.xlink.config.keys.Place;
import io.xlink.config.keys.UniversalActivityKeys;
import io.xlink.config.keys.UniversalCallKeys;
import java.util.EnumSet;
import java.util.Set;

/**
 * What an external system's section describes, by the keys that it has (specification, sections 4 and 5): call data,
 * activities, or both, each in CSV files or in a database. A section without any of these keys is dead: old
 * installations are full of them.
 *
 * @param places of {@link Place#OF_SYSTEMS}
 */
public record SystemKind(Set<Place> places) {
    public SystemKind {
        places = Set.copyOf(places);
    }

    public static SystemKind of(IniSection section) {
        Set<Place> places = EnumSet.noneOf(Place.class);
        if (hasOne(section, UniversalCallKeys.QUEUE_SQL, UniversalCallKeys.CALL_DATA_TABLE)) {
            places.add(Place.UNIVERSAL_CALLS);
        } else if (hasOne(section, CsvCallKeys.COLUMN_NAMES, CsvCallKeys.GROUP_COLUMN)) {
            places.add(Place.CSV_CALLS);
        }
        if (hasOne(section, UniversalActivityKeys.ACTIVITY_SQL, UniversalActivityKeys.AGENT_ACTIVITY_TABLE)) {
            places.add(Place.UNIVERSAL_ACTIVITIES);
        } else if (hasOne(section, CsvActivityKeys.ACTIVITY_COLUMN, CsvActivityKeys.AGENT_COLUMN)) {
            places.add(Place.CSV_ACTIVITIES);
        }
        return new SystemKind(places);
    }

    /** Whether it describes nothing that could be imported. */
    public boolean isDead() {
        return places.isEmpty();
    }

    /** Whether it has call data in CSV files. */
    public boolean hasCsvCalls() {
        return places.contains(Place.CSV_CALLS);
    }

    /** Whether it has activities in CSV files. */
    public boolean hasCsvActivities() {
        return places.contains(Place.CSV_ACTIVITIES);
    }

    /** Whether it has call data, which mappings can name. */
    public boolean hasCalls() {
        return hasCsvCalls() || hasCallsInDatabase();
    }

    /** Whether it has call data in a database. */
    public boolean hasCallsInDatabase() {
        return places.contains(Place.UNIVERSAL_CALLS);
    }

    /** Whether it has activities in a database. */
    public boolean hasActivitiesInDatabase() {
        return places.contains(Place.UNIVERSAL_ACTIVITIES);
    }

    /** Whether anything of it is in a database. */
    public boolean hasDatabase() {
        return hasCallsInDatabase() || hasActivitiesInDatabase();
    }

    /** By name, because the text decides here, whatever the value is worth; a column 0 is not there. */
    private static boolean hasOne(IniSection section, Key... keys) {
        for (Key key : keys) {
            if (section.text(key.name()).filter(text -> !text.equals("0")).isPresent()) {
                return true;
            }
        }
        return false;
    }
}
