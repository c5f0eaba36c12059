package io.xlink.importer;

import io.xlink.importer.ImportGate.Pause;
import io.xlink.importer.manual.ManualEnd;
import io.xlink.importer.manual.ManualEvent;
import io.xlink.importer.manual.ManualRequest;
import io.xlink.iwfm.protocol.ClientState;
import io.xlink.iwfm.protocol.LoginRefusedException;
import io.xlink.iwfm.protocol.ServerUnavailableException;
import io.xlink.model.ImportKind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Imports by hand (specification, section 6): pauses the automatic imports, has the sources do what was asked for one after
 * the other, through their own routes, and tells at least once a second how far it is or what it waits for.
 */
final class ManualImports {
    private static final long TELL_MILLIS = 1000;
    private static final long LOOK_MILLIS = 100;
    /** A day of a very large centre takes minutes; nothing that is at work takes longer than its own limits. */
    private static final long LONGEST_WAIT_SECONDS = 900;

    private final ImportGate gate;
    private final List<ManualSource> sources;

    /** @param sources in the order in which they are imported */
    ManualImports(ImportGate gate, List<ManualSource> sources) {
        this.gate = gate;
        this.sources = List.copyOf(sources);
    }

    /**
     * Does what was asked for.
     *
     * @param out is told everything, on this thread
     * @param cancelled whether it is to end after the step that is under way
     */
    void run(ManualRequest request, Consumer<ManualEvent> out, BooleanSupplier cancelled) throws InterruptedException {
        List<ManualSource> asked = sources.stream()
                .filter(source -> request.kinds().contains(source.kind()))
                .filter(source -> request.system().map(source.system()::equals).orElse(true))
                .toList();
        if (asked.isEmpty()) {
            out.accept(ManualEvent.end(ManualEnd.NOTHING_TO_DO, nothing(request), 0, 0));
            return;
        }
        try (Pause pause = gate.pause()) {
            new Run(request, out, cancelled).through(asked);
        }
    }

    private String nothing(ManualRequest request) {
        String known = sources.stream()
                .filter(source -> request.kinds().contains(source.kind()))
                .map(ManualSource::system)
                .distinct()
                .collect(Collectors.joining(", "));
        String what = request.system()
                .map(system -> "no external system " + system + " with such data is imported here")
                .orElse("no external system with such data is imported here");
        return known.isEmpty() ? what : what + "; there are: " + known;
    }

    /** One request on its way. */
    private final class Run {
        private final ManualRequest request;
        private final Consumer<ManualEvent> out;
        private final BooleanSupplier cancelled;
        private int before;
        private int total;
        private boolean partly;
        private ManualEnd end = ManualEnd.DONE;
        private String why = "";
        private long lastTold = System.nanoTime() - TimeUnit.MILLISECONDS.toNanos(TELL_MILLIS);

        Run(ManualRequest request, Consumer<ManualEvent> out, BooleanSupplier cancelled) {
            this.request = request;
            this.out = out;
            this.cancelled = cancelled;
        }

        void through(List<ManualSource> asked) throws InterruptedException {
            if (awaitAutomatic()) {
                total = asked.size() * request.days();
                for (ManualSource source : asked) {
                    if (end == ManualEnd.CANCELLED) {
                        break;
                    }
                    one(source);
                }
            }
            if (end == ManualEnd.DONE && partly) {
                end = ManualEnd.PARTLY;
            }
            out.accept(ManualEvent.end(end, why, before, total));
        }

        /** @return whether none is at work any more */
        private boolean awaitAutomatic() throws InterruptedException {
            for (long waited = 0; waited < LONGEST_WAIT_SECONDS; waited++) {
                List<String> atWork = gate.awaitEmpty(TELL_MILLIS);
                if (atWork.isEmpty()) {
                    return true;
                }
                if (cancelled.getAsBoolean()) {
                    end(ManualEnd.CANCELLED, "given up before anything was imported");
                    return false;
                }
                out.accept(ManualEvent.waiting(
                        "waits for the automatic import of " + String.join(", ", atWork) + " to end", 0, total));
            }
            end(ManualEnd.FAILED, "an automatic import has not ended; try again later");
            return false;
        }

