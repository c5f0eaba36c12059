package io.xlink.importer.manual;

import io.xlink.model.ImportKind;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What somebody wants to be imported.
 *
 * @param kinds one or both
 * @param first the first local day
 * @param days how many days, from 1
 * @param system only this external system
 * @param dryRun whether nothing is sent, and the difference to what the servers hold is told instead
 * @param waitSeconds how long servers that are away are waited for, from 0
 */
public record ManualRequest(
        Set<ImportKind> kinds, LocalDate first, int days, Optional<String> system, boolean dryRun, int waitSeconds) {
    /** More than ten years are a slip of the hand. */
    public static final int MOST_DAYS = 3660;

    public ManualRequest {
        kinds = Set.copyOf(kinds);
        if (kinds.isEmpty()) {
            throw new IllegalArgumentException("no kind of data");
        }
        if (days < 1 || days > MOST_DAYS) {
            throw new IllegalArgumentException(days + " days are not 1 to " + MOST_DAYS);
        }
    }

    public LocalDate last() {
        return first.plusDays(days - 1L);
    }

    /** In words, for a log. */
    public String words() {
        return kinds.stream()
                        .map(kind -> kind == ImportKind.CALL_DATA ? "PhoneLink" : "TimeLink")
                        .sorted()
                        .collect(Collectors.joining(" and "))
                + system.map(name -> " of " + name).orElse("")
                + ", " + first + (days == 1 ? "" : " to " + last())
                + (dryRun ? ", dry run" : "");
    }

    /** All days that are asked for. */
    public SortedSet<LocalDate> allDays() {
        return first.datesUntil(last().plusDays(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether a day is among those that are asked for. */
    public boolean contains(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last());
    }
}
