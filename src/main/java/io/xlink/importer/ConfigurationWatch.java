package io.xlink.importer;

import io.xlink.config.ConfigException;
import io.xlink.config.Problem;
import io.xlink.iwfm.protocol.TlsMaterialException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks whether files of a configuration directory change. A change counts when nothing has changed any more for two
 * seconds, so that a file that is still being saved, or several that belong together, are taken as a whole.
 */
@SuppressWarnings("FutureReturnValueIgnored") // what it runs logs its own failures
final class ConfigurationWatch implements AutoCloseable {
    /** How long imports that are at work are waited for before a change is put off. */
    static final long PATIENCE_MILLIS = 30_000;

    private static final Logger LOG = LoggerFactory.getLogger(ConfigurationWatch.class);
    private static final long LOOK_MILLIS = 500;
    private static final int QUIET_LOOKS = 4;
    private static final int DEPTH = 2;
    private static final int MOST_FILES = 5000;

    private final Path conf;
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "xlink-configuration");
        thread.setDaemon(true);
        return thread;
    });
    private Map<Path, FileStamp> settled;
    private Map<Path, FileStamp> last;
    private int quiet;
    private String failure = "";

    /** What is done about a change. */
    interface Change {
        /**
         * @param files those that changed, came or went
         * @return whether that is settled; if not, it is called again
         */
        boolean takeOver(Set<Path> files) throws Exception;
    }

    /** Takes note of the files as they are; to be made before they are read. */
    ConfigurationWatch(Path conf) {
        this.conf = conf;
        this.settled = stamps();
        this.last = settled;
    }

    /** Begins to look. */
    void start(Change change) {
        executor.scheduleWithFixedDelay(() -> look(change), LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /**
     * A changed configuration, if it can be used; says why not otherwise.
     *
     * @param old the one in force
     * @return null when the old one stays in force
     */
    static Configuration usable(Supplier<Configuration> read, Configuration old) {
        try {
            Configuration changed = read.get();
            changed.routes().check();
            for (Problem problem : changed.errorsBeside(old)) {
                refuse(problem.toString());
                return null;
            }
            return changed;
        } catch (ConfigException | TlsMaterialException e) {
            refuse(e.getMessage());
            return null;
        }
    }

    private static void refuse(String why) {
        LOG.error("the changed configuration is not used, the one before stays in force: {}", why);
    }

    private void look(Change change) {
        try {
            Map<Path, FileStamp> now = stamps();
            quiet = now.equals(last) ? quiet + 1 : 0;
            last = now;
            if (quiet >= QUIET_LOOKS && !now.equals(settled) && change.takeOver(changed(now))) {
                settled = now;
            }
            failure = "";
        } catch (Exception e) {
            if (!failure.equals(Causes.message(e))) {
                failure = Causes.message(e);
                LOG.error("changes of {} cannot be taken over: {}. It is tried again", conf, failure, e);
            }
        }
    }

    private Set<Path> changed(Map<Path, FileStamp> now) {
        Set<Path> files = new TreeSet<>(settled.keySet());
        files.addAll(now.keySet());
        files.removeIf(file -> Objects.equals(settled.get(file), now.get(file)));
        return files;
    }

    /** Whether a file has mappings or a script, in which case nothing need be started anew. */
    static boolean isMapping(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.equals("acd_map.ini") || name.endsWith(".bas");
    }

    private Map<Path, FileStamp> stamps() {
        Map<Path, FileStamp> stamps = new TreeMap<>();
        try (Stream<Path> files = Files.walk(conf, DEPTH)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile).limit(MOST_FILES)::iterator) {
                stamps.put(file, FileStamp.of(file));
            }
        } catch (IOException | UncheckedIOException e) {
            // A file that goes while it is looked at: the next look sees it right.
            LOG.debug("{}", conf, e);
        }
        return stamps;
    }

    @Override
    public void close() throws InterruptedException {
        executor.shutdownNow();
        executor.awaitTermination(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    }
}
