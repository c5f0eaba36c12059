package io.xlink.config.keys;

import static io.xlink.config.keys.Place.CSV_ACTIVITIES;
import static io.xlink.config.keys.Place.UNIVERSAL_ACTIVITIES;

import java.util.List;
import java.util.stream.Stream;

/** Keys of activities that mean the same in files and in databases (specification, sections 4 and 5). */
public final class ActivityKeys {
    public static final Key TIME_SPAN_TYPE = timeSpanType(CSV_ACTIVITIES);
    public static final Key LOG_OFF_ACTIVITIES = logOffActivities(CSV_ACTIVITIES);
    public static final Key MINIMUM_ACTIVITY_DURATION = minimumActivityDuration(CSV_ACTIVITIES);
    public static final Key TIME_ZONE_TIME_LINK = timeZoneTimeLink(CSV_ACTIVITIES);

    private ActivityKeys() {}

    private static Key timeSpanType(Place place) {
        return Key.of(
                        4,
                        place,
                        "ActivityTimeSpanType",
                        Choice.of(0, 1, 2),
                        "0 start and duration, 1 start and end, 2 start only: the agent's next activity ends it")
                .otherwise("0 with a duration column, 1 with columns of the end, 2 with `LogOffActivities`");
    }

    private static Key logOffActivities(Place place) {
        return Key.of(4, place, "LogOffActivities", FreeText.NAMES, "ids that mean logged out, for type 2");
    }

    private static Key minimumActivityDuration(Place place) {
        return Key.of(
                        4,
                        place,
                        "MinimumActivityDuration",
                        WholeNumber.from(0),
                        "activities that are shorter are left out")
                .absent("0")
                .in("seconds");
    }

    private static Key timeZoneTimeLink(Place place) {
        return Key.of(4, place, "TimeZone_TimeLink", Shift.SHIFT, "as `TimeZone`, for activities alone")
                .otherwise("`TimeZone`");
    }

    static List<Key> all() {
        return Stream.concat(
                        Stream.of(TIME_SPAN_TYPE, LOG_OFF_ACTIVITIES, MINIMUM_ACTIVITY_DURATION, TIME_ZONE_TIME_LINK),
                        Stream.of(
                                timeSpanType(UNIVERSAL_ACTIVITIES),
                                logOffActivities(UNIVERSAL_ACTIVITIES),
                                minimumActivityDuration(UNIVERSAL_ACTIVITIES),
                                timeZoneTimeLink(UNIVERSAL_ACTIVITIES)))
                .toList();
    }
}
