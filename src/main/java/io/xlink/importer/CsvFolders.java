package io.xlink.importer;

import io.xlink.acdmap.AcdMap;
import io.xlink.acdmap.CurrentMapper;
import io.xlink.config.Installation;
import io.xlink.model.ImportKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.util.TimeUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes one route of the template {@code csv-phonelink} for every external system that has call data in CSV files, and has
 * those for activities made.
 */
final class CsvFolders {
    private static final Logger LOG = LoggerFactory.getLogger(CsvFolders.class);

    private final Installation installation;
    private final List<CsvSystem> systems;
    private final AcdMap map;
    private final CurrentMapper mapper;
    private final DataDirectory data;
    private final ImportedFiles imported;
    private final ImportIds ids;
    private final Overlaps overlaps;
    private final FileContributions contributions;
    private final WatchedFolders folders;
    private final ActivityFolders activities;
    private final List<ManualSource> sources = new ArrayList<>();

    CsvFolders(
            Installation installation,
            List<CsvSystem> systems,
            AcdMap map,
            CurrentMapper mapper,
            DataDirectory data,
            ImportedFiles imported,
            ImportIds ids,
            Overlaps overlaps,
            FileContributions contributions,
            WatchedFolders folders,
            ActivityFolders activities) {
        this.installation = installation;
        this.systems = systems;
        this.map = map;
        this.mapper = mapper;
        this.data = data;
        this.imported = imported;
        this.ids = ids;
        this.overlaps = overlaps;
        this.contributions = contributions;
        this.folders = folders;
        this.activities = activities;
    }

    /**
     * Adds the routes to a started context, which has the templates, the {@code iwfm} component and the bean {@code
     * deliveries}.
     */
    void start(CamelContext context, ReadyServers ready) throws Exception {
        context.getRegistry().bind("importIds", ids);
        context.getRegistry().bind("fileOutcome", new FileOutcome(imported, ids));
        int number = 0;
        if (installation.general().writeAlways() && !systems.isEmpty()) {
            LOG.warn("WriteAlways=1: a CSV file overwrites with 0 whatever its days have beside it, so files must hold"
                    + " whole days");
        }
        for (CsvSystem system : systems) {
            number++;
            WatchedFolder watched = folders.watch(
                    system.name(),
                    system.folder(),
                    ready.all(map.servers(system.name())),
                    // Long enough for a writer that flushes now and then, short enough to feel immediate.
                    duration(context, "xlink.csv.quiet", "5s"));
            context.getRegistry().bind("files" + number, watched);
            sources.add(new CsvManualSource(
                    system.name(),
                    ImportKind.CALL_DATA,
                    watched,
                    system.folder(),
                    data.path(),
                    system.summed().isPresent(),
                    ready.all(map.servers(system.name()))));
            addRoute(context, system, number);
        }
        activities.start(
                context,
                folders,
                ready.all(activities.servers()),
                duration(context, "xlink.csv.quiet", "5s"),
                duration(context, "xlink.csv.delay", "1s"));
    }

    /** What can be imported by hand, once the routes are there. */
    List<ManualSource> sources() {
        return List.copyOf(sources);
    }

    private void addRoute(CamelContext context, CsvSystem system, int number) throws Exception {
        if (system.folder().folder().equals(CsvFolder.absent(system.name(), data.path()))) {
            data.folder("in", system.fileName());
        }
        CallFiles files = new CallFiles(
                system.name(),
                system.format(),
                installation.general().localTimeZone(),
                table -> mapper.get().targets(table));
        context.getRegistry().bind("calls" + number, source(system, files));
        TemplatedRouteBuilder.builder(context, "csv-phonelink")
                .routeId("csv-phonelink-" + number)
                .parameter("files", "files" + number)
                .parameter("calls", "calls" + number)
                .parameter("delay", duration(context, "xlink.csv.delay", "1s").toMillis())
                .add();
        LOG.info("[{}] watches {}", system.name(), system.folder().folder());
    }

    private Object source(CsvSystem system, CallFiles files) {
        return system.summed()
                .<Object>map(content -> new SummedCallSource(
                        files, new BatchReader(), system.folder().folder(), content, contributions))
                .orElseGet(() -> new CsvCallSource(files, new BatchReader(), overlaps));
    }

    static Duration duration(CamelContext context, String key, String absent) {
        return Duration.ofMillis(
                TimeUtils.toMilliSeconds(context.resolvePropertyPlaceholders("{{" + key + ":" + absent + "}}")));
    }
}