        private void one(ManualSource source) throws InterruptedException {
            List<String> warnings = new ArrayList<>();
            Turn<?> turn;
            try {
                turn = source.begin(request, warnings);
            } catch (SQLException | RuntimeException e) {
                end(ManualEnd.FAILED, name(source) + Causes.message(e));
                return;
            }
            try {
                total += turn.total() - request.days();
                for (String warning : warnings) {
                    partly = true;
                    out.accept(ManualEvent.warning(name(source) + warning, before, total));
                }
                follow(source, turn);
            } finally {
                source.end();
                before += turn.finished();
            }
        }

        private void follow(ManualSource source, Turn<?> turn) throws InterruptedException {
            int told = 0;
            long waitsSince = System.nanoTime();
            while (!turn.isOver()) {
                turn.await(LOOK_MILLIS);
                told = tellResults(source, turn, told);
                if (cancelled.getAsBoolean() && end != ManualEnd.CANCELLED) {
                    end(ManualEnd.CANCELLED, "given up; what is told as imported is");
                    turn.cancel();
                }
                if (turn.waitsFor().isEmpty()) {
                    waitsSince = System.nanoTime();
                } else if (isHopeless(source)
                        || System.nanoTime() - waitsSince > TimeUnit.SECONDS.toNanos(request.waitSeconds())) {
                    away(source);
                    turn.cancel();
                }
                tell(source, turn);
            }
            tellResults(source, turn, told);
            turn.failure().ifPresent(failure -> failed(source, failure));
        }

        private int tellResults(ManualSource source, Turn<?> turn, int told) {
            int known = told;
            for (Turn.Step step : turn.results(told)) {
                known++;
                partly |= step.partly();
                out.accept(ManualEvent.result(name(source) + step.text(), before + known, total));
                for (String line : step.more()) {
                    out.accept(ManualEvent.result("    " + line, before + known, total));
                }
            }
            return known;
        }

        private void tell(ManualSource source, Turn<?> turn) {
            long now = System.nanoTime();
            if (turn.isOver() || now - lastTold < TimeUnit.MILLISECONDS.toNanos(TELL_MILLIS)) {
                return;
            }
            lastTold = now;
            int done = before + turn.finished();
            out.accept(
                    turn.waitsFor().isEmpty()
                            ? ManualEvent.progress(name(source) + turn.step(), done, total)
                            : ManualEvent.waiting("waits for " + turn.waitsFor(), done, total));
        }

        /** The other sources are still imported: their data have nothing to do with it. */
        private void failed(ManualSource source, Throwable failure) {
            ManualEnd how = ManualEnd.FAILED;
            if (find(failure, ServerUnavailableException.class)) {
                how = ManualEnd.SERVER_NOT_AVAILABLE;
            } else if (find(failure, LoginRefusedException.class)
                    || io.xlink.source.jdbc.LoginRefusedException.isIn(failure)) {
                how = ManualEnd.LOGIN_REFUSED;
            }
            end(how, name(source) + Causes.message(failure));
        }

        private void away(ManualSource source) {
            for (Map.Entry<String, ClientState> server :
                    source.receivers().awaited().entrySet()) {
                if (server.getValue() == ClientState.REFUSED) {
                    end(
                            ManualEnd.LOGIN_REFUSED,
                            "server " + server.getKey() + " refused the login. Correct user and password in [DB] of"
                                    + " isps_Ul.ini");
                    return;
                }
            }
            end(
                    ManualEnd.SERVER_NOT_AVAILABLE,
                    "server "
                            + String.join(", ", source.receivers().awaited().keySet())
                            + " not available for " + request.waitSeconds() + " s; --wait waits longer");
        }

        private void end(ManualEnd how, String text) {
            if (end == ManualEnd.DONE) {
                end = how;
                why = text;
            } else {
                out.accept(ManualEvent.warning(text, before, total));
            }
        }
    }

    private static String name(ManualSource source) {
        return "[" + source.system() + (source.kind() == ImportKind.ACTIVITIES ? " activities] " : "] ");
    }

    /** Nobody waits for a server that has refused the login. */
    private static boolean isHopeless(ManualSource source) {
        return source.receivers().awaited().containsValue(ClientState.REFUSED);
    }

    private static boolean find(Throwable failure, Class<? extends Throwable> type) {
        int depth = 0;
        for (Throwable t = failure; t != null && depth < 20; t = t.getCause()) {
            if (type.isInstance(t)) {
                return true;
            }
            depth++;
        }
        return false;
    }
}
