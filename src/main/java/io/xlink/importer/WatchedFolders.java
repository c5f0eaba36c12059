package io.xlink.importer;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/** Makes what watches a folder, for call data as for activities. */
final class WatchedFolders {
    /** How long files are left alone after a failure. */
    private static final Backoff RETRY = new Backoff(Duration.ofSeconds(10), Duration.ofMinutes(10));

    /** How long a folder or a file that cannot be used is left alone. */
    private static final Backoff LOOK_AGAIN = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1));

    private static final LongSupplier NANOS = System::nanoTime;

    private final ImportedFiles imported;
    private final KeptRejects kept;
    private final DisposalLog log;
    private final Path rejects;
    private final ZoneId zone;
    private final ImportGate gate;
    private final ImportWatch watch;

    /**
     * @param rejects the folder that has one of each source for what cannot be used
     * @param zone the zone of the times in names of files
     * @param watch told what becomes of folders and files
     */
    WatchedFolders(
            ImportedFiles imported,
            KeptRejects kept,
            DisposalLog log,
            Path rejects,
            ZoneId zone,
            ImportGate gate,
            ImportWatch watch) {
        this.imported = imported;
        this.kept = kept;
        this.log = log;
        this.rejects = rejects;
        this.zone = zone;
        this.gate = gate;
        this.watch = watch;
    }

    /**
     * Begins to watch.
     *
     * @param source names the external system and kind of data: what two sources have in one folder is imported twice
     * @param receivers whether the servers are there to take what is in the files
     * @param quiet how long a file must stay as it is before it is complete, unless a done file says so
     */
    WatchedFolder watch(String source, CsvFolder folder, Receivers receivers, Duration quiet) {
        Clock clock = Clock.system(zone);
        Path rejected = rejects.resolve(CsvFolder.fileName(source));
        Completeness completeness = folder.names().done().isPresent()
                ? Completeness.byDoneFile(folder.names())
                : new SettledFiles(quiet, NANOS);
        List<WritableFolder> written = new ArrayList<>();
        written.add(new WritableFolder(rejected, health(source, rejected)));
        folder.destination()
                .filter(destination -> folder.disposal() == CsvFolder.Disposal.MOVE)
                .ifPresent(destination -> written.add(new WritableFolder(destination, health(source, destination))));
        return new WatchedFolder(
                source,
                new FolderListing(folder),
                receivers,
                new FileMemory(source, completeness, new FailedFiles(RETRY, NANOS), imported),
                new Hold(RETRY, NANOS),
                new LookPace(NANOS),
                health(source, folder.folder()),
                new RejectsFolder(source, rejected, clock, kept),
                new FileDisposal(source, folder, imported, log, clock, new Hold(LOOK_AGAIN, NANOS)),
                written,
                gate,
                watch);
    }

    private FolderHealth health(String source, Path folder) {
        String shown = FileStamp.shown(folder);
        return new FolderHealth(
                "[" + source + "] " + shown,
                new Hold(LOOK_AGAIN, NANOS),
                trouble -> watch.folder(source, shown, trouble));
    }
}
