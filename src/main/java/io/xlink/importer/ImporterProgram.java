package io.xlink.importer;

import io.xlink.acdmap.AcdMap;
import io.xlink.acdmap.CallDataMapper;
import io.xlink.acdmap.CurrentMapper;
import io.xlink.acdmap.ImportScripts;
import io.xlink.acdmap.QueueImportTransformer;
import io.xlink.acdmap.SharedCalls;
import io.xlink.config.Installation;
import io.xlink.config.Problem;
import io.xlink.config.RouteFiles;
import io.xlink.config.WfmServer;
import io.xlink.importer.ledger.Ledger;
import io.xlink.importer.manual.ManualEvent;
import io.xlink.importer.manual.ManualRequest;
import io.xlink.importer.manual.RequestFolder;
import io.xlink.server.ServerProgram;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.main.Main;
import org.apache.camel.main.SimpleMainShutdownStrategy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The importer as a running program: one Camel Main with the routes of an installation. */
public final class ImporterProgram implements AutoCloseable {
    /** The built-in routes of the importer. */
    private static final List<String> ROUTES =
            List.of("csv-phonelink.camel.yaml", "csv-timelink.camel.yaml", "database.camel.yaml");

    private static final Logger LOG = LoggerFactory.getLogger(ImporterProgram.class);

    private final DataDirectory data;
    private final List<CsvSystem> systems;
    private final ImportedFiles imported;
    private final List<AutoCloseable> memories;
    private final Main main;
    private ManualImports manual;

    private ImporterProgram(
            DataDirectory data,
            List<CsvSystem> systems,
            ImportedFiles imported,
            List<AutoCloseable> memories,
            Main main) {
        this.data = data;
        this.systems = systems;
        this.imported = imported;
        this.memories = memories;
        this.main = main;
    }

    /**
     * Starts the importer and returns when its routes run; servers that are away are waited for in the background.
     *
     * @param conf the configuration directory
     * @param dataDirectory the data directory, made when there is none
     * @throws io.xlink.config.ConfigException when the configuration cannot be used
     * @throws io.xlink.iwfm.protocol.TlsMaterialException when a server's trusted certificates cannot
     * @throws IllegalStateException when another importer works with the data directory
     */
    public static ImporterProgram start(Path conf, Path dataDirectory) throws Exception {
        return start(conf, dataDirectory, new ImportGate());
    }

    /**
     * Starts it without automatic imports, for somebody who imports by hand; otherwise as {@link #start(Path, Path)}.
     */
    public static ImporterProgram startForManualImports(Path conf, Path dataDirectory) throws Exception {
        ImportGate gate = new ImportGate();
        gate.pause();
        return start(conf, dataDirectory, gate);
    }

