package io.xlink.importer;

import io.xlink.acdmap.AcdMap;
import io.xlink.config.Installation;
import io.xlink.config.WfmServer;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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
    private final MapCorrection correction;
    private final DataDirectory data;
    private final ImportedFiles imported;
    private final ImportIds ids;
    private final ActivityFolders activities;

    CsvFolders(
            Installation installation,
            List<CsvSystem> systems,
            AcdMap map,
            MapCorrection correction,
            DataDirectory data,
            ImportedFiles imported,
            ImportIds ids,
            ActivityFolders activities) {
        this.installation = installation;
        this.systems = systems;
        this.map = map;
        this.correction = correction;
        this.data = data;
        this.imported = imported;
        this.ids = ids;
        this.activities = activities;
    }

    /** Adds the routes to a started context, which has the template and the {@code iwfm} component. */
    void start(CamelContext context) throws Exception {
        ServerLinks links = new ServerLinks(context, installation.servers());
        links.start();
        FirstLogins logins = new FirstLogins(
                links,
                installation.servers().stream().map(WfmServer::name).toList(),
                correction::check,
                context.getExecutorServiceManager().newSingleThreadScheduledExecutor(this, "first-logins"));
        logins.start();
        // Long enough for a writer that flushes now and then, short enough to feel immediate.
        Duration quiet = duration(context, "xlink.csv.quiet", "5s");
        SettledFiles settled = new SettledFiles(quiet, System::nanoTime);
        FailedFiles failed = new FailedFiles(Duration.ofSeconds(10), Duration.ofMinutes(10), System::nanoTime);
        context.getRegistry().bind("importIds", ids);
        FileOutcome outcome = new FileOutcome(imported, ids, settled, failed);
        context.getRegistry().bind("fileOutcome", outcome);
        int number = 0;
        for (CsvSystem system : systems) {
            number++;
            Set<String> servers = servers(system.name());
            context.getRegistry()
                    .bind(
                            "files" + number,
                            new FileGate(
                                    () -> links.ready(servers) && logins.passed(servers), settled, failed, imported));
            addRoute(context, system, number);
        }
        List<String> all = activities.servers();
        activities.start(
                context,
                new FileGate(() -> links.ready(all) && logins.passed(all), settled, failed, imported),
                duration(context, "xlink.csv.delay", "1s").toMillis(),
                new ActivityOutcome(imported, ids, settled, failed, outcome));
    }

    private void addRoute(CamelContext context, CsvSystem system, int number) throws Exception {
        CsvFolder folder = system.folder();
        CsvCallSource calls = new CsvCallSource(
                system.name(),
                system.format(),
                installation.general().localTimeZone(),
                data.folder("rejects", system.fileName()));
        context.getRegistry().bind("calls" + number, calls);
        TemplatedRouteBuilder route = TemplatedRouteBuilder.builder(context, "csv-phonelink")
                .routeId("csv-phonelink-" + number)
                .parameter("folder", folder.folder())
                .parameter("calls", "calls" + number)
                .parameter("files", "files" + number)
                .parameter("delay", duration(context, "xlink.csv.delay", "1s").toMillis())
                .parameter("stay", folder.disposal() == CsvFolder.Disposal.STAY)
                .parameter("delete", folder.disposal() == CsvFolder.Disposal.DELETE);
        // The time goes first, so that a file of the same name never overwrites an earlier one.
        folder.destination()
                .filter(path -> folder.disposal() == CsvFolder.Disposal.MOVE)
                .ifPresent(path -> route.parameter("move", path + "/${date:now:yyyyMMdd-HHmmssSSS}_${file:onlyname}"));
        route.add();
        LOG.info("[{}] watches {}", system.name(), folder.folder());
    }

    private Set<String> servers(String system) {
        return map.mappings().stream()
                .filter(mapping -> mapping.sources().stream()
                        .anyMatch(source -> source.system().equals(system)))
                .map(mapping -> mapping.target().server())
                .collect(Collectors.toSet());
    }

    private static Duration duration(CamelContext context, String key, String absent) {
        return Duration.ofMillis(
                TimeUtils.toMilliSeconds(context.resolvePropertyPlaceholders("{{" + key + ":" + absent + "}}")));
    }
}
