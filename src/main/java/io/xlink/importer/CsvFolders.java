package io.xlink.importer;

import io.xlink.acdmap.CurrentMapper;
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

    private final Configuration configuration;
    private final CurrentMapper mapper;
    private final DataDirectory data;
    private final Memories memories;
    private final WatchedFolders folders;
    private final ActivityFolders activities;
    private final List<ManualSource> sources = new ArrayList<>();

    CsvFolders(
            Configuration configuration,
            CurrentMapper mapper,
            DataDirectory data,
            Memories memories,
            WatchedFolders folders,
            ActivityFolders activities) {
        this.configuration = configuration;
        this.mapper = mapper;
        this.data = data;
        this.memories = memories;
        this.folders = folders;
        this.activities = activities;
    }

    /**
     * Adds the routes to a started context, which has the templates, the {@code iwfm} component and the bean {@code
     * deliveries}.
     */
    void start(CamelContext context, ReadyServers ready) throws Exception {
        context.getRegistry().bind("importIds", memories.ids());
        context.getRegistry().bind("fileOutcome", new FileOutcome(memories.files(), memories.ids()));
        int number = 0;
        if (configuration.installation().general().writeAlways()
                && !configuration.systems().isEmpty()) {
            LOG.warn("WriteAlways=1: a CSV file overwrites with 0 whatever its days have beside it, so files must hold"
                    + " whole days");
        }
        for (CsvSystem system : configuration.systems()) {
            number++;
            WatchedFolder watched = folders.watch(
                    system.name(),
                    system.folder(),
                    ready.all(configuration.map().servers(system.name())),
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
                    ready.all(configuration.map().servers(system.name()))));
            watched.watch()
                    .begins(WatchedSource.of(
                            system.name(),
                            system.name(),
                            ImportKind.CALL_DATA,
                            configuration.map().servers(system.name())));
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
                configuration.installation().general().localTimeZone(),
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
                        files, new BatchReader(), system.folder().folder(), content, memories.contributions()))
                .orElseGet(() -> new CsvCallSource(files, new BatchReader(), memories.overlaps()));
    }

    static Duration duration(CamelContext context, String key, String absent) {
        return Duration.ofMillis(
                TimeUtils.toMilliSeconds(context.resolvePropertyPlaceholders("{{" + key + ":" + absent + "}}")));
    }
}
