package io.xlink.importer.gaps;

import static org.assertj.core.api.Assertions.assertThat;

import io.xlink.model.LocalDay;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.RepeatedTest;

/** Gaps of random histories are those of a slow computation that walks through every minute. */
class RandomGapsTest {
    private static final List<ZoneId> ZONES = List.of(
            ZoneId.of("Europe/Berlin"),
            ZoneId.of("America/New_York"),
            ZoneId.of("Australia/Lord_Howe"),
            // Clocks change at midnight.
            ZoneId.of("Africa/Cairo"),
            ZoneId.of("UTC"));
    private static final List<LocalDate> DAYS = List.of(
            LocalDate.of(2025, 3, 30),
            LocalDate.of(2025, 4, 6),
            LocalDate.of(2025, 4, 25),
            LocalDate.of(2025, 10, 26),
            LocalDate.of(2025, 11, 2));

    private Random random;
    private ZoneId zone;
    private final Map<LocalDate, KnownDay> known = new TreeMap<>();

    @RepeatedTest(25)
    void gapsAreThoseOfTheSlowWay() {
        long seed = Long.getLong("xlink.test.seed", System.nanoTime());
        random = new Random(seed);
        zone = ZONES.get(random.nextInt(ZONES.size()));
        LocalDate last = DAYS.get(random.nextInt(DAYS.size())).plusDays(random.nextInt(60));
        fill(last);
        LocalDate first = last.minusDays(4);
        Instant now = last.minusDays(random.nextInt(2))
                .atTime(random.nextInt(24), random.nextInt(60))
                .atZone(zone)
                .toInstant();
        List<Gap> found =
                new Gaps(new History(zone, known.values()), queue -> !queue.equals("C"), now).between(first, last);
        assertThat(found)
                .as("seed " + seed + " " + zone + " " + last)
                .containsExactlyElementsOf(slow(first, last, now));
    }

    private void fill(LocalDate last) {
        int minutes = List.of(15, 30, 60).get(random.nextInt(3));
        int missing = 1 + random.nextInt(8);
        int begins = random.nextInt(80);
        for (LocalDate day = last.minusDays(70); !day.isAfter(last); day = day.plusDays(1)) {
            if (random.nextInt(25) == 0) {
                minutes = List.of(15, 30, 60).get(random.nextInt(3));
            }
            Map<String, BitSet> queues = new HashMap<>();
            for (String queue : List.of("", "A", "B", "C")) {
                BitSet bits = new BitSet();
                boolean there = !queue.equals("B") || day.isAfter(last.minusDays(begins));
                int noise = queue.equals("A") ? 2 : 12;
                for (int i = 0; there && i < new LocalDay(day, zone).intervals(minutes); i++) {
                    boolean open = i * minutes % 1440 < 300 + queue.length() * 600
                            && day.getDayOfWeek().getValue() != 3;
                    bits.set(i, open && random.nextInt(noise) != 0);
                }
                if (random.nextInt(missing + 2) != 0) {
                    queues.put(queue, bits);
                }
            }
            if (random.nextInt(missing) != 1) {
                known.put(day, new KnownDay(day, minutes, queues));
            }
        }
    }

    private List<Gap> slow(LocalDate first, LocalDate last, Instant now) {
        List<Gap> gaps = new ArrayList<>();
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            boolean nothing = !hasAny(day);
            int minutes = minutes(day);
            BitSet whole = new BitSet();
            for (String queue : List.of("", "A", "B")) {
                BitSet missing = new BitSet();
                for (int slot = 0; slot < new LocalDay(day, zone).intervals(minutes); slot++) {
                    if (isExpected(queue, day, slot, minutes)
                            && (nothing || !has(queue, day, slot))
                            && !end(day, slot, minutes).isAfter(now)) {
                        missing.set(slot);
                    }
                }
                whole.or(missing);
                int run = 0;
                for (int slot = 0; !nothing && slot < missing.length(); slot++) {
                    run = missing.get(slot) ? run + 1 : 0;
                    if (run > 0 && !missing.get(slot + 1)) {
                        gaps.add(gap(Optional.of(queue), day, slot - run + 1, slot, minutes, run));
                    }
                }
            }
            if (nothing && !whole.isEmpty()) {
                gaps.add(gap(
                        Optional.empty(), day, whole.nextSetBit(0), whole.length() - 1, minutes, whole.cardinality()));
            }
        }
        return gaps;
    }

    private Gap gap(Optional<String> queue, LocalDate day, int from, int to, int minutes, int intervals) {
        return new Gap(
                queue,
                day,
                day.atStartOfDay(zone).toInstant().plusSeconds(from * 60L * minutes),
                end(day, to, minutes),
                minutes,
                intervals);
    }

    private Instant end(LocalDate day, int slot, int minutes) {
        Instant end = day.atStartOfDay(zone).toInstant().plusSeconds((slot + 1) * 60L * minutes);
        Instant next = day.plusDays(1).atStartOfDay(zone).toInstant();
        return end.isBefore(next) ? end : next;
    }

    private boolean hasAny(LocalDate day) {
        return known.containsKey(day)
                && known.get(day).queues().values().stream().anyMatch(bits -> !bits.isEmpty());
    }

    private boolean has(String queue, LocalDate day, int slot) {
        BitSet bits = known.get(day).queues().get(queue);
        return bits != null && bits.get(slot);
    }

    private int minutes(LocalDate day) {
        for (int week = 0; week <= 8; week++) {
            if (hasAny(day.minusWeeks(week))) {
                return known.get(day.minusWeeks(week)).minutes();
            }
        }
        return 15;
    }

    private boolean isExpected(String queue, LocalDate day, int slot, int minutes) {
        TreeSet<LocalDate> heard = new TreeSet<>();
        for (int back = 1; back <= 56; back++) {
            LocalDate earlier = day.minusDays(back);
            if (hasAny(earlier)
                    && known.get(earlier).queues().containsKey(queue)
                    && !known.get(earlier).queues().get(queue).isEmpty()) {
                heard.add(earlier);
            }
        }
        LocalDateTime time = day.atStartOfDay(zone)
                .toInstant()
                .plusSeconds(slot * 60L * minutes)
                .atZone(zone)
                .toLocalDateTime();
        int days = 0;
        int had = 0;
        for (int week = 1; week <= 8; week++) {
            LocalDate earlier = day.minusWeeks(week);
            if (!hasAny(earlier) || heard.isEmpty() || earlier.isBefore(heard.first())) {
                continue;
            }
            boolean exists = false;
            boolean data = false;
            Instant start = earlier.atStartOfDay(zone).toInstant();
            int length = new LocalDay(earlier, zone).minutes();
            for (int minute = 0; minute < length; minute++) {
                LocalDateTime there =
                        start.plusSeconds(minute * 60L).atZone(zone).toLocalDateTime();
                if (there.equals(earlier.atTime(time.toLocalTime()))) {
                    exists = true;
                    for (int more = minute; more < Math.min(length, minute + minutes); more++) {
                        data |= has(queue, earlier, more / known.get(earlier).minutes());
                    }
                }
            }
            days += exists ? 1 : 0;
            had += data ? 1 : 0;
        }
        return days >= 3 && had >= 0.6 * days;
    }
}
