package io.xlink.importer;

import io.xlink.config.Installation;
import io.xlink.config.WfmServer;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.component.file.GenericFileFilter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes one route of the template {@code csv-timelink} for every external system that has activities in CSV files. */
final class ActivityFolders {
    private static final Logger LOG = LoggerFactory.getLogger(ActivityFolders.class);

    private final Installation installation;
    private final List<CsvActivitySystem> systems;
    private final DataDirectory data;
    private final ActivityTimeline timeline;

    ActivityFolders(
            Installation installation, List<CsvActivitySystem> systems, DataDirectory data, ActivityTimeline timeline) {
        this.installation = installation;
        this.systems = systems;
        this.data = data;
        this.timeline = timeline;
    }

    /** Who gets activities: there are no mappings of them, so that is every server. */
    List<String> servers() {
        return installation.servers().stream().map(WfmServer::name).toList();
    }

    /**
     * Adds the routes.
     *
     * @param files says which files are ready
     * @param delay milliseconds between two looks at a folder
     * @param outcome ends an import
     */
    void start(CamelContext context, GenericFileFilter<?> files, long delay, ActivityOutcome outcome) throws Exception {
        context.getRegistry().bind("activityFiles", files);
        context.getRegistry().bind("activityOutcome", outcome);
        int number = 0;
        for (CsvActivitySystem system : systems) {
            number++;
            addRoute(context, system, number, delay);
        }
    }

    private void addRoute(CamelContext context, CsvActivitySystem system, int number, long delay) throws Exception {
        CsvFolder folder = system.folder();
        CsvActivitySource activities = new CsvActivitySource(
                system,
                installation.general().localTimeZone(),
                data.folder("rejects", system.fileName()),
                servers(),
                timeline);
        context.getRegistry().bind("activities" + number, activities);
        TemplatedRouteBuilder route = TemplatedRouteBuilder.builder(context, "csv-timelink")
                .routeId("csv-timelink-" + number)
                .parameter("folder", folder.folder())
                .parameter("activities", "activities" + number)
                .parameter("files", "activityFiles")
                .parameter("delay", delay)
                .parameter("stay", folder.disposal() == CsvFolder.Disposal.STAY)
                .parameter("delete", folder.disposal() == CsvFolder.Disposal.DELETE);
        // The time goes first, so that a file of the same name never overwrites an earlier one.
        folder.destination()
                .filter(path -> folder.disposal() == CsvFolder.Disposal.MOVE)
                .ifPresent(path -> route.parameter("move", path + "/${date:now:yyyyMMdd-HHmmssSSS}_${file:onlyname}"));
        route.add();
        LOG.info("[{}] watches {} for activities", system.name(), folder.folder());
    }
}
