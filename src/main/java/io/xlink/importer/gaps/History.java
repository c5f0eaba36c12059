package io.xlink.importer.gaps;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** What is known of one external system: the days on which it delivered anything. Immutable. */
public final class History {
    /** How far before a day its hours are learned from. */
    public static final int LEARNED_FROM_DAYS = ExpectedDay.WEEKS * 7;

    private final ZoneId zone;
    private final NavigableMap<LocalDate, KnownDay> days = new TreeMap<>();

    /**
     * @param zone the zone of local time
     * @param days those without data are left out
     */
    public History(ZoneId zone, Collection<KnownDay> days) {
        this.zone = zone;
        days.stream().filter(day -> !day.isEmpty()).forEach(day -> this.days.put(day.date(), day));
    }

    public ZoneId zone() {
        return zone;
    }

    /** The days on which there were data, by date. */
    public NavigableMap<LocalDate, KnownDay> days() {
        return Collections.unmodifiableNavigableMap(days);
    }

    /** Empty when there were no data on the day. */
    Optional<KnownDay> day(LocalDate date) {
        return Optional.ofNullable(days.get(date));
    }

    /** Whether so much is known before a day that its hours are learned, also when they are none. */
    public boolean isLearned(LocalDate day) {
        return !days.isEmpty() && !days.firstKey().isAfter(day.minusDays(7L * ExpectedDay.KNOWN));
    }
}
