package io.xlink.config.keys;

import java.util.List;

/** Keys of {@code [GENERAL]} in isps_Ul.ini (specification, sections 3 and 6). */
public final class GeneralKeys {
    public static final Key LOCAL_TIME_ZONE = Key.of(
                    0, Place.GENERAL, "LocalTimeZone", Zone.ZONE, "zone in which days begin and end")
            .otherwise("the machine's zone");
    public static final Key LOG_DIR = Key.of(
                    3,
                    Place.GENERAL,
                    "LogDir",
                    FreeText.PATH,
                    "directory of the logs; a relative path counts from the configuration directory")
            .otherwise("`DATA/logs`");
    public static final Key LOG_MAX_FILE_SIZE = Key.of(
                    3, Place.GENERAL, "LogMaxFileSize", WholeNumber.from(1), "size at which a log file is full")
            .absent("10240")
            .in("KiB");
    public static final Key WRITE_ALWAYS = Key.of(
                    6,
                    Place.GENERAL,
                    "WriteAlways",
                    Flag.FLAG,
                    "whether intervals without data overwrite the server's with 0, as soon as they are over")
            .absent("0");
    public static final Key PROTOCOL = Key.of(
                    3,
                    Place.GENERAL,
                    "Protocol",
                    Flag.FLAG,
                    "whether the service logs more, for finding out what is wrong")
            .absent("0");
    public static final Key AUTOMATIC_MAPPING_CORRECTION = Key.of(
                    3,
                    Place.GENERAL,
                    "AutomaticMappingCorrection",
                    Flag.FLAG,
                    "whether mappings are corrected at start, after the server's queue tree")
            .absent("0");

    public static final Key HISTORY_DAYS = Key.of(
                    0,
                    Place.GENERAL,
                    "HistoryDays",
                    new WholeNumber(1, 10_000),
                    "how long imports are remembered, and which intervals had data; their hours are learned from 57 days")
            .absent("400")
            .in("days");
    public static final Key STALE_AFTER = Key.of(
                    0,
                    Place.GENERAL,
                    "StaleAfter",
                    Span.SPAN,
                    "how old the newest data of a system may become, in hours in which there usually are some; then it is said"
                            + " in the log")
            .at(Place.CSV_CALLS, Place.CSV_ACTIVITIES, Place.UNIVERSAL_CALLS, Place.UNIVERSAL_ACTIVITIES)
            .absent("off");

    private GeneralKeys() {}

    static List<Key> all() {
        return List.of(
                LOCAL_TIME_ZONE,
                LOG_DIR,
                LOG_MAX_FILE_SIZE,
                WRITE_ALWAYS,
                PROTOCOL,
                AUTOMATIC_MAPPING_CORRECTION,
                HISTORY_DAYS,
                STALE_AFTER);
    }
}
