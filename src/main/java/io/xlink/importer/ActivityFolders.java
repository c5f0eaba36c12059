package io.xlink.importer;

import io.xlink.config.Installation;
import io.xlink.config.WfmServer;
import io.xlink.model.ImportKind;
import io.xlink.source.csv.ActivitySpan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes one route of the template {@code csv-timelink} for every external system that has activities in CSV files. */
final class ActivityFolders {
    private static final Logger LOG = LoggerFactory.getLogger(ActivityFolders.class);

    private final Installation installation;
    private final List<CsvActivitySystem> systems;
    private final DataDirectory data;
    private final ActivityTimeline timeline;
    private final List<ManualSource> sources = new ArrayList<>();

    ActivityFolders(
            Installation installation, List<CsvActivitySystem> systems, DataDirectory data, ActivityTimeline timeline) {
        this.installation = installation;
        this.systems = systems;
        this.data = data;
        this.timeline = timeline;
    }

    /** What can be imported by hand, once the routes are there. */
    List<ManualSource> sources() {
        return List.copyOf(sources);
    }

    /** Who gets activities: there are no mappings of them, so that is every server. */
    List<String> servers() {
        return installation.servers().stream().map(WfmServer::name).toList();
    }

    /**
     * Adds the routes.
     *
     * @param folders makes what watches a folder
     * @param receivers whether all servers are there
     * @param quiet how long a file must stay as it is before it is complete
     * @param delay between two looks at a folder
     */
    void start(CamelContext context, WatchedFolders folders, Receivers receivers, Duration quiet, Duration delay)
            throws Exception {
        int number = 0;
        for (CsvActivitySystem system : systems) {
            number++;
            Path folder = system.folder().folder();
            if (folder.equals(CsvFolder.absentForActivities(system.name(), data.path()))) {
                data.folder("in", CsvFolder.fileName(system.source()));
            }
            WatchedFolder watched = folders.watch(system.source(), system.folder(), receivers, quiet);
            context.getRegistry().bind("activityFiles" + number, watched);
            watched.watch().begins(WatchedSource.of(system.source(), system.name(), ImportKind.ACTIVITIES, servers()));
            sources.add(new CsvManualSource(
                    system.name(),
                    ImportKind.ACTIVITIES,
                    watched,
                    system.folder(),
                    data.path(),
                    system.format().type() == ActivitySpan.START_ONLY,
                    receivers));
            context.getRegistry()
                    .bind(
                            "activities" + number,
                            new CsvActivitySource(
                                    system,
                                    installation.general().localTimeZone(),
                                    new BatchReader(),
                                    servers(),
                                    timeline));
            TemplatedRouteBuilder.builder(context, "csv-timelink")
                    .routeId("csv-timelink-" + number)
                    .parameter("files", "activityFiles" + number)
                    .parameter("activities", "activities" + number)
                    .parameter("delay", delay.toMillis())
                    .add();
            LOG.info("[{}] watches {} for activities", system.name(), folder);
        }
    }
}
