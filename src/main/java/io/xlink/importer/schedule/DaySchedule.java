package io.xlink.importer.schedule;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What one external system and kind of data has to import now. Asked again and again by a route, it hands out one day at a time;
 * the next one comes after the outcome of that. A run that is overtaken by the next start is not begun twice: what it
 * has not got to is part of the next run anyway.
 */
public final class DaySchedule {
    private final RunTimes times;
    private final DueDays dueDays;
    private final DayMemory memory;
    private final Clock clock;
    private final Reimport reimport;
    private final SortedSet<LocalDate> waiting = new TreeSet<>();
    /** Those of them that are imported once more. */
    private final SortedSet<LocalDate> again = new TreeSet<>();

    private Optional<Instant> next;
    private Optional<Instant> night;
    private Instant readFrom;

    /**
     * @param catchUpDays how many days before the newest one are looked at for missed ones, from 0
     * @param late how long after its end a day still gets rows
     * @param reimport which days are imported once more at night
     */
    public DaySchedule(
            RunTimes times, int catchUpDays, Duration late, Reimport reimport, DayMemory memory, Clock clock) {
        this.times = times;
        this.dueDays = new DueDays(times.zone(), catchUpDays, late);
        this.memory = memory;
        this.clock = clock;
        this.reimport = reimport;
        this.next = first(catchUpDays);
        Instant now = clock.instant();
        // Without automatic imports there are none at night either.
        this.night = next.isEmpty() || reimport.days() == 0
                ? Optional.empty()
                : Optional.of(reimport.first(
                        now, zone(), memory.since(times.newestDay(now).minusDays(reimport.days()))));
    }

    /**
     * A program that was away runs at once when it has imported before: what it missed should not wait longer. A new one
     * waits for the first time that its mode names.
     */
    private Optional<Instant> first(int catchUpDays) {
        Instant now = clock.instant();
        Optional<Instant> regular = times.next(now);
        LocalDate earliest = times.newestDay(now).minusDays(catchUpDays);
        return regular.map(run -> memory.since(earliest).isEmpty() ? run : now);
    }

    /** When the next run begins; empty when none does by itself. */
    public synchronized Optional<Instant> next() {
        return next;
    }

    /** The day to import now; empty when nothing is due. The same one again until its outcome is told. */
    public synchronized Optional<LocalDate> due() {
        Instant now = clock.instant();
        if (next.isPresent() && !now.isBefore(next.get())) {
            // The next start is counted from now: however many were missed, one run makes good for them.
            next = times.next(now);
            LocalDate newest = times.newestDay(now);
            waiting.clear();
            List<LocalDate> due = dueDays.of(newest, memory.since(newest.minusDays(dueDays.catchUpDays())));
            due.forEach(again::remove);
            waiting.addAll(due);
            waiting.addAll(again);
        }
        if (night.isPresent() && !now.isBefore(night.get())) {
            night = Optional.of(reimport.next(now, zone()));
            LocalDate today = now.atZone(zone()).toLocalDate();
            for (LocalDate day = today.minusDays(reimport.days()); day.isBefore(today); day = day.plusDays(1)) {
                if (waiting.add(day)) {
                    again.add(day);
                }
            }
        }
        readFrom = now;
        return waiting.isEmpty() ? Optional.empty() : Optional.of(waiting.first());
    }

    /** There are receipts for all of the day that was handed out last. */
    public synchronized void imported(LocalDate day) {
        memory.imported(day, readFrom);
        waiting.remove(day);
        again.remove(day);
    }

    /** There are receipts for all of a day that somebody had imported by hand, and which was read from this moment on. */
    public synchronized void importedByHand(LocalDate day, Instant readFrom) {
        memory.imported(day, readFrom);
        waiting.remove(day);
    }

    /** Nothing more is handed out before the next run; what is missing then is due again. */
    public synchronized void giveUp() {
        waiting.clear();
        again.clear();
    }

    /** Whether a day is only imported because it may have been corrected. */
    public synchronized boolean isAgain(LocalDate day) {
        return again.contains(day);
    }

    /** Days that are still to be imported in this run, the oldest first. */
    public synchronized List<LocalDate> waiting() {
        return List.copyOf(waiting);
    }

    public ZoneId zone() {
        return times.zone();
    }
}
