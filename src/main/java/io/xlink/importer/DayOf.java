package io.xlink.importer;

import io.xlink.model.LocalDay;
import java.time.ZoneId;

/** Finds local days of moments; quick while they lie on the same day. */
final class DayOf {
    private final ZoneId zone;
    private LocalDay day;
    private long from;
    private long to;

    DayOf(ZoneId zone) {
        this.zone = zone;
    }

    /** @param second counted from 1970-01-01T00:00Z */
    LocalDay second(long second) {
        if (day == null || second < from || second >= to) {
            day = LocalDay.at(second, zone);
            from = day.startEpochSecond();
            to = day.next().startEpochSecond();
        }
        return day;
    }
}