    private static ImporterProgram start(Path conf, Path dataDirectory, ImportGate gate) throws Exception {
        Installation installation = Installation.read(conf);
        Set<String> servers =
                installation.servers().stream().map(WfmServer::name).collect(Collectors.toSet());
        AcdMap map = AcdMap.read(conf).forServers(servers);
        installation.warnings().forEach(problem -> LOG.warn("{}", problem));
        map.warnings().forEach(problem -> LOG.warn("{}", problem));
        List<CsvSystem> systems = CsvSystem.of(installation, dataDirectory);
        List<CsvActivitySystem> activities = CsvActivitySystem.of(installation, systems, dataDirectory);
        DataDirectory data = DataDirectory.open(dataDirectory);
        ImportedFiles imported = new ImportedFiles(data.path());
        ImportIds ids = new ImportIds(data.path(), Clock.systemUTC());
        SharedCallMemory shared = new SharedCallMemory(data.path(), Clock.systemUTC());
        FileContributions contributions = new FileContributions(data.path(), Clock.systemUTC());
        Overlaps overlaps = new Overlaps(data.path(), Clock.systemUTC());
        KeptRejects kept = new KeptRejects(data.path());
        Path logs = LogDirectory.of(installation.general(), conf, data.path());
        DisposalLog log = new DisposalLog(
                logs,
                installation.general().localTimeZone(),
                installation.general().logMaxFileSize());
        WatchedFolders folders = new WatchedFolders(
                imported,
                kept,
                log,
                data.path().resolve("rejects"),
                installation.general().localTimeZone(),
                gate);
        ActivityTimeline timeline = new ActivityTimeline(
                data.path(), Clock.systemUTC(), installation.general().localTimeZone());
        Main main = new Main();
        // Who starts this program ends it, too: it may be one of two in a process.
        main.setShutdownStrategy(new SimpleMainShutdownStrategy());
        main.setDefaultPropertyPlaceholderLocation(
                "file:" + conf.resolve("application.properties").toAbsolutePath() + ";optional=true");
        main.configure()
                .withName("xlink")
                .withAutoConfigurationLogSummary(false)
                .withBasePackageScanEnabled(false)
                .withRoutesIncludePattern(String.join(",", new RouteFiles(conf).withOwn(ROUTES, ServerProgram.ROUTES)));
        main.configure().setShutdownTimeout(30);
        main.bind("iwfmSystems", new InstalledSystems(installation.servers()));
        Optional<Clock> zeros =
                installation.general().writeAlways() ? Optional.of(Clock.systemUTC()) : Optional.empty();
        CurrentMapper mapper = new CurrentMapper(mapper(map, shared, zeros));
        main.bind(QueueImportTransformer.TYPE, new QueueImportTransformer(mapper));
        MapCorrection correction = new MapCorrection(
                conf,
                installation.general().automaticMappingCorrection(),
                Clock.system(installation.general().localTimeZone()),
                corrected -> mapper.replace(mapper(corrected.forServers(servers), shared, zeros)));
        ImportedDays days = new ImportedDays(data.path());
        DatabaseSystems databases = new DatabaseSystems(installation, map, mapper, days, logs, gate, Clock.systemUTC());
        Ledger ledger =
                new Ledger(data.path(), Duration.ofDays(installation.general().historyDays()), Clock.systemUTC());
        ImporterProgram program = new ImporterProgram(
                data,
                systems,
                imported,
                List.of(imported, ids, shared, overlaps, contributions, timeline, kept, log, databases, days, ledger),
                main);
        try {
            main.start();
            CamelContext context = main.getCamelContext();
            context.getRegistry()
                    .bind(
                            "deliveries",
                            new Deliveries(
                                    context.createProducerTemplate(),
                                    context.getExecutorServiceManager().newCachedThreadPool(data, "deliveries"),
                                    new DryRun(
                                            context.createProducerTemplate(),
                                            installation.general().localTimeZone())));
            context.getRegistry()
                    .bind(
                            "ledger",
                            new ImportLedger(
                                    ledger,
                                    () -> mapper.get().version(),
                                    context.getExecutorServiceManager().newCachedThreadPool(data, "check-sums")));
            ReadyServers ready = ReadyServers.connect(context, installation, correction);
            ActivityFolders timeLink = new ActivityFolders(installation, activities, data, timeline);
            CsvFolders files = new CsvFolders(
                    installation,
                    systems,
                    map,
                    mapper,
                    data,
                    imported,
                    ids,
                    overlaps,
                    contributions,
                    folders,
                    timeLink);
            files.start(context, ready);
            databases.start(context, ready, CsvFolders.duration(context, "xlink.database.delay", "1s"));
            program.manual = new ManualImports(
                    gate,
                    Stream.of(files.sources(), timeLink.sources(), databases.sources())
                            .flatMap(List::stream)
                            .toList());
            if (gate.isOpen()) {
                new ManualRequests(new RequestFolder(data.path()), program.manual)
                        .start(context.getExecutorServiceManager()
                                .newSingleThreadScheduledExecutor(data, "manual-imports"));
            }
        } catch (Exception e) {
            program.close();
            throw e;
        }
        return program;
    }

    private static CallDataMapper mapper(AcdMap map, SharedCalls shared, Optional<Clock> zeros) {
        ImportScripts scripts = ImportScripts.read(map);
        scripts.problems().forEach(problem -> LOG.warn("{}{}", problem, excerpt(problem)));
        CallDataMapper mapper = new CallDataMapper(map, scripts, shared, zeros);
        mapper.warnings().forEach(problem -> LOG.warn("{}", problem));
        return mapper;
    }

    private static String excerpt(Problem problem) {
        return problem.source().isEmpty() ? "" : System.lineSeparator() + problem.excerpt();
    }

    /**
     * Imports by hand, with the automatic imports paused (specification, section 6).
     *
     * @param out is told everything, on this thread, at least once a second
     * @param cancelled whether it is to end after the day that is under way
     */
    public void importByHand(ManualRequest request, Consumer<ManualEvent> out, BooleanSupplier cancelled)
            throws InterruptedException {
        manual.run(request, out, cancelled);
    }

    /** Whether an importer works with a data directory at this moment. */
    public static boolean isRunning(Path dataDirectory) {
        return DataDirectory.isInUse(dataDirectory);
    }

    /** How many files were delivered and recorded, in this and earlier runs. */
    public long deliveredFiles() {
        return imported.count();
    }

    /** The folder that is watched for an external system. */
    public Path folder(String system) {
        return systems.stream()
                .filter(candidate -> candidate.name().equals(system))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no CSV files are watched for " + system))
                .folder()
                .folder();
    }

    @Override
    public void close() throws Exception {
        try {
            main.stop();
        } finally {
            for (AutoCloseable memory : memories) {
                memory.close();
            }
            data.close();
        }
    }
}
