package io.xlink.operations;

import io.xlink.importer.gaps.SystemStaleness;
import io.xlink.model.ImportKind;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Whether the data of one external system get to the servers. */
final class SourceCheck extends StandingCheck {
    static final String PREFIX = "system:";

    private final SourceFigures figures;
    private final ServerStates servers;
    private final Supplier<List<SystemStaleness>> staleness;

    /** @param staleness says which systems have old data */
    SourceCheck(SourceFigures figures, ServerStates servers, Supplier<List<SystemStaleness>> staleness) {
        super(PREFIX + figures.source().source());
        this.figures = figures;
        this.servers = servers;
        this.staleness = staleness;
    }

    @Override
    Finding find(Map<String, Object> details) {
        details.put("system", figures.source().system());
        details.put("data", data(figures.source().kind()));
        figures.lastSuccess()
                .ifPresent(at -> details.put(
                        "lastSuccess", at.truncatedTo(ChronoUnit.SECONDS).toString()));
        Finding found = failure().and(receivers()).and(stale());
        for (String trouble : figures.folders().values()) {
            found = found.and(new Finding(Standing.DOWN, trouble));
        }
        return figures.refusal().isEmpty()
                ? found
                : found.and(new Finding(Standing.DEGRADED, "not imported: " + figures.refusal()));
    }

    /** How labels and details call a kind of data. */
    static String data(ImportKind kind) {
        return kind == ImportKind.CALL_DATA ? "calls" : "activities";
    }

    private Finding failure() {
        return figures.failure().isEmpty()
                ? Finding.UP
                : new Finding(Standing.DOWN, "the last import failed: " + figures.failure());
    }

    /** An import goes to all of its servers, so it waits while one of them is away. */
    private Finding receivers() {
        List<String> away = figures.source().servers().stream()
                .filter(server -> !servers.ready(server))
                .toList();
        return away.isEmpty() ? Finding.UP : new Finding(Standing.DOWN, "waits for server " + String.join(", ", away));
    }

    /** Data that do not come are seen in what was imported, not in whether anything was: a file of yesterday makes nothing fresh. */
    private Finding stale() {
        return staleness.get().stream()
                .filter(one -> one.system().equals(figures.source().system()))
                .filter(one -> one.staleness().isStale())
                .findFirst()
                .map(one -> new Finding(
                        Standing.DEGRADED,
                        "its newest data are older than StaleAfter: they end "
                                + one.staleness()
                                        .newest()
                                        .map(Instant::toString)
                                        .orElse("nowhere, there never were any")
                                + ". See whether the external system still delivers"))
                .orElse(Finding.UP);
    }
}
