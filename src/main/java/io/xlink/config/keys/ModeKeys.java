package io.xlink.config.keys;

import java.util.List;

/** When databases are imported by themselves (specification, section 6); a section's own value counts before that of {@code [GENERAL]}. */
public final class ModeKeys {
    public static final Key PHONE_LINK_MODE = Key.of(
                    0,
                    Place.GENERAL,
                    "PhoneLinkMode",
                    Mode.MODE,
                    "when call data are imported from a database: the current day every so many minutes, counted from a"
                            + " time of day, or the previous day once a day")
            .at(Place.UNIVERSAL_CALLS)
            .absent("every 15 00:05");
    public static final Key TIME_LINK_MODE = Key.of(
                    0, Place.GENERAL, "TimeLinkMode", Mode.MODE, "when activities are imported from a database")
            .at(Place.UNIVERSAL_ACTIVITIES)
            .absent("every 15 00:05");
    public static final Key CATCH_UP_DAYS = Key.of(
                    0,
                    Place.GENERAL,
                    "CatchUpDays",
                    new WholeNumber(0, 366),
                    "how far back days are imported that were missed, or that were not over when they were imported last")
            .at(Place.UNIVERSAL_CALLS, Place.UNIVERSAL_ACTIVITIES)
            .absent("7")
            .in("days");
    public static final Key LATE_ROWS = Key.of(
                    0,
                    Place.GENERAL,
                    "LateRows",
                    new WholeNumber(0, 1440),
                    "how long after its end a day still gets rows; the runs of that time import it once more")
            .at(Place.UNIVERSAL_CALLS, Place.UNIVERSAL_ACTIVITIES)
            .absent("60")
            .in("minutes");

    public static final Key REIMPORT_DAYS = Key.of(
                    0,
                    Place.GENERAL,
                    "ReimportDays",
                    new WholeNumber(0, 366),
                    "how many days before the present one are imported once more every night, because they may have been"
                            + " corrected")
            .at(Place.UNIVERSAL_CALLS, Place.UNIVERSAL_ACTIVITIES)
            .absent("0")
            .in("days");
    public static final Key REIMPORT_TIME = Key.of(
                    0,
                    Place.GENERAL,
                    "ReimportTime",
                    TimeOfDay.TIME,
                    "the local time at which ReimportDays are imported")
            .at(Place.UNIVERSAL_CALLS, Place.UNIVERSAL_ACTIVITIES)
            .absent("03:30");

    private ModeKeys() {}

    static List<Key> all() {
        return List.of(PHONE_LINK_MODE, TIME_LINK_MODE, CATCH_UP_DAYS, LATE_ROWS, REIMPORT_DAYS, REIMPORT_TIME);
    }
}
