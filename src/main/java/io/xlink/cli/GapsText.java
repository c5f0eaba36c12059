package io.xlink.cli;

import io.xlink.importer.gaps.Gap;
import io.xlink.importer.gaps.KnownDay;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Gaps as lines for people, by external system and day. */
final class GapsText {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE uuuu-MM-dd", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    /** So many queues are named in a line. */
    private static final int NAMED = 3;

    private final ZoneId zone;
    private final PrintWriter out;

    /** @param zone the zone of local time */
    GapsText(ZoneId zone, PrintWriter out) {
        this.zone = zone;
        this.out = out;
    }

    void write(List<SystemGaps> systems, LocalDate first, LocalDate last) {
        int gaps = 0;
        int intervals = 0;
        for (SystemGaps system : systems) {
            for (List<Gap> same : sameTimes(system.gaps())) {
                out.println("[" + system.system() + "] " + line(same));
            }
            if (!system.learned()) {
                out.println("[" + system.system() + "] " + system.knownDays()
                        + (system.knownDays() == 1 ? " day is known" : " days are known")
                        + "; its hours are learned from three weeks");
            }
            gaps += system.gaps().size();
            intervals += system.intervals();
        }
        out.println(first + " to " + last + ": " + gaps + (gaps == 1 ? " gap, " : " gaps, ") + intervals
                + (intervals == 1 ? " interval" : " intervals"));
    }

    /** An outage concerns very many queues at once. */
    private static Collection<List<Gap>> sameTimes(List<Gap> gaps) {
        record Times(Instant from, Instant to, boolean nothing) {}
        return gaps.stream()
                .sorted(Comparator.comparing(Gap::from).thenComparing(Gap::to))
                .collect(Collectors.groupingBy(
                        gap -> new Times(gap.from(), gap.to(), gap.queue().isEmpty()),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .values();
    }

    private String line(List<Gap> same) {
        Gap gap = same.get(0);
        String times =
                DAY.format(gap.day()) + " " + time(gap.from(), gap.day()) + "-" + time(gap.to(), gap.day()) + "  ";
        if (gap.queue().isEmpty()) {
            return times + "nothing at all on this day, " + count(gap) + " expected";
        }
        String names = same.stream().limit(NAMED).map(GapsText::name).collect(Collectors.joining(", "));
        int more = same.size() - NAMED;
        return times + names + (more > 0 ? " and " + more + " more" : "") + ", " + count(gap)
                + (same.size() > 1 ? " each" : "");
    }

    private static String count(Gap gap) {
        return gap.intervals() + (gap.intervals() == 1 ? " interval" : " intervals");
    }

    static String name(Gap gap) {
        return gap.queue()
                .map(queue -> queue.equals(KnownDay.ACTIVITIES) ? "(activities)" : queue)
                .orElse("");
    }

    /** With the offset where the clock shows the time twice; the end of a day is 24:00. */
    private String time(Instant moment, LocalDate day) {
        ZonedDateTime local = moment.atZone(zone);
        LocalDateTime shown = local.toLocalDateTime();
        if (shown.equals(day.plusDays(1).atStartOfDay())) {
            return "24:00";
        }
        boolean twice = zone.getRules().getValidOffsets(shown).size() > 1;
        return TIME.format(shown) + (twice ? local.getOffset() : "");
    }
}
