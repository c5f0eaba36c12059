package io.xlink.config.keys;

import java.util.List;

/** Keys of the logs of a running importer (specification, section 8). */
public final class LogKeys {
    public static final Key LOG_MAX_FILES = Key.of(
                    8,
                    Place.GENERAL,
                    "LogMaxFiles",
                    new WholeNumber(1, 10_000),
                    "how many full files of each log of the service are kept")
            .absent("20");
    public static final Key LOG_MAX_DAYS = Key.of(
                    8,
                    Place.GENERAL,
                    "LogMaxDays",
                    new WholeNumber(1, 10_000),
                    "how long files of the logs of the service are kept")
            .absent("90")
            .in("days");
    public static final Key LOG_FORMAT = Key.of(
                    8,
                    Place.GENERAL,
                    "LogFormat",
                    Choice.of("text", "json"),
                    "how lines of the logs of the service, and of `xlink run`, are written")
            .absent("text");

    private LogKeys() {}

    static List<Key> all() {
        return List.of(LOG_MAX_FILES, LOG_MAX_DAYS, LOG_FORMAT);
    }
}
