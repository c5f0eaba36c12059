package io.xlink.operations;

import io.xlink.importer.ImportWatch;
import io.xlink.importer.WatchedSource;
import io.xlink.model.Import;
import io.xlink.model.Receipt;
import io.xlink.operations.DeliveryFigures.Way;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** What health and metrics say of imports: kept in memory, so it counts from the start of the program. */
public final class ImportFigures implements ImportWatch {
    /** Routes of users may name systems as they like; each is a time series for whoever collects them. */
    private static final int MOST_WAYS = 1_000;

    private final Clock clock;
    private final Map<String, SourceFigures> sources = new ConcurrentSkipListMap<>();
    private final Map<String, String> leftOut = new ConcurrentSkipListMap<>();
    private final Map<Way, DeliveryFigures> deliveries = new ConcurrentHashMap<>();
    private final DeliveryFigures others = new DeliveryFigures();

    public ImportFigures(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void begins(WatchedSource source) {
        sources.putIfAbsent(source.source(), new SourceFigures(source, clock.instant()));
        source.servers()
                .forEach(server ->
                        deliveries.putIfAbsent(new Way(source.system(), source.kind(), server), new DeliveryFigures()));
    }

    @Override
    public void leftOut(String system, String reason) {
        leftOut.put(system, reason);
    }

    @Override
    public void waiting(Import what) {
        way(what).waits();
    }

    @Override
    public void delivered(Import what, Receipt receipt) {
        way(what).delivered(what, receipt, clock.instant());
    }

    @Override
    public void undelivered(Import what) {
        way(what).undelivered();
    }

    private DeliveryFigures way(Import what) {
        Way way = Way.of(what);
        DeliveryFigures known = deliveries.get(way);
        if (known != null) {
            return known;
        }
        return deliveries.size() < MOST_WAYS ? deliveries.computeIfAbsent(way, w -> new DeliveryFigures()) : others;
    }

    @Override
    public void imported(String source, long rows, long rejected) {
        SourceFigures figures = sources.get(source);
        if (figures != null) {
            figures.imported(clock.instant(), rows, rejected);
        }
    }

    @Override
    public void failed(String source, Throwable cause) {
        SourceFigures figures = sources.get(source);
        if (figures != null) {
            figures.failed(cause.getMessage() == null ? cause.toString() : cause.getMessage());
        }
    }

    @Override
    public void refused(String source, String reason) {
        SourceFigures figures = sources.get(source);
        if (figures != null) {
            figures.refused(reason);
        }
    }

    @Override
    public void folder(String source, String folder, String trouble) {
        SourceFigures figures = sources.get(source);
        if (figures != null) {
            figures.folder(folder, trouble);
        }
    }

    /** Every source that is imported, by name. */
    Collection<SourceFigures> sources() {
        return List.copyOf(sources.values());
    }

    /** Why external systems are left out, by system. */
    Map<String, String> leftOut() {
        return Map.copyOf(leftOut);
    }

    /** What servers got. */
    Map<Way, DeliveryFigures> deliveries() {
        return Map.copyOf(deliveries);
    }
}
