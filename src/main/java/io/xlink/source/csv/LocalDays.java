package io.xlink.source.csv;

import io.xlink.model.LocalDay;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The local days that the rows of a file fall on, numbered from 0 in the order of their arrival. */
final class LocalDays {
    private final ZoneId zone;
    private final Map<LocalDate, Day> byDate = new HashMap<>();
    private final List<Day> days = new ArrayList<>();
    private final Map<ZoneOffsetTransition, Overlap> overlaps = new HashMap<>();

    LocalDays(ZoneId zone) {
        this.zone = zone;
    }

    /**
     * A local day.
     *
     * @param number position in the order of arrival
     * @param start its first minute since 1970-01-01T00:00Z
     * @param minutes its length
     */
    record Day(int number, LocalDay day, int start, int minutes) {}

    /**
     * A minute of a local day.
     *
     * @param elapsed minutes since the day's start, less than its length
     */
    record Moment(Day day, int elapsed) {}

    ZoneId zone() {
        return zone;
    }

    List<Day> all() {
        return List.copyOf(days);
    }

    Day day(LocalDate date) {
        return byDate.computeIfAbsent(date, d -> {
            LocalDay local = new LocalDay(d, zone);
            Day day = new Day(days.size(), local, local.startEpochMinute(), local.minutes());
            days.add(day);
            return day;
        });
    }

    Overlap overlap(ZoneOffsetTransition transition) {
        return overlaps.computeIfAbsent(transition, t -> new Overlap(overlaps.size(), t));
    }

    Moment moment(ZonedDateTime time) {
        int minute = Math.toIntExact(Math.floorDiv(time.toEpochSecond(), 60L));
        Day day = day(time.toLocalDate());
        if (minute - day.start >= day.minutes) {
            // A clock that is set back across midnight shows the old date again after the new day has begun.
            day = day(day.day.date().plusDays(1));
        }
        return new Moment(day, minute - day.start);
    }
}
