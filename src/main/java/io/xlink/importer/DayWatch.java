package io.xlink.importer;

import io.xlink.importer.manual.ManualRequest;
import io.xlink.importer.schedule.DaySchedule;
import io.xlink.model.ImportKind;
import io.xlink.model.LocalDay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;

/**
 * The days of one external system and kind of data in a database: says which is to be imported now, and learns what
 * became of it. The bean {@code days} of a route, which asks it again and again.
 */
public final class DayWatch implements ManualSource {
    private final String system;
    private final ImportKind kind;
    private final DaySchedule schedule;
    private final Receivers receivers;
    private final Hold hold;
    private final ImportGate gate;
    private final Clock clock;
    private final Runnable begin;
    private final ImportWatch watch;
    private volatile Turn<LocalDate> turn;
    private volatile Instant readFrom = Instant.EPOCH;

    /**
     * @param system name of the external system
     * @param receivers the servers that get what is in the database
     * @param begin called when a run begins
     * @param watch told what becomes of days
     */
    DayWatch(
            String system,
            ImportKind kind,
            DaySchedule schedule,
            Receivers receivers,
            Hold hold,
            ImportGate gate,
            Clock clock,
            Runnable begin,
            ImportWatch watch) {
        this.system = system;
        this.kind = kind;
        this.schedule = schedule;
        this.receivers = receivers;
        this.hold = hold;
        this.gate = gate;
        this.clock = clock;
        this.begin = begin;
        this.watch = watch;
    }

    /** Names the external system and kind of data in messages. */
    String source() {
        return kind == ImportKind.ACTIVITIES ? system + CsvFolder.ACTIVITIES : system;
    }

    @Override
    public String system() {
        return system;
    }

    @Override
    public ImportKind kind() {
        return kind;
    }

    @Override
    public Receivers receivers() {
        return receivers;
    }

    ImportWatch watch() {
        return watch;
    }

    /** The day to import now; null when there is none, which a route filters out. */
    public LocalDay look(Exchange exchange) {
        exchange.setProperty(DayOutcome.WATCH, this);
        Optional<LocalDate> found = turn == null ? automatic(exchange) : byHand(exchange);
        // When a day is over the next one need not wait for the next look.
        exchange.setProperty(Exchange.SCHEDULER_POLLED_MESSAGES, found.isPresent());
        if (found.isEmpty()) {
            return null;
        }
        LocalDay day = new LocalDay(found.get(), schedule.zone());
        exchange.setProperty(DayOutcome.DAY, day);
        return day;
    }

    private Optional<LocalDate> automatic(Exchange exchange) {
        if (hold.holds() || !receivers.ready()) {
            return Optional.empty();
        }
        Optional<ImportGate.Pass> pass = gate.enter(source());
        if (pass.isEmpty()) {
            return Optional.empty();
        }
        List<LocalDate> before = schedule.waiting();
        Optional<LocalDate> due = schedule.due();
        if (due.isEmpty()) {
            pass.get().close();
            return due;
        }
        exchange.getExchangeExtension().addOnCompletion(pass.get());
        if (before.isEmpty()) {
            begin.run();
        }
        return due;
    }

    private Optional<LocalDate> byHand(Exchange exchange) {
        Turn<LocalDate> asked = turn;
        if (asked == null || asked.isOver()) {
            return Optional.empty();
        }
        if (!receivers.ready()) {
            asked.waitsFor("server " + String.join(", ", receivers.awaited().keySet()));
            return Optional.empty();
        }
        if (asked.finished() == 0) {
            begin.run();
        }
        readFrom = clock.instant();
        exchange.setProperty(Turn.TURN, asked);
        exchange.getExchangeExtension().addOnCompletion(asked.ending());
        return asked.next();
    }

    @Override
    public Turn<?> begin(ManualRequest request, List<String> warnings) {
        Turn<LocalDate> asked =
                new Turn<>(List.copyOf(request.allDays()), request.dryRun(), LocalDate::toString, request.allDays());
        turn = asked;
        return asked;
    }

    @Override
    public void end() {
        turn = null;
    }

    /** Whether a day is only imported because it may have been corrected. */
    boolean isAgain(LocalDay day) {
        return schedule.isAgain(day.date());
    }

    /** There are receipts for all of a day. */
    void imported(LocalDay day) {
        hold.succeeded();
        schedule.imported(day.date());
    }

    /** There are receipts for all of a day that was imported by hand. */
    void importedByHand(LocalDay day) {
        schedule.importedByHand(day.date(), readFrom);
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
