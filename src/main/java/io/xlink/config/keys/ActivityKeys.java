package io.xlink.config.keys;

import static io.xlink.config.keys.Place.CSV_ACTIVITIES;
import static io.xlink.config.keys.Place.UNIVERSAL_ACTIVITIES;

import java.util.List;

/** Keys of activities that mean the same in files and in databases (specification, sections 4 and 5). */
public final class ActivityKeys {
    private ActivityKeys() {}

    private static Key key(String name, KeyType type, String meaning) {
        return Key.of(4, CSV_ACTIVITIES, name, type, meaning)
                .at(UNIVERSAL_ACTIVITIES)
                .notYet();
    }

    static List<Key> all() {
        return List.of(
                key(
                                "ActivityTimeSpanType",
                                Choice.of(0, 1, 2),
                                "0 start and duration, 1 start and end, 2 start only: the agent's next activity ends it")
                        .otherwise("required"),
                key("LogOffActivities", FreeText.NAMES, "ids that mean logged out, for type 2"),
                key("MinimumActivityDuration", WholeNumber.from(0), "activities that are shorter are left out")
                        .absent("0")
                        .in("seconds"),
                key("TimeZone_TimeLink", Shift.SHIFT, "as `TimeZone`, for activities alone")
                        .otherwise("`TimeZone`"));
    }
}
