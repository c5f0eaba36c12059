package io.xlink.importer;

import io.xlink.acdmap.AcdMap;
import io.xlink.acdmap.CallDataMapper;
import io.xlink.acdmap.CurrentMapper;
import io.xlink.acdmap.ImportScripts;
import io.xlink.acdmap.QueueImportTransformer;
import io.xlink.config.General;
import io.xlink.config.Problem;
import io.xlink.importer.manual.RequestFolder;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainListenerSupport;
import org.apache.camel.main.SimpleMainShutdownStrategy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An importer at work with one configuration: a Camel Main with its routes. Another configuration is another one of these. */
final class RunningImporter implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RunningImporter.class);
    /** Service managers kill after 30 s; what is not finished until then is imported again after the next start. */
    private static final int SHUTDOWN_SECONDS = 20;

    private final DataDirectory data;
    private final ImportGate gate;
    private final ImportWatch watch;
    private final Main main = new Main();
    private final Memories memories;
    private final DisposalLog disposalLog;
    private final CurrentMapper mapper;
    private final Optional<Clock> zeros;
    private final DatabaseSystems databases;
    private final WatchedFolders folders;
    private final ManualRequests requests;
    private final StaleSystems stale;
    private volatile Configuration configuration;
    private ManualImports manual;

    private RunningImporter(Configuration configuration, DataDirectory data, ImportGate gate, ImportWatch watch) {
        General general = configuration.installation().general();
        this.configuration = configuration;
        this.data = data;
        this.gate = gate;
        this.watch = watch;
        this.memories = Memories.open(data.path(), general);
        Path logs = LogDirectory.of(general, configuration.conf(), data.path());
        this.disposalLog = new DisposalLog(logs, general.localTimeZone(), general.logMaxFileSize());
        this.zeros = general.writeAlways() ? Optional.of(Clock.systemUTC()) : Optional.empty();
        this.mapper = new CurrentMapper(mapper(configuration.map(), configuration.scripts()));
        this.databases = new DatabaseSystems(
                configuration.installation(),
                configuration.map(),
                mapper,
                memories.days(),
                logs,
                gate,
                Clock.systemUTC(),
                watch);
        this.stale = new StaleSystems(
                gate.isOpen() ? StaleSystems.limits(configuration.installation()) : Map.of(),
                memories.reported(),
                Clock.system(general.localTimeZone()));
        this.folders = new WatchedFolders(
                memories.files(),
                memories.kept(),
                disposalLog,
                data.path().resolve("rejects"),
                general.localTimeZone(),
                gate,
                watch);
        this.requests = new ManualRequests(new RequestFolder(data.path()));
    }

    /**
     * Starts it, and returns when its routes run; servers that are away are waited for in the background.
     *
     * @param gate closed when there are to be no automatic imports
     * @param watch told what imports do
     */
    static RunningImporter start(Configuration configuration, DataDirectory data, ImportGate gate, ImportWatch watch)
            throws Exception {
        RunningImporter importer = new RunningImporter(configuration, data, gate, watch);
        try {
            importer.configure();
            importer.main.start();
            importer.startRoutes(importer.main.getCamelContext());
            return importer;
        } catch (Exception e) {
            importer.close();
            throw e;
        }
    }

    private void configure() {
        // Who starts this ends it, too: it may be one of two in a process.
        main.setShutdownStrategy(new SimpleMainShutdownStrategy());
        main.setDefaultPropertyPlaceholderLocation("false");
        main.setInitialProperties(configuration.routes().properties());
        main.configure()
                .withName("xlink")
                .withAutoConfigurationLogSummary(false)
                .withBasePackageScanEnabled(false)
                .withRoutesIncludePattern("false");
        main.configure().setShutdownTimeout(SHUTDOWN_SECONDS);
        main.bind("staleSystems", stale);
        main.bind("iwfmSystems", configuration.servers());
        main.bind(QueueImportTransformer.TYPE, new ReportingTransformer(mapper));
        RouteTexts routes = configuration.routes();
        main.addMainListener(new MainListenerSupport() {
            @Override
            public void afterConfigure(BaseMainSupport support) {
                try {
                    routes.load(support.getCamelContext());
                } catch (Exception e) {
                    throw new IllegalStateException("the routes cannot be used: " + Causes.message(e), e);
                }
            }
        });
    }

    private void startRoutes(CamelContext context) throws Exception {
        General general = configuration.installation().general();
        context.getRegistry()
                .bind(
                        "deliveries",
                        new NotedDeliveries(
                                new Deliveries(
                                        context.createProducerTemplate(),
                                        context.getExecutorServiceManager().newCachedThreadPool(this, "deliveries"),
                                        new DryRun(context.createProducerTemplate(), general.localTimeZone()),
                                        watch),
                                memories.reported(),
                                general.localTimeZone()));
        context.getRegistry()
                .bind(
                        "ledger",
                        new ImportLedger(
                                memories.ledger(),
                                () -> mapper.get().version(),
                                context.getExecutorServiceManager().newCachedThreadPool(this, "check-sums")));
        MapCorrection correction = new MapCorrection(
                configuration.conf(),
                general.automaticMappingCorrection(),
                Clock.system(general.localTimeZone()),
                map -> replace(Configuration.map(configuration.conf(), configuration.installation())));
        ReadyServers ready = ReadyServers.connect(context, configuration.installation(), correction);
        ActivityFolders timeLink = new ActivityFolders(
                configuration.installation(), configuration.activities(), data, memories.timeline());
        CsvFolders files = new CsvFolders(configuration, mapper, data, memories, folders, timeLink);
        files.start(context, ready);
        databases.start(context, ready, CsvFolders.duration(context, "xlink.database.delay", "1s"));
        manual = new ManualImports(
                gate,
                Stream.of(files.sources(), timeLink.sources(), databases.sources())
                        .flatMap(List::stream)
                        .toList());
        if (gate.isOpen()) {
            requests.start(
                    manual,
                    context.getExecutorServiceManager().newSingleThreadScheduledExecutor(this, "manual-imports"));
        }
    }

    CamelContext context() {
        return main.getCamelContext();
    }

    Configuration configuration() {
        return configuration;
    }

    StaleSystems stale() {
        return stale;
    }

    ManualImports manual() {
        return manual;
    }

    /** Tells which mappings are in force. */
    String mappingVersion() {
        return mapper.get().version();
    }

    /** Whether somebody imports by hand at this moment. */
    boolean isImportingByHand() {
        return requests.isBusy();
    }

    long deliveredFiles() {
        return memories.files().count();
    }

    private void replace(AcdMap map) {
        replace(configuration.with(map, ImportScripts.read(map)));
    }

    /** Takes over a configuration with other mappings, and no other difference; imports that are at work end with the old ones. */
    void replace(Configuration other) {
        mapper.replace(mapper(other.map(), other.scripts()));
        configuration = other;
    }

    private CallDataMapper mapper(AcdMap map, ImportScripts scripts) {
        scripts.problems().forEach(problem -> LOG.warn("{}{}", problem, excerpt(problem)));
        CallDataMapper made = new CallDataMapper(map, scripts, memories.shared(), zeros);
        made.warnings().forEach(problem -> LOG.warn("{}", problem));
        return made;
    }

    private static String excerpt(Problem problem) {
        return problem.source().isEmpty() ? "" : System.lineSeparator() + problem.excerpt();
    }

    @Override
    public void close() throws Exception {
        try {
            main.stop();
        } finally {
            databases.close();
            disposalLog.close();
            memories.close();
        }
    }
}
