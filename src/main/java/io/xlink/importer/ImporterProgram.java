package io.xlink.importer;

import io.xlink.config.Installation;
import io.xlink.importer.gaps.SystemStaleness;
import io.xlink.importer.manual.ManualEvent;
import io.xlink.importer.manual.ManualRequest;
import io.xlink.importer.manual.RequestFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The importer as a running program: works with the configuration of a directory, and takes over what is changed there
 * while it runs.
 */
public final class ImporterProgram implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ImporterProgram.class);

    private final Path conf;
    private final DataDirectory data;
    private final ImportGate gate;
    private final ImportWatch told;
    private RunningImporter running;
    private ConfigurationWatch watch;

    private ImporterProgram(
            Path conf, DataDirectory data, ImportGate gate, ImportWatch watch, RunningImporter running) {
        this.conf = conf;
        this.data = data;
        this.gate = gate;
        this.told = watch;
        this.running = running;
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
        return start(conf, dataDirectory, ImportWatch.NONE);
    }

    /**
     * As the other one.
     *
     * @param watch told what imports do
     */
    public static ImporterProgram start(Path conf, Path dataDirectory, ImportWatch watch) throws Exception {
        ConfigurationWatch changes = new ConfigurationWatch(conf);
        ImporterProgram program = start(conf, dataDirectory, new ImportGate(), watch);
        new RequestFolder(dataDirectory).clear();
        program.watch = changes;
        changes.start(program::takeOver);
        return program;
    }

    /**
     * Starts it without automatic imports, for somebody who imports by hand; otherwise as {@link #start(Path, Path)}.
     */
    public static ImporterProgram startForManualImports(Path conf, Path dataDirectory) throws Exception {
        ImportGate gate = new ImportGate();
        gate.pause();
        return start(conf, dataDirectory, gate, ImportWatch.NONE);
    }

    private static ImporterProgram start(Path conf, Path dataDirectory, ImportGate gate, ImportWatch watch)
            throws Exception {
        Configuration configuration = Configuration.read(conf, dataDirectory);
        configuration.installation().warnings().forEach(problem -> LOG.warn("{}", problem));
        configuration.map().warnings().forEach(problem -> LOG.warn("{}", problem));
        DataDirectory data = DataDirectory.open(dataDirectory);
        try {
            return new ImporterProgram(
                    conf, data, gate, watch, RunningImporter.start(configuration, data, gate, watch));
        } catch (Exception e) {
            data.close();
            throw e;
        }
    }

    /**
     * Files of the configuration have changed: takes them over as a whole, or leaves everything as it is. Other mappings
     * and scripts that change no receiver do not disturb what runs.
     *
     * @param files those that changed
     * @return whether that is settled; if not, it is to be tried again
     */
    private synchronized boolean takeOver(Set<Path> files) throws Exception {
        Configuration old = running.configuration();
        Configuration changed = ConfigurationWatch.usable(() -> Configuration.read(conf, data.path()), old);
        if (changed == null) {
            return true;
        }
        if (files.stream().allMatch(ConfigurationWatch::isMapping) && changed.deliversAs(old)) {
            running.replace(changed);
            LOG.info("the changed mappings are in force, version {}", running.mappingVersion());
            return true;
        }
        if (running.isImportingByHand()) {
            return false;
        }
        try (ImportGate.Pause pause = gate.pause()) {
            if (!gate.awaitEmpty(ConfigurationWatch.PATIENCE_MILLIS).isEmpty()) {
                return false;
            }
            running.close();
            running = startOr(changed, old);
        }
        return true;
    }

    private RunningImporter startOr(Configuration changed, Configuration old) throws Exception {
        try {
            RunningImporter started = RunningImporter.start(changed, data, gate, told);
            changed.installation().warnings().forEach(problem -> LOG.warn("{}", problem));
            changed.map().warnings().forEach(problem -> LOG.warn("{}", problem));
            LOG.info("the changed configuration of {} is in force", conf);
            return started;
        } catch (Exception e) {
            LOG.error(
                    "the changed configuration of {} cannot be used: {}. The one before stays in force",
                    conf,
                    Causes.message(e));
            return RunningImporter.start(old, data, gate, told);
        }
    }

    /**
     * Imports by hand, with the automatic imports paused (specification, section 6).
     *
     * @param out is told everything, on this thread, at least once a second
     * @param cancelled whether it is to end after the day that is under way
     */
    public void importByHand(ManualRequest request, Consumer<ManualEvent> out, BooleanSupplier cancelled)
            throws InterruptedException {
        current().manual().run(request, out, cancelled);
    }

    /** Whether an importer works with a data directory at this moment. */
    public static boolean isRunning(Path dataDirectory) {
        return DataDirectory.isInUse(dataDirectory);
    }

    /**
     * How old the newest data of each external system with {@code StaleAfter} are at this moment.
     *
     * @throws IllegalStateException when that cannot be read
     */
    public List<SystemStaleness> staleness() {
        return current().stale().systems();
    }

    /** The configuration that it runs with. */
    public Installation installation() {
        return current().configuration().installation();
    }

    /** Where its routes and the connections to servers are; another one after a change of the configuration. */
    public CamelContext context() {
        return current().context();
    }

    /** The directory of what it must not forget. */
    public Path dataDirectory() {
        return data.path();
    }

    /** The directory of its logs. */
    public Path logDirectory() {
        return LogDirectory.of(installation().general(), conf, data.path());
    }

    /** How many files were delivered and recorded, in this and earlier runs. */
    public long deliveredFiles() {
        return current().deliveredFiles();
    }

    /** The folder that is watched for an external system. */
    public Path folder(String system) {
        return current().configuration().systems().stream()
                .filter(candidate -> candidate.name().equals(system))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no CSV files are watched for " + system))
                .folder()
                .folder();
    }

    private synchronized RunningImporter current() {
        return running;
    }

    @Override
    public void close() throws Exception {
        if (watch != null) {
            watch.close();
        }
        synchronized (this) {
            try {
                running.close();
            } finally {
                data.close();
            }
        }
    }
}
