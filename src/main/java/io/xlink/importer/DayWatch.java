package io.xlink.importer;

import io.xlink.importer.schedule.DaySchedule;
import io.xlink.model.LocalDay;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.apache.camel.Exchange;

/**
 * The days of one external system and kind of data in a database: says which is to be imported now, and learns what
 * became of it. The bean {@code days} of a route, which asks it again and again.
 */
public final class DayWatch {
    private final String source;
    private final DaySchedule schedule;
    private final BooleanSupplier serversReady;
    private final Hold hold;
    private final Runnable begin;

    /**
     * @param source names the external system and kind of data, for messages
     * @param serversReady whether the servers are there to take what is in the database
     * @param begin called when a scheduled run begins
     */
    DayWatch(String source, DaySchedule schedule, BooleanSupplier serversReady, Hold hold, Runnable begin) {
        this.source = source;
        this.schedule = schedule;
        this.serversReady = serversReady;
        this.hold = hold;
        this.begin = begin;
    }

    String source() {
        return source;
    }

    /** The day to import now; null when there is none, which a route filters out. */
    public LocalDay look(Exchange exchange) {
        exchange.setProperty(DayOutcome.WATCH, this);
        if (hold.holds() || !serversReady.getAsBoolean()) {
            return null;
        }
        List<LocalDate> before = schedule.waiting();
        LocalDate due = schedule.due().orElse(null);
        if (due == null) {
            return null;
        }
        if (before.isEmpty()) {
            begin.run();
        }
        LocalDay day = new LocalDay(due, schedule.zone());
        exchange.setProperty(DayOutcome.DAY, day);
        return day;
    }

    /** There are receipts for all of a day. */
    void imported(LocalDay day) {
        hold.succeeded();
        schedule.imported(day.date());
    }

    /** Something went wrong that may be over soon; returns for how long nothing is tried. */
    Duration failed() {
        return hold.failed();
    }

    /** Trying again soon would only do harm; returns when the next run begins, in words. */
    String giveUp() {
        schedule.giveUp();
        return schedule.next()
                .map(next -> next.atZone(schedule.zone())
                        .toLocalDateTime()
                        .withNano(0)
                        .toString())
                .orElse("the next import by hand");
    }
}
