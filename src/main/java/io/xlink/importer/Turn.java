package io.xlink.importer;

import io.xlink.model.CallTable;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.camel.Exchange;
import org.apache.camel.spi.Synchronization;
import org.apache.camel.support.SynchronizationAdapter;

/**
 * What one source is to import by hand, step by step: handed from the thread that was asked for it to the route that
 * does it, and back.
 *
 * @param <S> what a step is: a day, or files
 */
final class Turn<S> {
    /** Exchange property: whose turn this import is; absent when it is an automatic one. */
    static final String TURN = "XlinkTurn";

    private final boolean dryRun;
    private final int total;
    private final Function<S, String> shown;
    private final SortedSet<LocalDate> days;
    private final Deque<S> steps;
    private final List<Step> results = new ArrayList<>();
    private String waitsFor = "";
    private boolean underway;
    private Throwable failure;

    /**
     * What became of a step.
     *
     * @param text in words
     * @param partly whether anything was left out
     * @param more lines below it
     */
    record Step(String text, boolean partly, List<String> more) {
        Step {
            more = List.copyOf(more);
        }
    }

    /**
     * @param shown how messages call a step
     * @param days what is imported; a step may bring others, which are left out
     */
    Turn(List<S> steps, boolean dryRun, Function<S, String> shown, SortedSet<LocalDate> days) {
        this.steps = new ArrayDeque<>(steps);
        this.total = steps.size();
        this.dryRun = dryRun;
        this.shown = shown;
        this.days = Collections.unmodifiableSortedSet(new TreeSet<>(days));
    }

    boolean dryRun() {
        return dryRun;
    }

    SortedSet<LocalDate> days() {
        return days;
    }

    /** A table without what is not asked for. */
    CallTable only(CallTable table) {
        return new CallTable(
                table.externalSystem(),
                table.interval(),
                table.valueTypes(),
                table.pages().stream()
                        .filter(page -> days.contains(page.day().date()))
                        .toList(),
                table.whole());
    }

    int total() {
        return total;
    }

    /** The route asks for the step to do now; the same one again until it is told what became of it. */
    synchronized Optional<S> next() {
        waitsFor = "";
        underway = !steps.isEmpty();
        return Optional.ofNullable(steps.peek());
    }

    /** The route cannot begin yet. */
    synchronized void waitsFor(String what) {
        waitsFor = what;
    }

    /** The step is over, with receipts for everything, or without any in a dry run. */
    synchronized void done(Step result) {
        steps.poll();
        underway = false;
        results.add(result);
        notifyAll();
    }

    /** The step went wrong; there are no further ones. */
    synchronized void failed(Throwable cause) {
        failure = cause;
        underway = false;
        steps.clear();
        notifyAll();
    }

    /**
     * Sees to it that a step has an outcome when the exchange that does it is over, whatever a route did or left out: or who asked
     * for it would wait for ever.
     */
    Synchronization ending() {
        return new SynchronizationAdapter() {
            @Override
            public void onDone(Exchange exchange) {
                Throwable cause = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
                ended(cause == null ? new IllegalStateException("the route ended without an outcome") : cause);
            }
        };
    }

    private synchronized void ended(Throwable cause) {
        if (underway) {
            failed(cause);
        }
    }

    /** There are no further steps after the one that is under way. */
    synchronized void cancel() {
        if (underway) {
            S last = steps.peek();
            steps.clear();
            steps.add(last);
        } else {
            steps.clear();
        }
        notifyAll();
    }

    /** Waits until something changes, but no longer than this. */
    synchronized void await(long millis) throws InterruptedException {
        if (!isOver()) {
            wait(millis);
        }
    }

    synchronized boolean isOver() {
        return steps.isEmpty();
    }

    /** How many steps are over. */
    synchronized int finished() {
        return results.size();
    }

    /** Results after the first so many. */
    synchronized List<Step> results(int known) {
        return List.copyOf(results.subList(known, results.size()));
    }

    synchronized Optional<Throwable> failure() {
        return Optional.ofNullable(failure);
    }

    /** What is waited for before the step can begin; empty when nothing is. */
    synchronized String waitsFor() {
        return waitsFor;
    }

    /** How the step is called that is under way or next. */
    synchronized String step() {
        return steps.isEmpty() ? "" : shown.apply(steps.peek());
    }
}
