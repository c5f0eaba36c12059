package io.xlink.importer;

import io.xlink.acdmap.QueueImportTransformer;
import io.xlink.model.LocalDay;
import io.xlink.model.Receipt;
import java.util.List;
import java.util.function.Predicate;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends the import of a day from a database: records it when the servers have it, and holds back when they have not. */
public final class DayOutcome {
    /** Exchange property: who waits for the outcome, a {@link DayWatch}. */
    static final String WATCH = "XlinkDayWatch";
    /** Exchange property: the day, a {@link LocalDay}. */
    static final String DAY = "XlinkDay";
    /** Exchange property: what was read of it, a {@link DayRead}. */
    static final String READ = "XlinkDayRead";

    private static final Logger LOG = LoggerFactory.getLogger(DayOutcome.class);

    private final Predicate<Throwable> refusedLogin;

    /** @param refusedLogin whether a failure is a refused login of a database, which must not be repeated soon */
    DayOutcome(Predicate<Throwable> refusedLogin) {
        this.refusedLogin = refusedLogin;
    }

    /** Called when there is a receipt for everything of the day. */
    public void delivered(
            @ExchangeProperty(WATCH) DayWatch watch,
            @ExchangeProperty(DAY) LocalDay day,
            @ExchangeProperty(READ) DayRead read,
            @ExchangeProperty(Deliveries.SENT) List<?> sent,
            @ExchangeProperty(ImportLedger.ENTRY) ImportLedger.Open entry,
            @ExchangeProperty(Turn.TURN) Turn<?> turn,
            @ExchangeProperty(QueueImportTransformer.FAILED_INTERVALS) Long failedIntervals,
            @Body List<?> body) {
        Delivery delivery = delivery(body, failedIntervals);
        if (turn != null && turn.dryRun()) {
            turn.done(TurnResult.dry(day.date().toString(), read.rows(), read.notes(), body));
            return;
        }
        report(watch.source(), day, read, delivery);
        if (entry != null) {
            entry.done(read, delivery, sent);
        }
        if (turn == null) {
            watch.imported(day);
        } else {
            watch.importedByHand(day);
            turn.done(TurnResult.of(day.date().toString(), read.rows(), read.unread(), delivery, read.notes()));
        }
        watch.watch().imported(watch.source(), read.rows(), read.unread());
    }

    /** What became of a day. */
    static Delivery delivery(List<?> body, Long failedIntervals) {
        // A day without figures leaves the empty list of its imports as the body.
        List<Receipt> receipts = body.stream()
                .filter(Receipt.class::isInstance)
                .map(Receipt.class::cast)
                .toList();
        return new Delivery(receipts, failedIntervals == null ? 0 : failedIntervals);
    }

    /** Tells what became of a day: one line, and one more for everything that needs a look. */
    static void report(String source, LocalDay day, DayRead read, Delivery delivery) {
        read.notes().forEach(note -> LOG.warn("[{}] {}: {}", source, day.date(), note));
        if (delivery.failedIntervals() > 0) {
            LOG.warn(
                    "[{}] {}: {} interval values could not be computed",
                    source,
                    day.date(),
                    delivery.failedIntervals());
        }
        delivery.receipts().stream()
                .flatMap(receipt -> receipt.rejected().stream())
                .limit(DayRead.MOST_NOTES)
                .forEach(rejected -> LOG.warn(
                        "[{}] {}: {} values refused by the server: {}",
                        source,
                        day.date(),
                        rejected.values(),
                        rejected.reason()));
        LOG.info(
                "[{}] {}: imported: {} rows read in {} statements, {} values stored, {} refused by the server, {} imports",
                source,
                day.date(),
                read.rows(),
                read.queries().size(),
                delivery.stored(),
                delivery.rejected(),
                delivery.receipts().size());
    }

    /** Called when anything went wrong; the day is due again. */
    public void failed(Exchange exchange) {
        Throwable cause = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        DayWatch watch = exchange.getProperty(WATCH, DayWatch.class);
        LocalDay day = exchange.getProperty(DAY, LocalDay.class);
        if (watch == null || day == null) {
            LOG.warn("what is to be imported from databases is not known: {}", Causes.message(cause), cause);
            return;
        }
        ImportLedger.failed(exchange, cause);
        Turn<?> turn = exchange.getProperty(Turn.TURN, Turn.class);
        if (turn != null) {
            LOG.warn("[{}] {}: not imported by hand: {}", watch.source(), day.date(), Causes.message(cause));
            turn.failed(cause);
            return;
        }
        watch.watch().failed(watch.source(), cause);
        if (refusedLogin.test(cause)) {
            LOG.warn(
                    "[{}] {}: not imported: {}. It was tried once and waits for the next run, {}",
                    watch.source(),
                    day.date(),
                    Causes.message(cause),
                    watch.giveUp());
        } else {
            LOG.warn(
                    "[{}] {}: not imported: {}. It is tried again, whole, in {} s",
                    watch.source(),
                    day.date(),
                    Causes.message(cause),
                    watch.failed().toSeconds());
        }
        LOG.debug("[{}] {}", watch.source(), day.date(), cause);
    }
}
